import { say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { PreDepotMedicament } from "./definition.js";
import * as by from "./sources.js";

/** What the laboratory and the two agencies read. No object of a letter names the product. */
export const letters = lettersOf<PreDepotMedicament>({
  requested: (letter) => [
    say`Votre demande de rendez-vous pré-dépôt est reçue`,
    say`Votre demande est arrivée le ${letter.today(by.meeting)}. Le rendez-vous se tient conjointement avec les services de la HAS et de l'ANSM (${by.joint.ref}).`,
    say`Il n'est pas obligatoire, mais fortement encouragé (${by.encouraged.ref}). Aucun texte ne fixe de délai pour y répondre : nous n'en annonçons pas.`,
    say`Vous pouvez y discuter de l'éligibilité au regard des critères de l'accès précoce, du contenu du dossier, du calendrier de dépôt, et des données à recueillir dans le PUT-RD.`,
  ],
  toPlan: (letter) => [
    say`Rendez-vous pré-dépôt à fixer avec l'autre agence`,
    say`Une demande de rendez-vous, avant une demande d'accès précoce pré-AMM, est arrivée le ${letter.today(by.meeting)}.`,
  ],
  documentsReceived: (letter) => [
    say`Des documents sont arrivés`,
    say`Le laboratoire a transmis, le ${letter.today(by.topics)} :`,
    letter.items("documents"),
  ],
  planned: (letter) => [
    say`Le rendez-vous pré-dépôt est fixé`,
    say`Il aura lieu le ${letter.dated("on", by.joint)}, avec les services de la HAS et de l'ANSM. ${letter.text("at")}.`,
  ],
  notHeld: (letter) => [
    say`Le rendez-vous n'a pas eu lieu`,
    say`Le rendez-vous du ${letter.today(by.joint)} n'a pas eu lieu : ${letter.text("reason")}`,
    say`Il sera fixé à nouveau.`,
  ],
  held: (letter) => [
    say`Le rendez-vous pré-dépôt a eu lieu`,
    say`Il s'est tenu le ${letter.today(by.joint)}. Ce dossier est clos ; il reste confidentiel.`,
  ],
  withdrawn: (letter) => [
    say`La demande de rendez-vous est retirée`,
    say`Le laboratoire a retiré sa demande le ${letter.today(by.encouraged)}.`,
  ],
});
