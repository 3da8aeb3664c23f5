import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { chapter, type Latm } from "./definition.js";
import * as by from "./sources.js";

/** R. 162-76, VI. A new certificate is asked for within fifteen days of the entry into force of a change; else, a ground of delisting. */
export const certificates = chapter(function* (file) {
  for (;;) {
    const { body } = yield* file.received("referentialChanged");
    const from = dayGiven(body.inForceOn, by.newCertificateLaw);
    file.notify("applicant", "newCertificate", { facts: { from } });
    const asked = yield* file.received("certificateRequested").within("newCertificate", { from });
    if (asked !== lapsed) continue;
    file.notify(["applicant", "ministers"], "newCertificateOverdue", { facts: { from } });
    file.task("ministers", "considerDelisting");
    yield* file.received("certificateRequested");
  }
});

type Ground = ActOf<Latm, "delistingPlanned">["body"]["ground"];
/** R. 162-85, I: the commission gives its opinion. */
const forTheCommission: readonly Ground[] = [
  "asked-for",
  "criteria",
  "superior-activity",
  "generic-line",
  "indicators",
];
/** R. 162-86, II: nobody is informed beforehand. */
const withoutNotice: readonly Ground[] = ["discontinued", "ce-withdrawn", "banned"];

/** R. 162-85, R. 162-86. Information, twenty days of observations, the opinion where one is required, then the order. */
export const delistings = chapter(function* (file) {
  for (;;) {
    const planned = yield* file.received("delistingPlanned");
    const { ground, reasons } = planned.body;
    file.enter("delisting");
    file.notify(["applicant", "CNP"], "delistingPlanned", { facts: { ground, reasons } });
    if (!withoutNotice.includes(ground)) {
      const consulted = forTheCommission.includes(ground);
      yield* file.all(
        delistingObservations(file, planned.receivedOn),
        ...(consulted ? [delistingOpinion(file, planned)] : []),
      );
    }
    const { body } = yield* file.received("delistingDecided");
    file.notify(["applicant", "CNP", "insurer"], "delistingDecided", { facts: { ...body } });
    if (body.outcome === "delisted") return yield* file.ends("delisted");
    file.enter("listed");
  }
});

const delistingObservations = chapter(function* (file, from: CivilDate) {
  yield* file.under(
    file.each("delistingObservations", () => undefined),
    file.end("delistingObservations", { from }),
  );
});

/** III. In the delay that the ministers set; not given in it, it is deemed given. */
const delistingOpinion = chapter(function* (
  file,
  { on: from, body: { opinionDays } }: ActOf<Latm, "delistingPlanned">,
) {
  if (opinionDays === undefined)
    refuse("Les ministres fixent le délai de l'avis de la commission.", by.deemedOpinionLaw);
  const rendered = yield* file
    .received("delistingOpinionRendered")
    .within("delistingOpinion", { from, length: days(opinionDays) });
  file.notify(["applicant", "ministers", "CNEDiMTS"], "delistingOpinion", {
    facts: rendered === lapsed ? { deemed: "yes" } : { ...rendered.body },
  });
});
