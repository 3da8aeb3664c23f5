import { nothing, say, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import { asked, bothOpinions, codesThirtyDays, missing, orUnknown, unanswered } from "./common.js";

/** Steps 11 and 13: what is asked of the applicant meanwhile, and what comes back. */
export const information = {
  informationRequested: (letter) => {
    const delay = letter.text("delay") === "ministersInformation" ? "ministersInformation" : "furtherInformation";
    if (!letter.toApplicant)
      return [
        say`Renseignements complémentaires demandés`,
        say`Les ministres ont adressé la demande ${letter.about} à l'exploitant le ${letter.today(by.suspensionLaw)}. Tous les délais du dossier sont suspendus depuis ce jour, jusqu'à la réception des éléments.`,
        asked(letter),
        codesThirtyDays(letter),
      ];
    return [
      say`Renseignements complémentaires demandés : ${letter.length(delay)} pour répondre`,
      say`Les ministres vous ont adressé la demande ${letter.about} le ${letter.today(by.suspensionLaw)}. Tous les délais d'instruction sont suspendus depuis ce jour.`,
      asked(letter),
      say`Vous disposez de ${letter.length(delay)} à compter du jour où vous recevez la demande (${letter.rule(delay).source.ref}). Nous vous écrirons cette date dès qu'elle est connue.`,
      when(
        letter.lastDay("consultation"),
        (due) =>
          say`Consultez-la sur la plateforme au plus tard le ${due} : sans consultation, elle est réputée reçue le jour de sa mise à disposition.`,
      ),
      say`Répondez pour la totalité : une réponse partielle laisse les délais suspendus, et sans réponse complète dans le délai la demande est réputée abandonnée (${by.abandonmentLaw.ref}).`,
      orUnknown(
        codesThirtyDays(letter),
        letter.otherLengths(delay).length === 0
          ? nothing
          : say`Les textes ne s'accordent pas sur cette durée : ${by.c3.quote ?? ""} (${by.c3.ref})`,
      ),
    ];
  },

  receptionRecorded: (letter) => {
    const delay = letter.text("delay") === "ministersInformation" ? "ministersInformation" : "furtherInformation";
    const receivedOn = letter.day("receivedOn") ?? letter.on;
    const due = letter.lastDayFrom(delay, receivedOn);
    const received = { date: receivedOn, source: by.platformReceptionLaw };
    return [
      say`Demande ${letter.about} reçue : répondre avant la fin du délai`,
      letter.toApplicant
        ? say`La demande ${letter.about} est reçue par vous le ${received}. Vous avez jusqu'au ${due} inclus, minuit heure de Paris, pour transmettre la totalité des éléments.`
        : say`La demande ${letter.about} est reçue par l'exploitant le ${received}. Son délai court jusqu'au ${due} inclus.`,
      orUnknown(codesThirtyDays(letter, receivedOn), letter.otherReadings(delay, receivedOn)),
      unanswered,
    ];
  },

  informationReceived: (letter) => [
    say`Réponse reçue à la demande ${letter.about}`,
    letter.toApplicant
      ? say`Accusé d'enregistrement : votre envoi en réponse à la demande ${letter.about} a été reçu le ${letter.today(by.registrationLaw)}. Éléments reçus : ${letter.list("items")}.`
      : say`L'exploitant a répondu à la demande ${letter.about} le ${letter.today(by.suspensionLaw)}.`,
    missing(letter),
    letter.list("missing") === ""
      ? say`Tout ce qui était demandé est reçu : les délais ont repris ce jour-là, quel que soit le jour de l'examen.`
      : say`Les délais restent suspendus jusqu'à la réception du dernier élément demandé (${by.suspensionLaw.ref}).`,
    letter.list("missing") === "" ? nothing : codesThirtyDays(letter),
    letter.party === "ministers"
      ? say`Dites si la réponse est complète ou partielle ; les délais reprennent du jour de sa réception (${by.suspensionLaw.ref}).`
      : nothing,
  ],

  informationComplete: (letter) => {
    const receivedOn = letter.dated("receivedOn", by.suspensionLaw) ?? letter.today(by.suspensionLaw);
    return [
      say`Réponse complète à la demande ${letter.about}`,
      say`Les ministres ont jugé complète la réponse à la demande ${letter.about}. Les délais ont repris le ${receivedOn}, jour de sa réception.`,
      bothOpinions(letter),
      when(letter.lastDay("decision"), (due) => say`La décision des ministres est attendue au plus tard le ${due}.`),
    ];
  },

  informationPartial: (letter) => {
    const due = letter.lastDay("ministersInformation") ?? letter.lastDay("furtherInformation");
    return [
      say`Réponse partielle à la demande ${letter.about}`,
      say`Les ministres ont jugé partielle votre réponse à la demande ${letter.about}, le ${letter.today(by.suspensionLaw)}. Les délais restent suspendus jusqu'à la réception du dernier élément.`,
      missing(letter),
      orUnknown(
        when(due, (last) => say`Complétez au plus tard le ${last}. ${unanswered}`),
        say`Votre délai de réponse est échu, ou ne court pas encore : si rien ne complète la réponse, les ministres peuvent constater l'abandon (${by.abandonmentLaw.ref}).`,
      ),
      codesThirtyDays(letter),
    ];
  },

  precisionRequested: (letter) => [
    say`L'ANS vous demande des précisions`,
    say`L'ANS vous a écrit sur Convergence le ${letter.today(by.step.ansRequest)} (demande ${letter.about}).`,
    asked(letter),
    orUnknown(
      letter.text("kind") === "request"
        ? when(
            letter.lastDay("ansInformation"),
            (due) =>
              say`Répondez au plus tard le ${due}. Sans réponse, votre candidature est dépriorisée ; elle n'est pas abandonnée (${by.step.ansDeprioritises.ref}).`,
          )
        : nothing,
      say`Aucun délai ne court pour cette question (${by.step.ansEvaluation.ref}).`,
    ),
    say`Cette demande de l'ANS ne suspend aucun délai légal : seuls les ministres le peuvent (${by.suspensionLaw.ref}).`,
  ],

  precisionReceived: (letter) => [
    say`Précisions reçues par l'ANS`,
    letter.toApplicant
      ? say`L'ANS a reçu votre réponse à la demande ${letter.about} le ${letter.today(by.step.ansRequest)}.`
      : say`L'exploitant a répondu à votre demande ${letter.about} le ${letter.today(by.step.ansRequest)} ; votre temps d'analyse reprend (${by.step.ansStopwatch.ref}).`,
  ],

  deprioritised: (letter) =>
    letter.toApplicant
      ? [
          say`Candidature dépriorisée`,
          say`Vous n'avez pas répondu à la demande ${letter.about} de l'ANS : votre candidature est dépriorisée depuis le ${letter.today(by.step.ansDeprioritises)}.`,
          say`Elle n'est pas abandonnée : seule une demande formelle des ministres, restée sans réponse, peut y conduire (${by.abandonmentLaw.ref}). Répondez sur Convergence pour que l'analyse reprenne.`,
        ]
      : [
          say`Candidature dépriorisée à examiner`,
          say`L'exploitant n'a pas répondu à votre demande ${letter.about} : la candidature est dépriorisée depuis le ${letter.today(by.step.ansDeprioritises)}.`,
          say`Gardez-la, ou proposez aux ministres une demande formelle (${by.requestLaw.ref}).`,
        ],

  deprioritisationReviewed: (letter) => [
    say`Dépriorisation examinée`,
    letter.text("outcome") === "keep"
      ? say`L'ANS a examiné votre candidature dépriorisée le ${letter.today(by.step.ansDeprioritises)} et la garde ; votre réponse reste attendue.`
      : say`L'ANS a proposé aux ministres, le ${letter.today(by.requestLaw)}, de vous demander formellement ces éléments. Une telle demande suspendrait les délais et serait assortie d'un délai de réponse.`,
  ],
} satisfies Partial<Letters<Pecan>>;
