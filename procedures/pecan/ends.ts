import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate, daysBetween } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { refuseUnrecorded } from "../grounds.js";
import { chapter, type Pecan } from "./definition.js";
import * as by from "./sources.js";

/** A case of R. 162-119, I in which the ministers may, or must, end the coverage of an indication. */
type Ground = ActOf<Pecan, "coverageEndOrdered">["body"]["ground"];

type Condition = ActOf<Pecan, "conditionLost">["body"]["condition"] | "certificate";

/** What bears on the end of an indication's coverage. */
export interface Standing {
  /** The cases of the article that are recorded. */
  readonly grounds: Set<Ground>;
  /** The conditions that are lost: several may be the same case of the article. */
  readonly lost: Set<Condition>;
  /** The last day to present observations, by the ground on which the ministers invited to. */
  readonly invited: Map<Ground, CivilDate>;
  /** The last day of coverage; null while it goes on. */
  endedOn: CivilDate | null;
  /** The duty of continuity runs. */
  continuing: boolean;
}

/** The standing of each covered indication: a certificate that is struck is struck for all of them. */
export type Standings = ReadonlyMap<string, Standing>;

export const newStanding = (): Standing => ({
  grounds: new Set(),
  lost: new Set(),
  invited: new Map(),
  endedOn: null,
  continuing: false,
});

/** R. 162-119, I. A case in which the end is pronounced by order: coverage goes on until the day that it fixes (E34). */
export function endToPronounce(file: CaseFile<Pecan>, id: string, ground: Ground, standing: Standing): void {
  standing.grounds.add(ground);
  const pronounced = file.recorded("coverageEndOrdered", id) !== undefined;
  if (pronounced || standing.endedOn !== null) return;
  file.enter("endToPronounce", id);
  file.notify(["applicant", "ministers"], "endToPronounce", { about: id, facts: { ground } });
  file.task("ministers", "pronounceEnd", { about: id, facts: { ground } });
}

type Lost = ActOf<Pecan, "conditionLost">;

/** Each condition is stated by whoever it falls to. */
function statedByTheRightParty({ by: party, body: { condition } }: Lost): void {
  if (condition === "ansm-measure" && party !== "ANSM")
    refuse("Une mesure de police sanitaire est prise par l'ANSM.", by.endByOrderLaw);
  if (condition !== "ansm-measure" && condition !== "safety-withdrawal" && party === "ANSM")
    refuse("L'ANSM constate ses mesures et les arrêts de sécurité.", by.endByOrderLaw);
}

/** I, 3° to 5°. A condition lost, a safety withdrawal, a measure of the ANSM; a condition that is met again is no ground any more. */
export const conditions = chapter(function* (file, id: string, standing: Standing) {
  const losing = file.each(
    "conditionLost",
    (lost) => {
      statedByTheRightParty(lost);
      lose(file, id, lost.body.condition, standing);
    },
    id,
  );
  const restoring = file.each(
    "conditionRestored",
    ({ body: { condition } }) => {
      if (!standing.lost.has(condition)) refuse("Cette condition n'est pas constatée comme perdue.", by.endByOrderLaw);
      restore(file, id, condition, standing);
    },
    id,
  );
  yield* file.all(losing, restoring);
});

/** I, 3°, and R. 162-77. The certificate is the product's, not an indication's: struck, or given back, for all of them. */
export const certificate = chapter(function* (file, standings: Standings) {
  const striking = file.each("certificateStruck", ({ body: { reasons } }) => {
    const reference = file.recorded("ansOpinionRendered")?.body.certificate;
    file.handOver("certificateStruck", { facts: { reasons, ...(reference !== undefined && { reference }) } });
    for (const [id, standing] of standings) lose(file, id, "certificate", standing);
  });
  const restoring = file.each("certificateRestored", () => {
    for (const [id, standing] of standings) restore(file, id, "certificate", standing);
  });
  yield* file.all(striking, restoring);
});

