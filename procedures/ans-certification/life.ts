import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { type AnsCertification, story } from "./definition.js";
import * as by from "./sources.js";

/** A certificate, and the last day to answer on the breach that an audit found; null while none is found. */
interface Certificate {
  readonly reference: string;
  observationsUntil: CivilDate | null;
}

/** The certificate as long as it lasts: audits, changed référentiels, told to what rests on it; ended as a whole, or replaced. */
export const certified = story(function* (file, { reference }: { readonly reference: string }) {
  file.enter("certified");
  file.notify("applicant", "validated", { facts: { reference } });
  file.handOver("certificateEstablished", { facts: { reference } });
  const certificate: Certificate = { reference, observationsUntil: null };
  const last = yield* file.under(
    [audits(file, certificate), observations(file, certificate), newReferentials(file)],
    file.first(file.received("certificateEnded"), file.received("certificateReplaced")),
  );
  if (last.act === "certificateReplaced") {
    file.notify(["applicant", "ministers"], "certificateReplaced", {
      facts: { reference, replacement: last.body.reference },
    });
    return yield* file.ends("replaced");
  }
  lawfulEnd(last, certificate);
  const { reasons, remedies } = last.body;
  file.notify(["applicant", "ministers"], "certificateEnded", { facts: { reference, reasons, remedies } });
  // R. 162-77. As a whole: whatever rests on it is told, once.
  file.handOver("certificateStruck", { facts: { reference, reasons } });
  return yield* file.ends("struck");
});

/** R. 162-77, R. 165-5-3. At any time; a breach is answered, and one that has ceased is no ground any more. */
const audits = story(function* (file, certificate: Certificate) {
  yield* file.each("auditCarriedOut", ({ on, body: { outcome, findings, observationsUntil } }) => {
    if (outcome === "compliant") {
      certificate.observationsUntil = null;
      file.enter("certified");
      file.notify("applicant", "auditCompliant", { facts: { findings } });
      return;
    }
    if (observationsUntil === undefined)
      refuse(
        "Le titulaire est mis à même de présenter ses observations : leur dernier jour manque.",
        by.observationsLaw,
      );
    const until = dayGiven(observationsUntil, by.observationsLaw);
    if (until <= on) refuse("Le titulaire dispose d'un délai pour présenter ses observations.", by.observationsLaw);
    certificate.observationsUntil = until;
    file.enter("breach");
    file.notify(["applicant", "ministers"], "breachFound", { facts: { findings, until } });
    file.task("ANS", "endCertificate");
  });
});

const observations = story(function* (file, certificate: Certificate) {
  yield* file.each("observationsMade", ({ body }) => {
    if (certificate.observationsUntil === null) refuse("Aucun manquement n'est constaté.", by.observationsLaw);
    file.notify("ANS", "observationsMade", { facts: { observations: body.observations } });
  });
});

/** A breach was found, and the holder could answer it, unless urgency exempts (CRPA L. 121-2). @throws Refusal */
function lawfulEnd(
  { on, body: { urgency } }: ActOf<AnsCertification, "certificateEnded">,
  { observationsUntil }: Certificate,
): void {
  if (observationsUntil === null) refuse("Aucun audit ne constate de manquement.", by.endLaw);
  if (urgency === undefined && observationsUntil >= on)
    refuse(
      `Le titulaire peut présenter ses observations jusqu'au ${observationsUntil} ; une dispense se motive (CRPA L. 121-2).`,
      by.observationsLaw,
    );
}

/** VI (V). Told to the listings that rest on it: each owes a new certificate within fifteen days of the entry into force. */
const newReferentials = story(function* (file) {
  yield* file.each("referentialChanged", ({ body: { inForceOn } }) => {
    const from = dayGiven(inForceOn, by.newCertificateLaw);
    file.notify("applicant", "referentialChanged", { facts: { from } });
    file.handOver("referentialChanged", { facts: { inForceOn } });
  });
});
