import { proxyActivities } from "@temporalio/workflow";
import type { NoticeReference } from "../activities/burst.js";
import type { Activities } from "../activities/index.js";

const { deliverNotice } = proxyActivities<Activities>({
  startToCloseTimeout: "30s",
  retry: { initialInterval: "5s", backoffCoefficient: 2, maximumInterval: "1h" },
});

/** Delivers one notice, in real time, for as long as it takes: a case never waits for a mail server. */
export async function notice(reference: NoticeReference): Promise<string> {
  return deliverNotice(reference);
}
