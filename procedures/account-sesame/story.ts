import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import type { Filing } from "./bodies.js";
import { type AccountSesame, story } from "./definition.js";
import * as by from "./sources.js";

type Attestation = Filing["attestation"];

/** Reading C13: the guide says two, a more recent FAQ gives no number. */
const managersAtMost = 2;

/** The Sésame account, in the order of the guide: the request, the dedicated account, its contributors and its consultants. */
export const accountSesameStory = story(function* (file) {
  // "Pour créer un compte d'accès, munissez-vous du numéro SIRET de l'entreprise et de l'attestation…"
  const { applicant, product } = file.filing;
  siretGiven(applicant.siret);
  if (product.id !== applicant.siret)
    refuse(`Le compte est celui de l'entreprise : son identifiant est le SIRET ${applicant.siret}.`, by.opening);
  const attestation = yield* file.under(withdrawal(file), attested(file, file.filing.attestation));

  // "La HAS crée un compte dédié" ; les personnes désignées "deviennent des gestionnaires de compte".
  const managers = new Set<string>();
  const manage = ({ managers: named }: Attestation) => {
    for (const id of managers) if (named.every((manager) => manager.id !== id)) file.enter("formerManager", id);
    managers.clear();
    for (const { id } of named) {
      managers.add(id);
      file.enter("manager", id);
    }
  };
  file.enter("open");
  manage(attestation);
  file.notify(["applicant", "HAS"], "opened", { facts: { managers: attestation.managers.map(({ name }) => name) } });

  return yield* file.under(
    [
      contributors(file, managers),
      delegations(file),
      changesOfManager(file, manage),
      notifications(file),
      closing(file),
    ],
    file.nothing(),
  );
});

const closing = story(function* (file) {
  yield* file.received("accountClosed");
  file.notify(["applicant", "HAS"], "closed");
  return yield* file.ends("closed");
});

/** The request, its attestation corrected until the HAS opens the account. No delay is stated. */
const attested = story(function* (file, first: Attestation) {
  file.enter("requested");
  for (let attestation = first; ; ) {
    valid(attestation);
    file.notify("applicant", "requested");
    file.notify("HAS", "toOpen");
    file.task("HAS", "openAccount");
    const answer = yield* file.received("accountOpened", "attestationReturned");
    if (answer.act === "accountOpened") return attestation;
    file.notify("applicant", "attestationReturned", { facts: { reason: answer.body.reason } });
    ({ attestation } = (yield* file.received("attestationSubmitted")).body);
  }
});

/** "l'attestation tamponnée et signée par son représentant légal", two managers at most. */
function valid({ stamped, signedBy, managers }: Attestation): void {
  if (!stamped) refuse("L'attestation doit porter le tampon de l'entreprise.", by.piecesOfRequest);
  if (signedBy !== "legal-representative")
    refuse("L'attestation doit être signée par le représentant légal de l'entreprise.", by.piecesOfRequest);
  if (managers.length > managersAtMost)
    refuse(
      `L'attestation désigne ${managers.length} gestionnaires de compte : ils sont ${managersAtMost} au maximum.`,
      by.opening,
    );
  if (new Set(managers.map(({ id }) => id)).size < managers.length)
    refuse("L'attestation désigne deux fois la même personne.", by.opening);
}

const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "HAS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** "Elles pourront alors créer des contributeurs" : the managers, and nobody else. */
const contributors = story(function* (file, managers: ReadonlySet<string>) {
  yield* file.each("contributorCreated", ({ body: { manager, contributor } }) => {
    if (!managers.has(manager))
      refuse(
        `${manager} n'est pas gestionnaire de ce compte : seul un gestionnaire crée un contributeur.`,
        by.contributors,
      );
    file.enter("contributor", contributor.id);
    file.notify("applicant", "contributorCreated", { about: contributor.id, facts: { contributor: contributor.name } });
  });
});

/** "L'entreprise peut également donner délégation à un consultant". */
const delegations = story(function* (file) {
  const given = new Set<string>();
  yield* file.each("delegationGiven", (act) => delegation(file, act, given));
});

/** Dated, limited to what he has opened, revocable. */
const delegation = story(function* (
  file,
  { about = "", body }: ActOf<AccountSesame, "delegationGiven">,
  given: Set<string>,
) {
  const { consultant, designatedBy, from, until, scope } = body;
  if (given.has(about)) refuse(`La délégation ${about} existe déjà : une autre porte un autre nom.`, by.delegation);
  if (designatedBy !== "legal-representative")
    refuse("Le consultant est désigné par le représentant légal de l'entreprise.", by.consultantAccess);
  const first = dayGiven(from, by.delegation);
  const last = until === undefined ? undefined : dayGiven(until, by.delegation);
  if (last !== undefined && last < first) refuse("La délégation prendrait fin avant d'avoir commencé.", by.delegation);
  given.add(about);
  file.enter("delegated", about);
  file.notify(["applicant", "HAS"], "delegationGiven", {
    about,
    facts: { consultant: consultant.name, from, until, scope },
  });
  const ending = yield* file.first(access(file, about), revocation(file, about), term(file, about, last));
  yield* file.ends(ending, about);
  file.notify(["applicant", "HAS"], "delegationOver", { about, facts: { consultant: consultant.name, ending } });
  file.task("HAS", "endConsultantAccess", { about });
});

/** "la HAS ouvre un accès à la personne désignée". */
const access = story(function* (file, delegation: string) {
  file.task("HAS", "openConsultantAccess", { about: delegation });
  yield* file.received("consultantAccessOpened").about(delegation);
  file.enter("access", delegation);
  file.notify("applicant", "consultantAccess", { about: delegation });
  return yield* file.nothing();
});

const revocation = story(function* (file, delegation: string) {
  yield* file.received("delegationRevoked").about(delegation);
  return "revoked" as const;
});

/** The day that the company itself has given; no text gives one. */
const term = story(function* (file, delegation: string, until: CivilDate | undefined) {
  if (until === undefined) return yield* file.nothing();
  yield* file.end("delegationTerm", { from: until, of: delegation });
  return "over" as const;
});

/** The managers may change, one designation at a time. */
const changesOfManager = story(function* (file, manage: (attestation: Attestation) => void) {
  const designations = { pending: false };
  yield* file.each("managersDesignated", ({ body }) => designation(file, body.attestation, manage, designations));
});

/** A new attestation names the managers, who replace the former ones once the HAS has recorded them. */
const designation = story(function* (
  file,
  attestation: Attestation,
  manage: (attestation: Attestation) => void,
  designations: { pending: boolean },
) {
  if (designations.pending) refuse("La désignation précédente attend encore d'être enregistrée.", by.attestation);
  valid(attestation);
  designations.pending = true;
  const facts = { managers: attestation.managers.map(({ name }) => name) };
  file.notify("HAS", "managersDesignated", { facts });
  file.task("HAS", "recordManagers");
  const answer = yield* file.received("managersRecorded", "managersReturned");
  designations.pending = false;
  if (answer.act === "managersReturned")
    return file.notify("applicant", "attestationReturned", { facts: { reason: answer.body.reason } });
  manage(attestation);
  file.notify("applicant", "managersRecorded", { facts });
});

/** "si vous avez activé cette option". */
const notifications = story(function* (file) {
  yield* file.each("notificationOptionSet", ({ body: { active } }) => {
    file.notify("applicant", "notificationOption", { facts: { active } });
  });
});
