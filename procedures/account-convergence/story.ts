import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import type { Bodies, Filing } from "./bodies.js";
import { type AccountConvergence, story } from "./definition.js";
import * as by from "./sources.js";

type Role = Bodies["roleGiven"]["person"]["role"];

const phaseOf = {
  "mandataire-social": "corporateOfficer",
  representant: "representative",
  salarie: "employee",
} as const satisfies Record<Role, string>;

/** Step 4.a: "Je n'ai pas encore de compte sur la plateforme Convergence". */
export const accountConvergenceStory = story(function* (file) {
  admit(file.filing, file.filedOn);
  const { representative } = file.filing.identityProvider;

  // "Délai 3 jours pour l'ouverture d'un compte"
  file.enter("requested");
  file.notify("applicant", "requested");
  file.notify("ANS", "toOpen");
  file.task("ANS", "verifyDocuments");
  const refused = new Set<string>();
  yield* file.under([withdrawal(file), supportingDocuments(file, refused)], opening(file, refused));

  file.enter("open");
  file.notify(["applicant", "ANS"], "opened");
  file.enter("representative", representative.id);
  return yield* file.under([roles(file), closing(file)], file.nothing());
});

function admit({ applicant, product, identityProvider, documents }: Filing, today: CivilDate): void {
  siretGiven(applicant.siret);
  if (product.id !== applicant.siret)
    refuse(`Le compte est celui de la structure : son identifiant est le SIRET ${applicant.siret}.`, by.accountStep);
  // "Je crée mon compte sur le Fournisseur d'Identité iSC"
  if (!identityProvider.registered)
    refuse("La structure crée d'abord son compte sur le Fournisseur d'Identité iSC.", by.identityProvider);
  if (identityProvider.representative.role !== "representant")
    refuse(
      "Le représentant de la structure doit être inscrit sur le Fournisseur d'Identité en tant que représentant de celle-ci.",
      by.representative,
    );
  // "Pièces justificatives à fournir"
  if (documents.kbis === undefined) refuse("Le Kbis de l'entreprise manque.", by.supportingDocuments);
  if (documents.identityDocument === undefined)
    refuse("La pièce d'identité du mandataire social manque.", by.supportingDocuments);
  stillValid(documents.identityDocument.validUntil, today);
}

/** "sur la base d'une pièce d'identité valide". */
function stillValid(validUntil: string, today: CivilDate): void {
  if (dayGiven(validUntil, by.supportingDocuments) < today)
    refuse(`La pièce d'identité n'est plus valide depuis le ${validUntil}.`, by.supportingDocuments);
}

const inFrench = (document: string): string =>
  document === "kbis" ? "le Kbis de l'entreprise" : "la pièce d'identité du mandataire social";

/** Within three days of the request, once no document is left to replace. */
const opening = story(function* (file, refused: Set<string>) {
  yield* file.received("accountOpened").within("accountOpening", { from: file.filedOn });
  if (refused.size > 0) refuse(`Reste à remplacer : ${[...refused].map(inFrench).join(", ")}.`, by.supportingDocuments);
});

/** The ANS may refuse either document. */
const supportingDocuments = story(function* (file, refused: Set<string>) {
  yield* file.each("supportingDocumentRefused", (refusal) => replacement(file, refusal, refused));
});

/** A document that the ANS doesn't accept is replaced; no text stops the three days meanwhile. */
const replacement = story(function* (
  file,
  { about = "", body: { reason } }: ActOf<AccountConvergence, "supportingDocumentRefused">,
  refused: Set<string>,
) {
  if (about !== "kbis" && about !== "identity-document")
    refuse(
      `Les pièces justificatives sont kbis et identity-document ; ${about} n'en est pas une.`,
      by.supportingDocuments,
    );
  if (refused.has(about)) refuse(`${about} est déjà refusée et attend d'être remplacée.`, by.supportingDocuments);
  refused.add(about);
  file.enter("refusedDocument", about);
  file.notify("applicant", "documentRefused", { about, facts: { document: inFrench(about), reason } });
  const { body } = yield* file.received("supportingDocumentSubmitted").about(about);
  if (about === "identity-document") {
    if (body.validUntil === undefined)
      refuse("Une pièce d'identité dit jusqu'à quand elle est valide.", by.supportingDocuments);
    stillValid(body.validUntil, file.today);
  }
  refused.delete(about);
  file.enter("submittedDocument", about);
  file.notify("ANS", "documentSubmitted", { about, facts: { document: inFrench(about) } });
});

const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "ANS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** Mandataire social, représentant, salarié. What each may do isn't written, but that a representative commits the structure. */
const roles = story(function* (file) {
  yield* file.each("roleGiven", ({ body: { person } }) => {
    file.enter(phaseOf[person.role], person.id);
    file.notify("applicant", "roleGiven", { about: person.id, facts: { name: person.name, role: person.role } });
  });
});

const closing = story(function* (file) {
  yield* file.received("accountClosed");
  file.notify(["applicant", "ANS"], "closed");
  return yield* file.ends("closed");
});
