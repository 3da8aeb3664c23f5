import { nothing, say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { PreDepot } from "./definition.js";
import * as by from "./sources.js";

/** What the applicant and the HAS read of a rendez-vous pré-dépôt. No object of a letter names the product. */

const elsewhere: Readonly<Record<string, string>> = {
  "rencontre-precoce": `une rencontre précoce, à demander sur Sésame (${by.earlyMeeting.ref})`,
  "forfait-innovation": `le forfait innovation : secretariat-innovation@has-sante.fr (${by.otherAddresses.ref})`,
  "digital-health": `la mission numérique en santé : contact.mns@has-sante.fr (${by.otherAddresses.ref})`,
};

export const letters = lettersOf<PreDepot>({
  requested: (letter) => [
    say`Votre demande de rendez-vous pré-dépôt est reçue`,
    say`La HAS a reçu votre demande le ${letter.today(by.address)}.`,
    say`Aucun texte ne fixe de délai pour y répondre : nous n'en annonçons pas. Vous serez prévenu dès que le rendez-vous sera fixé.`,
    say`Ce rendez-vous est gratuit et confidentiel ; il n'a aucun caractère obligatoire (${by.principles.ref}).`,
  ],
  toPlan: (letter) => [
    say`Rendez-vous pré-dépôt à fixer`,
    say`Une demande est arrivée le ${letter.today(by.address)}.`,
  ],
  documentsReceived: (letter) => [
    say`Des documents sont arrivés`,
    say`L'industriel a transmis, le ${letter.today(by.topics)} :`,
    letter.items("documents"),
  ],
  planned: (letter) => [
    say`Le rendez-vous pré-dépôt est fixé`,
    say`Il aura lieu le ${letter.dated("on", by.meeting)}. ${letter.text("at")}.`,
  ],
  notHeld: (letter) => [
    say`Le rendez-vous n'a pas eu lieu`,
    say`Le rendez-vous du ${letter.today(by.meeting)} n'a pas eu lieu : ${letter.text("reason")}`,
    say`Il sera fixé à nouveau.`,
  ],
  held: (letter) => [
    say`Le rendez-vous pré-dépôt a eu lieu`,
    say`Il s'est tenu le ${letter.today(by.meeting)}. Ce dossier est clos ; il reste confidentiel.`,
    letter.toApplicant
      ? say`Quand vous déposerez votre dossier, vous pourrez y nommer ce rendez-vous : rien de ce qui s'y est dit n'y sera repris.`
      : nothing,
  ],
  redirected: (letter) => [
    say`Votre demande relève d'un autre interlocuteur`,
    say`La HAS vous indique, le ${letter.today(by.otherAddresses)}, le bon interlocuteur : ${elsewhere[letter.text("to")] ?? letter.text("to")}.`,
    letter.text("reasons"),
  ],
  withdrawn: (letter) => [
    say`La demande de rendez-vous est retirée`,
    say`L'industriel a retiré sa demande le ${letter.today(by.principles)}.`,
  ],
});
