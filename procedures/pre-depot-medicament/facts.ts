import type { Fact, RecordedCase } from "../facts.js";

/** What the accès précoce's statistics count of these appointments: how many are asked for. */
export const facts = ({ opening }: RecordedCase): Fact[] => [
  { metric: "filed:meeting", on: opening.filedOn, value: 1, count: 1 },
];
