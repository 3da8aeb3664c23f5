import type { Frozen } from "../frozen.js";
import { earlierMeetings } from "./outcome.js";

/** What a request knows of the product's earlier cases: the meetings already held about the technology. */
export const frozen: Frozen = {
  earlierMeetings: { freeze: (earlier) => earlierMeetings(earlier.flatMap(({ view }) => view ?? [])) },
};
