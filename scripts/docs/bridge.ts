/**
 * The bridge between a PECAN and the listing that follows it: for each decision day of a leap year, how many days lie between the end of
 * the coverage and the last day of the listing's decision, when the listing is asked for on the last day of its delay. Played, not reckoned:
 * the stories themselves, by `simulate`.
 */
import { rulesetId, rulesetOn } from "../../case/definition.js";
import { noon } from "../../case/kernel.js";
import { openingOf, type SimulatedAct, simulate } from "../../case/simulate.js";
import type { CaseView } from "../../case/view.js";
import { addDays, type CivilDate, civilDate, daysBetween } from "../../law/civil-date.js";
import { procedureOf } from "../../procedures/all.js";
import { filing as latmFiling } from "../../rig/timelines/latm.js";
import { filing as lpprFiling } from "../../rig/timelines/lppr.js";
import { coveredFrom, hybrid } from "../../rig/timelines/pecan.js";

export const bridgeYear = 2028;
/** Days for which the listing's delay is suspended. */
export const suspendedDays = [0, 10, 30] as const;
/** A suspension begins so long after the request. */
export const suspendedAfter = 30;

export interface Bridge {
  /** Day on which the order is published: the decision from which the listing duty counts. */
  readonly decidedOn: CivilDate;
  /** Last day of the PECAN year. */
  readonly coveredUntil: CivilDate;
  /** Per list: the last day on which to ask for the listing, and the last day of its decision by suspended days. */
  readonly lppr: Crossing;
  readonly latm: Crossing;
}

interface Crossing {
  readonly askedOn: CivilDate;
  readonly decisions: readonly CivilDate[];
}

function play(
  name: string,
  filedOn: CivilDate,
  filing: object,
  acts: readonly SimulatedAct[],
  until: CivilDate,
): CaseView {
  const procedure = procedureOf(name);
  const ruleset = rulesetOn(procedure, filedOn);
  if (ruleset === undefined) throw new RangeError(`${name} has no ruleset on ${filedOn}.`);
  const opening = openingOf(name, noon(filedOn), rulesetId(ruleset), filing as never);
  const played = simulate(procedure, opening, acts, until);
  if (played.refused.length > 0) throw new Error(played.refused[0]?.problem.detail);
  return played.case;
}

function lastDay({ clocks }: CaseView, id: string): CivilDate {
  const day = clocks.find((clock) => clock.id === id)?.lastDay;
  if (day == null) throw new RangeError(`${id} has no last day.`);
  return day;
}

/** The LPPR: one request of the ministers, received and answered. */
function lpprDecision(askedOn: CivilDate, suspended: number): CivilDate {
  const from = addDays(askedOn, suspendedAfter);
  const to = addDays(from, suspended);
  const request = { act: "informationRequested", by: "ministers", at: from, body: { request: "R", items: ["Étude"] } };
  const answer = { act: "informationReceived", by: "applicant", about: "R", at: to, body: { items: ["Étude"] } };
  const reception = { act: "requestReceived", by: "ministers", about: "R", at: from, body: {} };
  const acts = suspended === 0 ? [] : [request, reception, answer];
  return lastDay(play("lppr", askedOn, lpprFiling(), acts, to), "listingDecision");
}

/** The LATM, acknowledged on the day of the request: requests of ten days, one after the other, each answered on its last day. */
function latmDecision(askedOn: CivilDate, suspended: number): CivilDate {
  const acts: SimulatedAct[] = [{ act: "applicationAcknowledged", by: "ministers", at: askedOn, body: {} }];
  for (let done = 0; done < suspended; done += 10) {
    const from = addDays(askedOn, suspendedAfter + done);
    const request = `R${done}`;
    const items = ["Étude"];
    acts.push({ act: "informationRequested", by: "ministers", at: from, body: { request, items, days: 10 } });
    acts.push({ act: "informationReceived", by: "applicant", about: request, at: addDays(from, 10), body: { items } });
  }
  const until = addDays(askedOn, suspendedAfter + suspended);
  return lastDay(play("latm", askedOn, latmFiling({ underPecan: true }), acts, until), "pecanDecision");
}

function bridgeFrom(decidedOn: CivilDate): Bridge {
  const { live } = coveredFrom(decidedOn, undefined, { indications: hybrid });
  const acts = live.recordedActs.map(({ act, by, about, on, body }) => ({
    ...{ act, by, at: on, body },
    ...(about !== undefined && { about }),
  }));
  const { case: pecan } = simulate(procedureOf("pecan"), live.opening, acts, decidedOn);
  const crossing = (clock: string, decision: typeof lpprDecision): Crossing => {
    const askedOn = lastDay(pecan, clock);
    return { askedOn, decisions: suspendedDays.map((days) => decision(askedOn, days)) };
  };
  return {
    decidedOn,
    coveredUntil: lastDay(pecan, "coverageYear:depression"),
    lppr: crossing("lpprListing:depression", lpprDecision),
    latm: crossing("latmListing:suivi", latmDecision),
  };
}

/** Every decision day of the year. */
export function bridges(): readonly Bridge[] {
  const first = civilDate(`${bridgeYear}-01-01`);
  return Array.from({ length: daysBetween(first, civilDate(`${bridgeYear + 1}-01-01`)) }, (_, i) =>
    bridgeFrom(addDays(first, i)),
  );
}

const signed = (days: number): string => (days > 0 ? `+${days}` : String(days));

/** The page: how many days the decision may come after the end of the coverage. */
export function bridgePage(all: readonly Bridge[] = bridges()): string {
  const gaps = ({ coveredUntil }: Bridge, { decisions }: Crossing) =>
    decisions.map((decision) => daysBetween(coveredUntil, decision));
  const summary = (["lppr", "latm"] as const).flatMap((list) =>
    suspendedDays.map((days, i) => {
      const found = all.map((bridge) => gaps(bridge, bridge[list])[i] ?? 0);
      const broken = found.filter((gap) => gap > 0).length;
      return `| ${list.toUpperCase()} | ${days} | ${signed(Math.min(...found))} | ${signed(Math.max(...found))} | ${broken} |`;
    }),
  );
  return [
    "# The bridge from a PECAN to its listing",
    "",
    `For each decision day of ${bridgeYear}, a leap year, and a listing asked for on the very last day of its delay: by how many days the last day of the`,
    "listing's decision comes after the last day of the coverage (`+`: the coverage ends by law before the decision is due), when the listing's delay is",
    `suspended for ${suspendedDays.join(", ")} days. The order is in effect the day after its publication; a LATM request is acknowledged on its day.`,
    "Played by `simulate` from the stories (`npm run generate`); a test holds each date against what `verify/verify.py` computes.",
    "",
    "| List | Suspended days | Least gap | Greatest gap | Decision days on which the bridge breaks |",
    "|---|---|---|---|---|",
    ...summary,
    "",
    `| Decision | Covered until | LPPR asked on | ${suspendedDays.join(" | ")} | LATM asked on | ${suspendedDays.join(" | ")} |`,
    `|---|---|---|${"---|".repeat(3)}---|${"---|".repeat(3)}`,
    ...all.map((bridge) => {
      const cells = ({ askedOn, decisions }: Crossing) => [
        askedOn,
        ...gaps(bridge, { askedOn, decisions }).map(signed),
      ];
      const row = [bridge.decidedOn, bridge.coveredUntil, ...cells(bridge.lppr), ...cells(bridge.latm)];
      return `| ${row.join(" | ")} |`;
    }),
    "",
  ].join("\n");
}
