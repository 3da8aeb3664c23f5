import { isCivilDate } from "../../../law/civil-date.js";
import { nothing, say, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import { barForGood } from "../bars.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import {
  afterTheEnd,
  codesThirtyDays,
  dutyOf,
  endGrounds,
  flaggedC8,
  grounds,
  inWords,
  lastDayCovered,
  listOf,
  orUnknown,
  reasons,
  sinceTheEffect,
  yearAfter,
} from "./common.js";

/** Steps 13 and 14, and the year that follows: the decision, the coverage, its end. */
export const coverage = {
  decisionStage: (letter) => [
    say`Dossier devant les ministres`,
    say`Les deux avis sont rendus, le dernier communiqué le ${letter.today(by.decisionLaw)} au dossier.`,
    orUnknown(
      when(letter.lastDay("decision"), (due) =>
        letter.toApplicant
          ? say`Les ministres notifient leur décision au plus tard le ${due}. Aucun texte n'attache d'effet à leur silence : après cette date, la décision reste attendue.`
          : say`La décision est à notifier au plus tard le ${due} ; elle se prononce sur chaque indication.`,
      ),
      say`Une demande de renseignements est ouverte : les trente jours des ministres courront en entier depuis la réception de la réponse (${by.suspensionLaw.ref}).`,
    ),
    codesThirtyDays(letter),
  ],

  decision: (letter) => {
    const signed = when(letter.dated("signedOn", by.orderLaw), (day) => say`Elle a été signée le ${day}.`);
    const granted = letter.text("outcome") === "granted";
    const announced = granted
      ? say`Les ministres ont accordé la prise en charge anticipée de l'indication ${letter.indication()}, décision notifiée le ${letter.today(by.decisionLaw)}.`
      : say`Les ministres ont refusé la prise en charge anticipée de l'indication ${letter.indication()}, décision notifiée le ${letter.today(by.refusalLaw)}.`;
    if (granted)
      return [
        say`Décision favorable`,
        announced,
        signed,
        say`Un arrêté publié au Journal officiel la prononce ; il entre en vigueur le lendemain de sa publication, sauf s'il dit autrement (${by.orderLaw.ref}).`,
        letter.toApplicant
          ? say`Les six ou neuf mois pour demander l'inscription de droit commun courront de cette publication (${by.listingDutyLaw.ref}).`
          : nothing,
      ];
    const barred = barForGood(letter.strings("criteria"));
    return [
      say`Décision de refus`,
      announced,
      signed,
      say`Critère en cause : ${inWords(letter.list("criteria"), grounds)}.`,
      reasons(letter),
      say`Voies et délais de recours : ${letter.text("remedies")}`,
      letter.toApplicant
        ? say`Pour information, un recours devant le juge administratif est recevable jusqu'au ${letter.lastDayOfAppeal()}, si vous avez reçu la décision le jour de sa notification.`
        : nothing,
      letter.toApplicant
        ? barred
          ? say`La même indication ne peut plus faire l'objet d'une prise en charge anticipée ; une autre indication le peut (${by.barsLaw.ref}).`
          : say`Ce refus n'empêche pas une nouvelle demande dans la même indication, quand ce qui manque sera réuni (${by.barsLaw.ref}).`
        : nothing,
    ];
  },

  coverage: (letter) => {
    const publishedOn = letter.dated("publishedOn", by.orderLaw) ?? letter.today(by.orderLaw);
    const effectiveOn = letter.day("effectiveOn") ?? letter.on;
    const announced = say`L'arrêté de prise en charge anticipée de l'indication ${letter.indication()} a été publié le ${publishedOn} et prend effet le ${{ date: effectiveOn, source: by.coverageLaw }}.`;
    const year = when(
      letter.lastDay("coverageYear"),
      (last) => say`La prise en charge dure un an, non renouvelable, jusqu'au ${last}.`,
    );
    const terms = letter
      .objects("order")
      .flatMap(({ flatRates = "", billing = "", code = "", icd = "", prescription }) => [
        say`L'arrêté (${by.orderContentLaw.ref}) : forfaits et modulations, ${flatRates} ; facturation, ${billing} ; code, ${code} ; pathologie (CIM), ${icd}.`,
        prescription === undefined ? nothing : say`Mention à porter sur l'ordonnance : ${prescription}`,
      ]);
    if (!letter.toApplicant) return [say`Prise en charge anticipée ouverte`, announced, year, ...terms];
    const duty = dutyOf(letter);
    return [
      say`Prise en charge anticipée ouverte`,
      announced,
      year,
      ...terms,
      when(
        letter.lastDay(duty),
        (due) =>
          say`Déposez votre demande d'inscription sur la ${listOf(letter)} au plus tard le ${due}. Sans demande dans ce délai, la fin de la prise en charge est prononcée par arrêté (${by.endByOrderLaw.ref}).`,
      ),
      sinceTheEffect(letter, duty, effectiveOn),
      say`À l'arrêt de la prise en charge, vous assurez la continuité des traitements engagés : six mois au moins, ou quarante-cinq jours après un refus d'inscription (${by.continuityLaw.ref}).`,
    ];
  },

  undertakings: (letter) => [
    say`Vos engagements`,
    say`Pour l'indication ${letter.indication()}, vous vous êtes engagé à mener à leur terme les études prévues (${by.undertakings.ref}), sauf risque avéré pour les patients ou résultats intermédiaires qui justifient l'arrêt.`,
    ...letter.objects("studies").map(({ title = "", endsOn = "" }) =>
      isCivilDate(endsOn)
        ? say`Étude « ${title} », fin prévue le ${{ date: endsOn, source: by.undertakings }}${orUnknown(
            when(yearAfter(endsOn), (due) => say` ; inscription à demander dans l'année, soit jusqu'au ${due}.`),
            say`.`,
          )}`
        : nothing,
    ),
    letter.objects("studies").length === 0 ? nothing : flaggedC8,
    when(
      letter.lastDay(dutyOf(letter)),
      (due) => say`L'obligation qui compte : demander l'inscription sur la ${listOf(letter)} au plus tard le ${due}.`,
    ),
  ],

  studyCompleted: (letter) => {
    const outcome = letter.text("outcome");
    const ended = letter.dated("endedOn", by.undertakings) ?? letter.today(by.undertakings);
    const how =
      outcome === "completed"
        ? "menée à son terme"
        : outcome === "stopped-for-safety"
          ? "arrêtée pour la sécurité des patients"
          : "arrêtée sur ses résultats intermédiaires";
    return [
      say`Fin d'étude enregistrée`,
      say`Pour l'indication ${letter.indication()}, l'étude a été ${how} le ${ended}.`,
      letter.toApplicant && outcome === "completed"
        ? when(yearAfter(letter.text("endedOn")), (due) => say`Un an après, soit le ${due}. ${flaggedC8}`)
        : nothing,
    ];
  },

  listingRequested: (letter) => [
    say`Demande d'inscription enregistrée`,
    say`La demande d'inscription de l'indication ${letter.indication()} sur la ${listOf(letter)} a été déposée le ${letter.today(by.listingDutyLaw)}.`,
    letter.toApplicant
      ? say`La prise en charge anticipée ne dépasse pas son année, même si l'examen de cette demande est suspendu (${by.endByLawLaw.ref}).`
      : nothing,
    when(letter.lastDay("coverageYear"), (last) => say`Cette année finit le ${last}.`),
  ],

  listingDecided: (letter) =>
    letter.text("outcome") === "listed"
      ? [
          say`Inscription de droit commun décidée`,
          say`Les ministres ont décidé le ${letter.today(by.endByListingLaw)} d'inscrire l'indication ${letter.indication()} sur la ${listOf(letter)}.`,
          say`La prise en charge anticipée continue jusqu'à la publication du tarif, dans la limite de son année (${by.endByListingLaw.ref}).`,
          when(letter.lastDay("coverageYear"), (last) => say`Cette année finit le ${last}.`),
        ]
      : [
          say`Inscription de droit commun refusée`,
          say`Les ministres ont refusé le ${letter.today(by.endByOrderLaw)} l'inscription de l'indication ${letter.indication()}.`,
          reasons(letter),
          say`La fin de la prise en charge anticipée est à prononcer par arrêté ; la continuité des traitements est alors de quarante-cinq jours (${by.shortContinuityLaw.ref}).`,
        ],

  listingRefusedAfterTheEnd: (letter) => [
    say`Inscription de droit commun refusée, après la fin de la prise en charge`,
    say`L'inscription de l'indication ${letter.indication()} a été refusée le ${letter.today(by.continuityLaw)}. La prise en charge anticipée avait cessé le ${letter.dated("endedOn", by.coverageLaw) ?? letter.today(by.coverageLaw)} : aucun arrêté n'est à prendre pour y mettre fin.`,
    when(
      letter.dated("until", by.continuityLaw),
      (until) =>
        say`La continuité des traitements court jusqu'au ${until}. Aucun texte ne dit si le refus la ramène alors à quarante-cinq jours (${by.c20.ref}).`,
    ),
    when(letter.dated("orElse", by.shortContinuityLaw), (until) => say`Elle finirait dans ce cas le ${until}.`),
  ],

  conditionRestored: (letter) => [
    say`Condition rétablie`,
    say`Pour l'indication ${letter.indication()}, la condition constatée comme perdue est de nouveau remplie depuis le ${letter.today(by.endByOrderLaw)} : elle ne fonde plus une fin de prise en charge.`,
  ],

  observationsInvited: (letter) => [
    say`Vous êtes invité à présenter vos observations`,
    say`Les ministres envisagent de mettre fin à la prise en charge anticipée de l'indication ${letter.indication()} : ${endGrounds[letter.text("ground")] ?? letter.text("ground")}.`,
    when(
      letter.dated("until", by.observationsLaw),
      (until) =>
        say`Vous pouvez présenter vos observations, écrites ou sur votre demande orales, assisté d'un conseil si vous le voulez, jusqu'au ${until}. L'arrêté ne sera pas pris avant.`,
    ),
  ],

  observationsMade: (letter) => [
    say`Observations de l'exploitant`,
    say`L'exploitant a présenté ses observations pour l'indication ${letter.indication()} le ${letter.today(by.observationsLaw)} : ${letter.text("observations")}`,
  ],

  yearOverListed: (letter) => [
    say`Année de prise en charge écoulée, tarif à publier`,
    say`L'indication ${letter.indication()} est inscrite sur la ${listOf(letter)}, mais son tarif n'est pas publié et l'année de prise en charge anticipée est écoulée. Son dernier jour était le ${lastDayCovered(letter, by.coverageLaw)}.`,
    say`Aucun texte ne règle l'intervalle jusqu'au tarif : les ministres ont à le trancher (${by.c19.ref}).`,
    afterTheEnd(letter),
  ],

  yearOverRefused: (letter) => [
    say`Année de prise en charge écoulée, inscription refusée`,
    say`L'inscription de l'indication ${letter.indication()} a été refusée dans l'année et aucun arrêté de fin n'est encore publié. L'année de prise en charge anticipée est écoulée : son dernier jour était le ${lastDayCovered(letter, by.coverageLaw)} (${by.c19.ref}).`,
    afterTheEnd(letter),
  ],

  dutyBreached: (letter) => [
    say`Demande d'inscription non déposée dans le délai`,
    say`Le délai pour demander l'inscription de l'indication ${letter.indication()} sur la ${listOf(letter)} est passé ; le manquement est constaté au ${letter.today(by.listingDutyLaw)}.`,
    letter.toApplicant
      ? say`La prise en charge continue jusqu'à l'arrêté qui y met fin (${by.endByOrderLaw.ref}). Une demande tardive sera enregistrée : elle n'efface pas le manquement, et les ministres en décident.`
      : say`La fin de la prise en charge est à prononcer par arrêté (${by.endByOrderLaw.ref}) ; elle continue jusque-là.`,
  ],

  endToPronounce: (letter) => [
    say`Fin de prise en charge à prononcer`,
    say`Pour l'indication ${letter.indication()}, ${endGrounds[letter.text("ground")] ?? "un cas de fin est constaté"} (constat du ${letter.today(by.endByOrderLaw)}).`,
    letter.toApplicant
      ? say`La prise en charge continue jusqu'à l'arrêté des ministres ; rien n'y met fin tout seul dans ce cas.`
      : say`L'arrêté de fin est à prendre pour cette indication (${by.endByOrderLaw.ref}) ; la prise en charge continue jusque-là.`,
  ],

  endPronounced: (letter) => [
    say`Fin de la prise en charge prononcée`,
    say`Un arrêté des ministres met fin à la prise en charge anticipée de l'indication ${letter.indication()} : ${endGrounds[letter.text("ground")] ?? letter.text("ground")}. Son dernier jour est le ${lastDayCovered(letter, by.endByOrderLaw)} ; elle continue jusque-là.`,
    reasons(letter),
    letter.text("remedies") === "" ? nothing : say`Voies et délais de recours : ${letter.text("remedies")}`,
    afterTheEnd(letter),
    letter.toApplicant
      ? say`Pour information, cet arrêté peut être contesté devant le juge administratif jusqu'au ${letter.lastDayOfAppeal()}, s'il vous a été notifié le jour de sa publication.`
      : nothing,
  ],

  coverageEnded: (letter) => {
    const indication = letter.indication();
    const how = letter.text("how");
    if (how === "listed")
      return [
        say`Prise en charge anticipée terminée : inscription de droit commun`,
        say`Le tarif de l'indication ${indication} a été publié le ${letter.today(by.endByListingLaw)} : elle relève désormais de la ${listOf(letter)}, et la prise en charge anticipée a cessé de plein droit.`,
      ];
    return [
      say`Fin de la prise en charge anticipée`,
      how === "by-order"
        ? say`La prise en charge anticipée de l'indication ${indication} est terminée, par l'arrêté qui y a mis fin. Son dernier jour était le ${lastDayCovered(letter, by.endByOrderLaw)}.`
        : say`L'année de prise en charge anticipée de l'indication ${indication} est terminée : elle a cessé de plein droit, sans arrêté. Son dernier jour était le ${lastDayCovered(letter, by.endByLawLaw)}.`,
      afterTheEnd(letter),
    ];
  },

  continuityOver: (letter) => [
    say`Fin de la continuité des traitements`,
    letter.toApplicant
      ? say`Votre obligation de continuité pour l'indication ${letter.indication()} est terminée depuis le ${letter.today(by.continuityLaw)}.`
      : say`La continuité des traitements pour l'indication ${letter.indication()} est terminée depuis le ${letter.today(by.continuityLaw)} : plus rien n'est pris en charge à ce titre.`,
  ],
} satisfies Partial<Letters<Pecan>>;
