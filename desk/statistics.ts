import type { CivilDate } from "../law/civil-date.js";
import { published, type StatisticsReport, statisticsReport } from "../statistics/report.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { mayCount } from "./rights.js";

export { firstCounted, lastCounted } from "../statistics/period.js";
export { countNow, keepCounted } from "../statistics/projection.js";
export type { Line, StatisticsReport } from "../statistics/report.js";

/** The procedures of which figures are published. */
export const counted: readonly string[] = [...published.keys()];

/** The figures of a period, those that the principal may know. */
export const statisticsFor = (
  { register }: Desk,
  principal: Principal,
  procedure: string,
  period: { readonly from: CivilDate; readonly to: CivilDate; readonly sandbox: boolean },
): Promise<StatisticsReport> =>
  statisticsReport(register, procedure, period, (confidential) => mayCount(principal, confidential));
