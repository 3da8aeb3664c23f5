import { type CaseFile, lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { siretGiven } from "../siret.js";
import { type SupplementRules, supplements } from "../supplements.js";
import { type AnsCertification, story } from "./definition.js";
import { certified } from "./life.js";
import * as by from "./sources.js";

type File = CaseFile<AnsCertification>;

/** The ANS's certificate, in the order of R. 162-76 (LATM) and of R. 165-5-2 (LPPR), which say the same; then its life. */
export const ansCertificationStory = story(function* (file) {
  siretGiven(file.filing.applicant.siret);
  file.enter("deposited");
  file.notify(["applicant", "ANS"], "requested");
  const validated = yield* file.under(withdrawal(file), examination(file));
  return yield* certified(file, validated);
});

/** The applicant may withdraw its request until it is decided: nothing else is then owed. */
const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "ANS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** V (IV). What is missing, the acknowledgement that nothing is any more; then sixty days, that requests for information stop. */
const examination = story(function* (file) {
  const missing = file.each("missingItemsNotified", ({ body }) => {
    file.notify("applicant", "missingItems", { facts: { missing: body.missing } });
  });
  const { on: from } = yield* file.under(missing, file.received("applicationAcknowledged"));
  file.enter("examination");
  const outcome = yield* file.first(validation(file, from), supplements(file, supplementRules(file)));
  return outcome === "abandoned" ? yield* file.ends("deemedAbandoned") : outcome;
});

/** Al. 3. Undecided at the end of the sixty days, the request is rejected. */
const validation = story(function* (file, from: CivilDate) {
  const delay = file.filing.list === "lppr" ? "lpprValidation" : "validation";
  file.notify(["applicant", "ANS"], "acknowledged");
  const decided = yield* file.received("validationDecided").within(delay, { from });
  if (decided === lapsed) {
    file.notify(["applicant", "ANS"], "silentRejection");
    return yield* file.ends("silentlyRejected");
  }
  const { outcome, certificate, reasons, remedies } = decided.body;
  if (outcome === "validated") {
    if (certificate === undefined) refuse("Une validation porte la référence du certificat délivré.", by.organismLaw);
    return { on: decided.on, reference: certificate };
  }
  if (reasons === undefined || remedies === undefined)
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.reasonsLaw);
  file.notify("applicant", "refused", { facts: { reasons, remedies } });
  return yield* file.ends("refused");
});

/** Al. 2. Ten days at least, as the ANS says; only its own delay stops. */
const supplementRules = (file: File): SupplementRules => ({
  source: by.informationLaw,
  told: { complete: ["applicant", "ANS"], abandoned: ["applicant", "ANS"] },
  lawful({ body }) {
    if (body.days < 10) refuse("Le délai imparti ne peut être inférieur à dix jours.", by.informationLaw);
  },
  given: ({ receivedOn: from, body: { request: of, days: length } }) =>
    file.end(file.filing.list === "lppr" ? "lpprInformation" : "information", { from, of, length: days(length) }),
});
