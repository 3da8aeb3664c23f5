import { dated, type LettersOf, lettersOf } from "../letters.js";
import type { PreDepot } from "./definition.js";
import * as by from "./sources.js";

/** What the applicant and the HAS read of a rendez-vous pré-dépôt. No object of a letter names the product. */

const elsewhere: Readonly<Record<string, string>> = {
  "rencontre-precoce": `une rencontre précoce, à demander sur Sésame (${by.earlyMeeting.ref})`,
  "forfait-innovation": `le forfait innovation : secretariat-innovation@has-sante.fr (${by.otherAddresses.ref})`,
  "digital-health": `la mission numérique en santé : contact.mns@has-sante.fr (${by.otherAddresses.ref})`,
};

const letters = {
  requested: (letter) => [
    "Votre demande de rendez-vous pré-dépôt est reçue",
    `La HAS a reçu votre demande le ${letter.on(by.address)}.`,
    "Aucun texte ne fixe de délai pour y répondre : nous n'en annonçons pas. Vous serez prévenu dès que le rendez-vous sera fixé.",
    `Ce rendez-vous est gratuit et confidentiel ; il n'a aucun caractère obligatoire (${by.principles.ref}).`,
  ],
  toPlan: (letter) => ["Rendez-vous pré-dépôt à fixer", `Une demande est arrivée le ${letter.on(by.address)}.`],
  documentsReceived: (letter) => [
    "Des documents sont arrivés",
    `L'industriel a transmis, le ${letter.on(by.topics)} :`,
    letter.items("documents"),
  ],
  planned: ({ facts, ...letter }) => [
    "Le rendez-vous pré-dépôt est fixé",
    `Il aura lieu le ${dated(facts.on, by.meeting)}. ${letter.fact("at")}.`,
  ],
  notHeld: (letter) => [
    "Le rendez-vous n'a pas eu lieu",
    `Le rendez-vous du ${letter.on(by.meeting)} n'a pas eu lieu : ${letter.fact("reason")}`,
    "Il sera fixé à nouveau.",
  ],
  held: (letter) => [
    "Le rendez-vous pré-dépôt a eu lieu",
    `Il s'est tenu le ${letter.on(by.meeting)}. Ce dossier est clos ; il reste confidentiel.`,
    letter.party === "applicant"
      ? "Quand vous déposerez votre dossier, vous pourrez y nommer ce rendez-vous : rien de ce qui s'y est dit n'y sera repris."
      : "",
  ],
  redirected: (letter) => [
    "Votre demande relève d'un autre interlocuteur",
    `La HAS vous indique, le ${letter.on(by.otherAddresses)}, le bon interlocuteur : ${elsewhere[letter.fact("to")] ?? letter.fact("to")}.`,
    letter.fact("reasons"),
  ],
  withdrawn: (letter) => [
    "La demande de rendez-vous est retirée",
    `L'industriel a retiré sa demande le ${letter.on(by.principles)}.`,
  ],
} satisfies LettersOf<PreDepot>;

export const { render, renderRectification } = lettersOf(letters);
