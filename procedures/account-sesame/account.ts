import type { ReadAccount } from "../accounts.js";
import type { Bodies } from "./bodies.js";

/** What the Sésame account says today. */
export const account: ReadAccount = ({ acts, view }) => {
  const option = acts.findLast(({ act }) => act === "notificationOptionSet")?.body as
    | Bodies["notificationOptionSet"]
    | undefined;
  return { mutesStatusMails: view.status === "open" && option?.active === false };
};
