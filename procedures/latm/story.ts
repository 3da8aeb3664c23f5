import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays } from "../../law/civil-date.js";
import { type CertificateHeld, strikes } from "../certificate.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import { type Latm, story } from "./definition.js";
import { type Examination, opinion, unfinished } from "./examination.js";
import { supplements } from "./information.js";
import { listed } from "./life.js";
import * as by from "./sources.js";

/** The listing on the LATM under a brand name, in the order of the articles (R. 162-76 to R. 162-81), then its life. */
export const latmStory = story(function* (file) {
  siretGiven(file.filing.applicant.siret);
  if (new Set(file.filing.indications.map(({ id }) => id)).size < file.filing.indications.length)
    refuse("Chaque indication porte un identifiant qui lui est propre.", by.applicationLaw);
  file.enter("deposited");
  file.notify(["applicant", "ministers", "CNEDiMTS", "CNP"], "requested");
  for (const { id } of file.filing.indications)
    file.handOver("listingRequested", { about: id, facts: { list: "latm" } });

  const certificate: CertificateHeld = {
    held: file.filing.underPecan || file.filing.certificate !== undefined,
    listed: false,
  };
  return yield* file.under(strikes(file, certificate), fromTheRequestOn(file, certificate));
});

const fromTheRequestOn = story(function* (file, certificate: CertificateHeld) {
  const received = yield* file.first(acknowledgement(file, certificate), file.received("withdrawn"));
  if (received.act === "withdrawn") {
    withdraw(file);
    return yield* file.ends("withdrawn");
  }
  const examination: Examination = { contradiction: "none", over: null };
  const listing = yield* file.under(
    opinion(file, received, examination),
    request(file, received, examination, certificate),
  );

  // R. 162-73, II, and R. 162-95. The order of listing, and the one that fixes the amount.
  file.enter("publication");
  const [published] = yield* file.all(file.received("listingPublished"), amount(file, listing));
  const { effectiveOn, journal } = published.body;
  certificate.listed = true;
  const from = effectiveOn === undefined ? addDays(published.on, 1) : dayGiven(effectiveOn, by.orderInForceLaw);
  if (from < published.on) refuse("L'inscription ne prend pas effet avant sa publication.", by.orderInForceLaw);
  file.enter("listed");
  file.notify(["applicant", "insurer", "CNP"], "listed", { facts: { from, journal } });
  return yield* listed(file, from, listing.body.termYears);
});

/** R. 162-76, I, and R. 162-79. The certificate first, but under a PECAN, which rests on one; then the acknowledgement. */
const acknowledgement = story(function* (file, certificate: CertificateHeld) {
  if (!certificate.held) {
    file.notify("applicant", "certificateAwaited");
    file.task("applicant", "joinCertificate");
  }
  const missing = file.each("missingItemsNotified", ({ body }) => {
    file.notify("applicant", "missingItems", { facts: { missing: body.missing } });
  });
  return yield* file.under([missing, joining(file, certificate)], completeRequest(file, certificate));
});

const joining = story(function* (file, certificate: CertificateHeld) {
  yield* file.each("certificateJoined", () => {
    certificate.held = true;
  });
});

const completeRequest = story(function* (file, certificate: CertificateHeld) {
  const received = yield* file.received("applicationAcknowledged");
  if (!certificate.held)
    refuse("La demande ne comporte pas le certificat de conformité, à obtenir d'abord.", by.certificateLaw);
  file.enter("examination");
  return received;
});

/** Until it is decided, withdrawn, or deemed abandoned. */
const request = story(function* (
  file,
  received: ActOf<Latm, "applicationAcknowledged">,
  examination: Examination,
  certificate: CertificateHeld,
) {
  const outcome = yield* file.under(
    joining(file, certificate),
    file.first(decision(file, received, certificate), file.received("withdrawn"), supplements(file)),
  );
  if (outcome === "abandoned") return yield* unfinished(file, examination, "deemedAbandoned");
  if (outcome.act === "listingDecided") return outcome;
  withdraw(file);
  return yield* unfinished(file, examination, "withdrawn");
});

function withdraw(file: CaseFile<Latm>): void {
  file.notify(["applicant", "ministers", "CNEDiMTS", "CNP"], "withdrawn");
  for (const { id } of file.filing.indications) file.handOver("listingRequestWithdrawn", { about: id });
}

/** R. 162-79. A hundred and twenty days from the acknowledgement; ninety under a PECAN. */
const decision = story(function* (
  file,
  { on: from }: ActOf<Latm, "applicationAcknowledged">,
  certificate: CertificateHeld,
) {
  const delay = file.filing.underPecan ? "pecanDecision" : "decision";
  const decided = yield* file.received("listingDecided").within(delay, { from });
  lawfulDecision(file, decided, certificate);
  for (const { indication, outcome, ...why } of decided.body.decisions) {
    file.notify(["applicant", "insurer", "CNP"], "decided", { about: indication, facts: { outcome, ...why } });
    const { reasons } = why;
    file.handOver("listingDecided", {
      about: indication,
      facts: { outcome, ...(reasons !== undefined && { reasons }) },
    });
    yield* file.ends(outcome, indication);
  }
  if (decided.body.decisions.every(({ outcome }) => outcome === "refused")) return yield* file.ends("refused");
  return decided;
});

/** @throws Refusal */
function lawfulDecision(
  file: CaseFile<Latm>,
  { body: { decisions } }: ActOf<Latm, "listingDecided">,
  certificate: CertificateHeld,
): void {
  const asked = file.filing.indications.map(({ id }) => id);
  const decided = decisions.map(({ indication }) => indication);
  if (decided.sort().join() !== asked.sort().join())
    refuse("La décision porte sur chacune des indications demandées, une fois.", by.decisionLaw);
  for (const { outcome, reasons, remedies } of decisions)
    if (outcome === "refused" && (reasons === undefined || remedies === undefined))
      refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.decisionLaw);
  if (decisions.every(({ outcome }) => outcome === "refused")) return;
  if (file.recorded("opinionRendered") === undefined) refuse("L'inscription suit l'avis de la commission.", by.listLaw);
  if (!file.filing.product.ceMarked) refuse("Le dispositif ne dispose pas du marquage CE.", by.markingLaw);
  if (!certificate.held) refuse("L'exploitant ne dispose pas du certificat de conformité.", by.certificateBarLaw);
}

const amount = story(function* (file, { body: { decisions } }: ActOf<Latm, "listingDecided">) {
  const { body } = yield* file.received("amountPublished");
  file.notify(["applicant", "insurer"], "amount", { facts: { journal: body.journal } });
  for (const { indication, outcome } of decisions)
    if (outcome === "listed") file.handOver("tariffPublished", { about: indication, facts: { journal: body.journal } });
});