function lose(file: CaseFile<Pecan>, id: string, condition: Condition, standing: Standing): void {
  standing.lost.add(condition);
  endToPronounce(file, id, groundOf(condition), standing);
}

function restore(file: CaseFile<Pecan>, id: string, condition: Condition, standing: Standing): void {
  if (!standing.lost.delete(condition)) return;
  const ground = groundOf(condition);
  if (![...standing.lost].some((other) => groundOf(other) === ground)) standing.grounds.delete(ground);
  if (standing.endedOn !== null || standing.grounds.size > 0) return;
  file.settled("pronounceEnd", id);
  file.enter("coverage", id);
  file.notify(["applicant", "ministers"], "conditionRestored", { about: id, facts: { condition } });
}

const groundOf = (condition: Condition): Ground =>
  condition === "safety-withdrawal" || condition === "ansm-measure" ? condition : "condition-lost";

/** CRPA L. 121-1, L. 122-1. Before the end is pronounced, the applicant is invited to present its observations, on that ground. */
export const observations = chapter(function* (file, id: string, standing: Standing) {
  const inviting = file.each(
    "observationsInvited",
    ({ on, body: { ground, until } }) => {
      refuseUnrecorded(standing.grounds, ground, by.endByOrderLaw);
      const lastDay = dayGiven(until, by.observationsLaw);
      if (lastDay <= on) refuse("L'exploitant dispose d'un délai pour présenter ses observations.", by.observationsLaw);
      standing.invited.set(ground, lastDay);
      file.notify("applicant", "observationsInvited", { about: id, facts: { ground, until: lastDay } });
    },
    id,
  );
  const observing = file.each(
    "observationsMade",
    ({ body }) => {
      file.notify("ministers", "observationsMade", { about: id, facts: { observations: body.observations } });
    },
    id,
  );
  yield* file.all(inviting, observing);
});

/** The applicant was heard on that very ground, or the text exempts from it and the order says why. */
function heard(standing: Standing, { on, body: { ground, exemption } }: ActOf<Pecan, "coverageEndOrdered">): void {
  if (exemption !== undefined) return;
  const until = standing.invited.get(ground);
  if (until === undefined)
    refuse(
      "L'exploitant n'a pas été invité à présenter ses observations sur ce motif ; une dispense se motive (CRPA L. 121-2).",
      by.observationsLaw,
    );
  if (until >= on) refuse(`L'exploitant peut présenter ses observations jusqu'au ${until}.`, by.observationsLaw);
}

/** I. By an order of the ministers, in the cases that the article lists. Gives the first day without coverage. */
export const theOrder = chapter(function* (
  file,
  id: string,
  standing: Standing,
  owedAfter: (standing: Standing) => string,
) {
  const order = yield* file.received("coverageEndOrdered").about(id);
  const { ground, effectiveOn, reasons, remedies } = order.body;
  refuseUnrecorded(standing.grounds, ground, by.endByOrderLaw);
  heard(standing, order);
  const firstDayWithout = effectiveOn === undefined ? addDays(order.on, 1) : dayGiven(effectiveOn, by.orderInForceLaw);
  if (firstDayWithout < order.on) refuse("L'arrêté ne peut prendre effet avant sa publication.", by.orderInForceLaw);
  file.enter("endPronounced", id);
  file.notify(["applicant", "insurer"], "endPronounced", {
    about: id,
    facts: { ground, firstDayWithout, reasons, remedies, continuity: owedAfter(standing) },
  });
  const lastDay = addDays(firstDayWithout, -1);
  // One that is in force on the very day of its publication leaves nothing to wait for.
  if (lastDay >= order.on)
    yield* file.end("orderedEnd", { from: order.on, about: id, length: days(daysBetween(order.on, lastDay)) });
  file.notify(["applicant", "insurer", "prescribers"], "coverageEnded", {
    about: id,
    facts: { how: "by-order", ground, firstDayWithout, continuity: owedAfter(standing) },
  });
  return firstDayWithout;
});
