import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate, daysBetween } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { refuseUnrecorded } from "../grounds.js";
import { type Authorisation, type File, type Ground, show } from "./authorisation.js";
import type { Bodies } from "./bodies.js";
import { type AccesPrecoce, chapter } from "./definition.js";
import * as by from "./sources.js";

/** L. 162-16-5-1, II, B. A case in which the ministers end the coverage: it goes on until the day that their order fixes. */
export function endToPronounce(file: File, auth: Authorisation, ground: Ground): void {
  auth.coverage.grounds.add(ground);
  if (auth.coverage.state === "running") tellEndToPronounce(file, auth, ground);
}

/** Told once the coverage runs: a ground may be older than it. */
export function tellEndToPronounce(file: File, auth: Authorisation, ground: Ground): void {
  show(file, auth);
  file.notify(["applicant", "ministers", "HAS"], "endToPronounce", { about: auth.id, facts: { ground } });
  file.task("ministers", "pronounceEnd", { about: auth.id, facts: { ground } });
}

/** The case isn't there any more; another may still ask for the end. */
export function groundGone(file: File, auth: Authorisation, ground: Ground): void {
  auth.coverage.grounds.delete(ground);
  if (auth.coverage.grounds.size === 0) file.settled("pronounceEnd", auth.id);
}

type Contemplated = ActOf<AccesPrecoce, "measureContemplated">;

/** An invitation is about one measure, and where the measure has several grounds, about that one. */
const measureOf = (measure: Contemplated["body"]["measure"], ground?: string): string =>
  ground === undefined ? measure : `${measure}: ${ground}`;

const withdrawalGrounds: ReadonlySet<string | undefined> = new Set<Bodies["authorisationWithdrawn"]["ground"]>([
  "criteria",
  "safety",
  "breach",
]);

/** Who may contemplate such a measure, and on what ground. */
function lawfulInvitation(auth: Authorisation, { by: authority, body: { measure, ground } }: Contemplated): void {
  if ((authority === "ministers") !== (measure === "coverage-end"))
    refuse(
      "La fin de la prise en charge est prononcée par les ministres ; la suspension et le retrait, par la HAS ou l'ANSM.",
      measure === "coverage-end" ? by.endByOrderLaw : by.measureLaw,
    );
  if (measure === "coverage-end") refuseUnrecorded(auth.coverage.grounds, ground, by.endByOrderLaw);
  else if (auth.coverage.grounds.has("authorisation-withdrawn"))
    refuse("L'autorisation n'est plus en vigueur.", by.measureLaw);
  if (measure === "withdrawal" && !withdrawalGrounds.has(ground))
    refuse("Un retrait envisagé dit son motif : critères, sécurité ou manquement.", by.measureLaw);
  if (measure === "suspension" && ground !== undefined)
    refuse("Une suspension envisagée dit sa raison, sans autre motif.", by.suspensionLaw);
}

/** CRPA L. 121-1. The holder is first told of the measure, of its ground and of the day until which he may answer. */
export const measures = chapter(function* (file, auth: Authorisation) {
  const { id, coverage } = auth;
  const inviting = file.each(
    "measureContemplated",
    (contemplated) => {
      lawfulInvitation(auth, contemplated);
      const { measure, ground, until, reason } = contemplated.body;
      const lastDay = dayGiven(until, by.observationsLaw);
      if (lastDay <= contemplated.on)
        refuse("Le titulaire dispose d'un délai pour présenter ses observations.", by.observationsLaw);
      coverage.invited.set(measureOf(measure, ground), lastDay);
      file.notify("applicant", "measureContemplated", {
        about: id,
        facts: { authority: contemplated.by, measure, ground, until: lastDay, reason },
      });
    },
    id,
  );
  const observing = file.each(
    "observationsMade",
    ({ body }) => {
      const invitation = file.recorded("measureContemplated", id);
      if (invitation === undefined) refuse("Aucune mesure n'est envisagée.", by.observationsLaw);
      file.notify(invitation.by as "HAS" | "ANSM" | "ministers", "observations", {
        about: id,
        facts: { observations: body.observations },
      });
    },
    id,
  );
  yield* file.all(inviting, observing);
});

/** The holder was invited to answer on that very measure, and the day that he was given is over. */
export function heardOn(
  { coverage: { invited } }: Authorisation,
  on: CivilDate,
  measure: Contemplated["body"]["measure"],
  ground?: string,
): void {
  const until = invited.get(measureOf(measure, ground));
  if (until === undefined)
    refuse(
      "Sauf dispense, le titulaire est d'abord invité à présenter ses observations sur cette mesure et sur ce motif.",
      by.observationsLaw,
    );
  if (until >= on) refuse(`Le titulaire peut présenter ses observations jusqu'au ${until}.`, by.observationsLaw);
  // Another measure, even the same one again, has its own invitation.
  invited.delete(measureOf(measure, ground));
}

/** II, B and R. 163-37. The order of the ministers, on a recorded ground, the holder heard. Gives the first day without coverage. */
export const theOrder = chapter(function* (file, auth: Authorisation) {
  const { id, coverage } = auth;
  const { on, body } = yield* file.received("coverageEndOrdered").about(id);
  const { ground, effectiveOn, reasons, remedies, exemption } = body;
  refuseUnrecorded(auth.coverage.grounds, ground, by.endByOrderLaw);
  if (exemption === undefined) heardOn(auth, on, "coverage-end", ground);
  const firstDayWithout = effectiveOn === undefined ? addDays(on, 1) : dayGiven(effectiveOn, by.orderInForceLaw);
  if (firstDayWithout < on) refuse("L'arrêté ne peut prendre effet avant sa publication.", by.orderInForceLaw);
  coverage.state = "ordered";
  show(file, auth);
  file.notify(["applicant", "HAS"], "endPronounced", {
    about: id,
    facts: { ground, firstDayWithout, reasons, remedies },
  });
  const lastDay = addDays(firstDayWithout, -1);
  // One that is in force on the very day of its publication leaves nothing to wait for.
  if (lastDay >= on) yield* file.end("orderedEnd", { from: on, about: id, length: days(daysBetween(on, lastDay)) });
  return firstDayWithout;
});

/** L. 162-16-5-4, I, last al. A drug that isn't sold any more for the patients' safety: another fact than a withdrawal by the HAS. */
export const marketingStop = chapter(function* (file, auth: Authorisation) {
  yield* file.received("marketingStopped").about(auth.id);
  auth.coverage.marketingStopped = true;
  file.notify(["applicant", "HAS", "ministers", "prescribers"], "marketingStopped", { about: auth.id });
  return "stopped" as const;
});
