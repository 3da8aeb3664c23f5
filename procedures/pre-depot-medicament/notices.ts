import { dated, type LettersOf, lettersOf } from "../letters.js";
import type { PreDepotMedicament } from "./definition.js";
import * as by from "./sources.js";

/** What the laboratory and the two agencies read. No object of a letter names the product. */
const letters = {
  requested: (letter) => [
    "Votre demande de rendez-vous pré-dépôt est reçue",
    `Votre demande est arrivée le ${letter.on(by.meeting)}. Le rendez-vous se tient conjointement avec les services de la HAS et de l'ANSM (${by.joint.ref}).`,
    `Il n'est pas obligatoire, mais fortement encouragé (${by.encouraged.ref}). Aucun texte ne fixe de délai pour y répondre : nous n'en annonçons pas.`,
    "Vous pouvez y discuter de l'éligibilité au regard des critères de l'accès précoce, du contenu du dossier, du calendrier de dépôt, et des données à recueillir dans le PUT-RD.",
  ],
  toPlan: (letter) => [
    "Rendez-vous pré-dépôt à fixer avec l'autre agence",
    `Une demande de rendez-vous, avant une demande d'accès précoce pré-AMM, est arrivée le ${letter.on(by.meeting)}.`,
  ],
  documentsReceived: (letter) => [
    "Des documents sont arrivés",
    `Le laboratoire a transmis, le ${letter.on(by.topics)} :`,
    letter.items("documents"),
  ],
  planned: ({ facts, ...letter }) => [
    "Le rendez-vous pré-dépôt est fixé",
    `Il aura lieu le ${dated(facts.on, by.joint)}, avec les services de la HAS et de l'ANSM. ${letter.fact("at")}.`,
  ],
  notHeld: (letter) => [
    "Le rendez-vous n'a pas eu lieu",
    `Le rendez-vous du ${letter.on(by.joint)} n'a pas eu lieu : ${letter.fact("reason")}`,
    "Il sera fixé à nouveau.",
  ],
  held: (letter) => [
    "Le rendez-vous pré-dépôt a eu lieu",
    `Il s'est tenu le ${letter.on(by.joint)}. Ce dossier est clos ; il reste confidentiel.`,
  ],
  withdrawn: (letter) => [
    "La demande de rendez-vous est retirée",
    `Le laboratoire a retiré sa demande le ${letter.on(by.encouraged)}.`,
  ],
} satisfies LettersOf<PreDepotMedicament>;

export const { render, renderRectification } = lettersOf(letters);
