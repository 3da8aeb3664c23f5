import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays } from "../../law/civil-date.js";
import { type CertificateHeld, strikes } from "../certificate.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import { type Lppr, story } from "./definition.js";
import { opinion, requests, withdrawal } from "./examination.js";
import { listed } from "./life.js";
import * as by from "./sources.js";

/** The listing on the LPPR, in the order of the articles: request, examination, decisions, publication (R. 165-7 to R. 165-12), then its life. */
export const lpprStory = story(function* (file) {
  admit(file);
  file.enter("examination");
  file.notify(["applicant", "ministers", "CNEDiMTS", "CEPS"], "requested");
  for (const { id } of file.filing.indications)
    file.handOver("listingRequested", { about: id, facts: { list: "lppr" } });

  const certificate: CertificateHeld = { held: file.filing.certificate !== undefined, listed: false };
  return yield* file.under(strikes(file, certificate), fromTheRequestOn(file, certificate));
});

const fromTheRequestOn = story(function* (file, certificate: CertificateHeld) {
  const listing = yield* file.under([requests(file), opinion(file)], untilDecidedOrWithdrawn(file, certificate));

  // R. 165-8. "Elles sont publiées au Journal officiel."
  file.enter("publication");
  const [published] = yield* file.all(file.received("listingPublished"), tariffPublication(file, listing));
  const { effectiveOn, journal } = published.body;
  certificate.listed = true;
  const from = effectiveOn === undefined ? addDays(published.on, 1) : dayGiven(effectiveOn, by.orderInForceLaw);
  if (from < published.on) refuse("L'inscription ne prend pas effet avant sa publication.", by.orderInForceLaw);
  for (const { indication, outcome } of listing.body.decisions)
    if (outcome === "listed") file.handOver("listingPublished", { about: indication, facts: { effectiveOn: from } });
  file.enter("listed");
  file.notify(["applicant", "insurer"], "listed", { facts: { from, journal } });
  return yield* listed(file, from, listing.body.termYears);
});

/** A request is withdrawn until it is decided; then only the commission's opinion is awaited. */
const untilDecidedOrWithdrawn = story(function* (file, certificate: CertificateHeld) {
  const outcome = yield* file.first(decisions(file, certificate), file.received("withdrawn"));
  return outcome.act === "withdrawn" ? yield* withdrawal(file, outcome) : outcome;
});

/** What must be true of a request; what only bars the listing is said, and left to the ministers (R. 165-4). */
function admit(file: CaseFile<Lppr>): void {
  const { applicant, indications, product, certificate } = file.filing;
  siretGiven(applicant.siret);
  if (new Set(indications.map(({ id }) => id)).size < indications.length)
    refuse("Chaque indication porte un identifiant qui lui est propre.", by.applicationLaw);
  const why = whyNotListable(file, certificate !== undefined);
  if (why === null) return;
  file.notify(["applicant", "ministers"], "notListable", { facts: { why: why.name } });
  if (why.name === "certificate") file.task("applicant", "joinCertificate");
  if (product.telemonitoringOnly) file.notify("applicant", "notListable", { facts: { why: "telemonitoring" } });
}

/** R. 165-4, 3°, 5° and 6°. Why the product can't be listed as it stands; null when nothing bars it. */
function whyNotListable({ filing: { product } }: CaseFile<Lppr>, certified: boolean) {
  if (!product.ceMarked)
    return {
      name: "marketing",
      sentence: "Le produit ne satisfait pas aux exigences de mise sur le marché.",
      source: by.marketingLaw,
    } as const;
  if (product.telemonitoringOnly)
    return {
      name: "telemonitoring",
      sentence: "Un dispositif de télésurveillance exclusive relève de la LATM.",
      source: by.telemonitoringLaw,
    } as const;
  if (product.digital && !certified)
    return {
      name: "certificate",
      sentence: "Aucun certificat de conformité n'est joint au dossier.",
      source: by.certificateLaw,
    } as const;
  return null;
}

/** R. 165-8. Listing and tariff, in one or two decisions: a hundred and eighty days each, from the receipt of the request. */
const decisions = story(function* (file, certificate: CertificateHeld) {
  const [listing] = yield* file.all(listingDecision(file, certificate), tariffDecision(file));
  return listing;
});

const listingDecision = story(function* (file, certificate: CertificateHeld) {
  const certificates = file.each("certificateJoined", () => {
    if (!file.filing.product.digital)
      refuse("Seul un dispositif médical numérique a un certificat à joindre.", by.certificateLaw);
    certificate.held = true;
  });
  const decision = yield* file.under(
    certificates,
    file.received("listingDecided").within("listingDecision", { from: file.filedOn }),
  );
  lawfulListing(file, decision, certificate);
  for (const { indication, outcome, ...why } of decision.body.decisions) {
    file.notify(["applicant", "insurer", "CEPS"], "decided", { about: indication, facts: { outcome, ...why } });
    const { reasons } = why;
    file.handOver("listingDecided", {
      about: indication,
      facts: { outcome, ...(reasons !== undefined && { reasons }) },
    });
    yield* file.ends(outcome, indication);
  }
  // R. 165-16. Nothing is listed: no tariff is left to fix.
  if (decision.body.decisions.every(({ outcome }) => outcome === "refused")) return yield* file.ends("refused");
  return decision;
});

/** @throws Refusal */
function lawfulListing(
  file: CaseFile<Lppr>,
  { body: { decisions, termYears } }: ActOf<Lppr, "listingDecided">,
  certificate: CertificateHeld,
): void {
  const { indications, form } = file.filing;
  const decided = decisions.map(({ indication }) => indication).sort();
  if (
    decided.join() !==
    indications
      .map(({ id }) => id)
      .sort()
      .join()
  )
    refuse("La décision porte sur chacune des indications demandées, une fois.", by.decisionLaw);
  for (const { outcome, reasons, remedies } of decisions)
    if (outcome === "refused" && (reasons === undefined || remedies === undefined))
      refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.refusalLaw);
  const why = whyNotListable(file, certificate.held);
  if (why !== null && decisions.some(({ outcome }) => outcome === "listed")) refuse(why.sentence, why.source);
  if (form === "brand" && (termYears ?? 5) > 5)
    refuse("Une inscription sous forme de marque dure au plus cinq ans.", by.brandTermLaw);
}

const tariffDecision = story(function* (file) {
  const { body } = yield* file.received("tariffDecided").within("tariffDecision", { from: file.filedOn });
  file.notify(["applicant", "ministers"], "tariffDecided", { facts: { ...body } });
});

const tariffPublication = story(function* (file, { body: { decisions } }: ActOf<Lppr, "listingDecided">) {
  const { body } = yield* file.received("tariffPublished");
  for (const { indication, outcome } of decisions)
    if (outcome === "listed") file.handOver("tariffPublished", { about: indication, facts: { journal: body.journal } });
});
