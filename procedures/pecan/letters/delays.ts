import { nothing, type Sentence, say, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import { codesThirtyDays, unanswered } from "./common.js";

/** What is told of a delay that nears its end, or is over without any effect. */
export const delays = {
  overrun: (letter) => {
    const delay = letter.text("delay");
    const bearer = overdue[delay] ?? "L'autorité";
    return [
      say`Délai dépassé : ${letter.label(delay)}`,
      when(letter.lastDay(delay), (due) => say`${bearer} devait agir au plus tard le ${due} ; ce délai est dépassé.`),
      delay === "acknowledgement"
        ? say`C'est un objectif de service : aucun texte ne fixe ce délai (${by.acknowledgementTarget.ref}).`
        : nothing,
      say`Aucun texte n'attache d'effet à ce retard : rien n'est acquis ni perdu, et l'acte reste attendu.`,
    ];
  },

  reminder: (letter) => {
    const delay = letter.text("delay");
    const { doing, otherwise } = approaching[delay] ?? { doing: letter.label(delay), otherwise: nothing };
    const left = Number(letter.text("daysBefore"));
    return [
      say`Rappel : ${left === 1 ? "un jour" : `${left} jours`} — ${letter.label(delay)}`,
      when(
        letter.lastDay(delay),
        (due) => say`${doing} : il reste ${left === 1 ? "un jour" : `${left} jours`}, jusqu'au ${due} inclus.`,
      ),
      otherwise,
      remindsOfARequest.has(delay) ? codesThirtyDays(letter) : nothing,
    ];
  },
} satisfies Partial<Letters<Pecan>>;

/** What the ministers asked: to be read, and to be answered. */
const remindsOfARequest: ReadonlySet<string> = new Set(["consultation", "ministersInformation"]);

/** Who is late, in the delays whose end has no effect. */
const overdue: Readonly<Record<string, string>> = {
  convergenceAccount: "L'ANS",
  acknowledgement: "Le service des ministres",
  ansOpinion: "L'ANS",
  cnedimtsOpinion: "La CNEDiMTS",
  decision: "Le service des ministres",
};

/** What a reminder asks, and what follows if it isn't done. */
const approaching: Readonly<Record<string, { readonly doing: string; readonly otherwise: Sentence }>> = {
  inactivity: {
    doing: "Faites évoluer votre candidature",
    otherwise: say`Au-delà, un agent de l'ANS pourra la considérer comme abandonnée (${by.step.inactivity.ref}).`,
  },
  consultation: {
    doing: "Consultez la demande des ministres sur la plateforme",
    otherwise: say`Au-delà, elle est réputée reçue le jour de sa mise à disposition (${by.platformReceptionLaw.ref}).`,
  },
  furtherInformation: { doing: "Transmettez la totalité des renseignements demandés", otherwise: unanswered },
  ministersInformation: { doing: "Transmettez la totalité des renseignements demandés", otherwise: unanswered },
  ansInformation: {
    doing: "Répondez à l'ANS sur Convergence",
    otherwise: say`Au-delà, votre candidature est dépriorisée, jamais abandonnée (${by.step.ansDeprioritises.ref}).`,
  },
  coverageYear: {
    doing: "L'année de prise en charge anticipée se termine",
    otherwise: say`Elle cesse alors de plein droit, sans arrêté ni prolongation, et la continuité des traitements commence (${by.endByLawLaw.ref}).`,
  },
  lpprListing: {
    doing: "Déposez votre demande d'inscription sur la LPPR",
    otherwise: say`Au-delà, la fin de la prise en charge est prononcée par arrêté (${by.endByOrderLaw.ref}).`,
  },
  latmListing: {
    doing: "Déposez votre demande d'inscription sur la LATM",
    otherwise: say`Au-delà, la fin de la prise en charge est prononcée par arrêté (${by.endByOrderLaw.ref}).`,
  },
  continuity: {
    doing: "La continuité des traitements se termine",
    otherwise: say`Organisez la suite des traitements avec les prescripteurs (${by.continuityLaw.ref}).`,
  },
  shortContinuity: {
    doing: "La continuité des traitements se termine",
    otherwise: say`Organisez la suite des traitements avec les prescripteurs (${by.shortContinuityLaw.ref}).`,
  },
};
