import { nothing, say, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import { codesThirtyDays } from "./common.js";

/** How a request ends before its decision. */
export const endings = {
  withdrawn: (letter) => [
    say`Désistement enregistré`,
    letter.toApplicant
      ? say`Votre désistement a été enregistré le ${letter.today(by.applicationLaw)}. Le dossier est clos et ses délais sont arrêtés.`
      : say`L'exploitant s'est désisté le ${letter.today(by.applicationLaw)}. Le dossier est clos et ses délais sont arrêtés.`,
    say`Les avis déjà rendus restent publiés (${by.publicationLaw.ref}).`,
    letter.toApplicant
      ? say`Un désistement n'est pas un refus : vous pouvez déposer une nouvelle demande (${by.barsLaw.ref}).`
      : nothing,
  ],

  abandoned: (letter) => {
    const delay = letter.text("delay") === "ministersInformation" ? "ministersInformation" : "furtherInformation";
    const receivedOn = letter.day("receivedOn");
    const due = receivedOn && letter.lastDayFrom(delay, receivedOn);
    return [
      say`Demande réputée abandonnée`,
      say`Les éléments de la demande ${letter.about} n'ont pas tous été reçus dans le délai : la demande de prise en charge anticipée est réputée abandonnée, pour toutes ses indications, depuis le ${letter.today(by.abandonmentLaw)}.`,
      when(due, (last) => say`Le dernier jour pour répondre était le ${last}.`),
      codesThirtyDays(letter, receivedOn),
      letter.toApplicant
        ? say`Si vous aviez transmis la totalité avant la fin de ce jour, envoyez-en la preuve (accusé d'enregistrement) : le dossier sera rouvert. Sinon, vous pouvez déposer une nouvelle demande : un abandon n'est pas un refus (${by.barsLaw.ref}).`
        : nothing,
      letter.toApplicant
        ? say`Pour information, un recours devant le juge administratif est recevable jusqu'au ${letter.lastDayOfAppeal()}, si cette lettre vous notifie l'abandon ce jour-là.`
        : nothing,
    ];
  },

  inactiveAbandoned: (letter) => [
    say`Candidature considérée comme abandonnée`,
    letter.toApplicant
      ? say`Votre candidature n'ayant pas évolué depuis plus de six mois, l'ANS l'a considérée comme abandonnée le ${letter.today(by.step.inactivity)}.`
      : say`L'ANS a considéré la candidature comme abandonnée le ${letter.today(by.step.inactivity)}, après plus de six mois sans évolution.`,
    say`Motif : ${letter.text("reason")}`,
    letter.toApplicant
      ? say`Vous pouvez déposer une nouvelle demande : ce n'est pas un refus (${by.barsLaw.ref}).`
      : nothing,
    letter.toApplicant
      ? say`Pour information, un recours devant le juge administratif est recevable jusqu'au ${letter.lastDayOfAppeal()}, si cette lettre vous la notifie ce jour-là.`
      : nothing,
  ],
} satisfies Partial<Letters<Pecan>>;
