import { nothing, say, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import { grounds, inWords, missing, platforms, reasons } from "./common.js";

/** Steps 4 to 10, before the acknowledgement: what is deposited, and what is missing. */
export const deposit = {
  opened: (letter) => [
    say`Dossier ouvert`,
    say`Votre demande de prise en charge anticipée a été enregistrée le ${letter.today(by.applicationLaw)}.`,
    say`Déposez votre dossier administratif sur Convergence (${by.step.convergenceDeposit.ref}) et votre candidature sur Sésame (${by.step.sesameDeposit.ref}), dans l'ordre que vous voulez : les deux examens vont en parallèle.`,
    say`L'instruction ne commence qu'à l'accusé de réception des ministres, quand le dossier est complet des deux côtés (${by.acknowledgementLaw.ref}).`,
    when(
      letter.lastDay("convergenceAccount"),
      (due) => say`L'ANS vise l'ouverture de votre compte Convergence pour le ${due} ; c'est un objectif de service.`,
    ),
  ],

  precedentBars: (letter) => [
    say`Une décision antérieure s'oppose à l'indication ${letter.indication()}`,
    say`Votre demande du ${letter.today(by.applicationLaw)} est enregistrée et sera examinée. Mais l'indication ${letter.indication()} ${letter.text("why")} (dossier ${letter.text("case")}) : elle ne peut être accordée de nouveau (${by.barsLaw.ref}).`,
    say`Vous pouvez vous désister jusqu'à la décision, ou la maintenir : le refus vous sera notifié avec ses motifs, et avec les voies et délais de recours. Les autres indications de la demande ne sont pas touchées.`,
  ],

  depositReceived: (letter) => {
    if (letter.has("evidence"))
      return [
        say`Preuves reçues, section ${letter.about}`,
        say`Vos preuves de la section ${letter.about} ont été reçues le ${letter.today(by.step.evidence)}. L'ANS peut les refuser en disant pourquoi ; vous pourrez alors les corriger.`,
        say`Quand toutes les sections sont déposées, déclarez le dépôt des preuves achevé.`,
      ];
    const platform = platforms[letter.about] ?? letter.about;
    const step = letter.about === "sesame" ? by.step.sesameDeposit : by.step.convergenceDeposit;
    const [examiner, examination] =
      letter.about === "sesame"
        ? ["par les ministres, en lien avec la HAS", by.step.completeness]
        : ["par l'ANS", by.step.ansAdmissibility];
    if (letter.toApplicant)
      return [
        say`Dépôt reçu sur ${platform}`,
        say`Votre dépôt sur ${platform} a été reçu le ${letter.today(step)}.`,
        say`Sa recevabilité est examinée ${examiner} (${examination.ref}). Vous n'avez rien à faire d'ici là ; le résultat vous sera notifié.`,
      ];
    const mine = letter.party === "CNEDiMTS" ? say`Cette copie vous est adressée (${by.applicationLaw.ref}).` : nothing;
    return [
      say`Dépôt à examiner sur ${platform}`,
      say`L'exploitant a déposé son dossier sur ${platform} le ${letter.today(step)}.`,
      letter.party === "CNEDiMTS"
        ? mine
        : say`La recevabilité est à examiner (${examination.ref}) ; un refus dit pourquoi.`,
    ];
  },

  admissible: (letter) =>
    letter.about === "sesame"
      ? [
          say`Candidature recevable et complète`,
          say`Les ministres ont jugé votre candidature recevable et complète le ${letter.today(by.step.completeness)}.`,
          say`L'accusé de réception suivra quand toutes les preuves seront aussi déposées sur Convergence (${by.acknowledgementLaw.ref}).`,
        ]
      : [
          say`Dossier administratif recevable`,
          say`L'ANS a jugé votre dossier administratif recevable le ${letter.today(by.step.admissible)}.`,
          say`Elle vous enverra la convention à signer ; sans elle, aucune preuve ne peut être déposée (${by.step.convention.ref}).`,
        ],

  inadmissible: (letter) => {
    const sesame = letter.about === "sesame";
    return [
      sesame ? say`Candidature irrecevable ou incomplète` : say`Dossier administratif irrecevable`,
      sesame
        ? say`Les ministres ont examiné votre candidature le ${letter.today(by.step.completeness)} : elle n'est pas recevable, ou pas complète, en l'état.`
        : say`L'ANS a examiné votre dossier administratif le ${letter.today(by.step.ansAdmissibility)} : il n'est pas recevable en l'état.`,
      reasons(letter),
      letter.list("grounds") === "" ? nothing : say`Points en cause : ${inWords(letter.list("grounds"), grounds)}.`,
      missing(letter),
      say`Corrigez et déposez de nouveau sur ${platforms[letter.about] ?? letter.about}, dans le même dossier : aucun délai ne court contre vous et rien n'est perdu de ce qui est déjà déposé.`,
    ];
  },

  conventionToSign: (letter) => [
    say`Convention à signer`,
    say`L'ANS vous a envoyé la convention le ${letter.today(by.step.convention)}. Votre représentant légal la signe par signature électronique.`,
    say`Sans cette signature, aucune preuve ne peut être déposée (${by.step.convention.ref}).`,
    when(
      letter.lastDay("inactivity"),
      (due) =>
        say`Sans activité de votre part jusqu'au ${due}, l'ANS pourra considérer la candidature comme abandonnée ; un agent en décide, jamais la machine (${by.c10.ref}).`,
    ),
  ],

  conventionSigned: (letter) =>
    letter.toApplicant
      ? [
          say`Convention signée`,
          say`La convention a été signée le ${letter.today(by.step.convention)}. Vous pouvez déposer vos preuves sur Convergence, section par section (${by.step.evidence.ref}).`,
          when(
            letter.lastDay("inactivity"),
            (due) => say`Chaque dépôt fait repartir le délai d'inactivité, qui court aujourd'hui jusqu'au ${due}.`,
          ),
        ]
      : [
          say`Convention signée par l'exploitant`,
          say`La convention a été signée le ${letter.today(by.step.convention)} : le dépôt des preuves est ouvert.`,
        ],

  evidenceRefused: (letter) => [
    say`Preuves refusées, section ${letter.about}`,
    say`L'ANS a refusé vos preuves de la section ${letter.about} le ${letter.today(by.step.evidence)}.`,
    say`Motif : ${letter.text("reason")}`,
    say`Corrigez la preuve, ou votre dispositif, puis déposez de nouveau cette section ; le dépôt ne peut être achevé sans elle (${by.step.evidence.ref}).`,
    when(letter.lastDay("inactivity"), (due) => say`Le délai d'inactivité court jusqu'au ${due}.`),
  ],

  evidenceComplete: (letter) => [
    say`Toutes les preuves sont déposées`,
    letter.toApplicant
      ? say`Vous avez déclaré le dépôt des preuves achevé le ${letter.today(by.step.evidence)}.`
      : say`L'exploitant a déclaré le dépôt des preuves achevé le ${letter.today(by.step.evidence)}. Votre temps d'analyse se compte depuis ce jour, pour information (${by.c1.ref}).`,
    say`L'accusé de réception des ministres suit quand Sésame est complet aussi (${by.acknowledgementLaw.ref}).`,
  ],

  inactive: (letter) =>
    letter.toApplicant
      ? [
          say`Candidature inactive depuis six mois`,
          say`Depuis six mois, votre candidature n'a pas évolué ; ce délai est échu au ${letter.today(by.step.inactivity)}.`,
          say`Elle n'est pas abandonnée pour autant : un agent de l'ANS la garde ou la considère comme abandonnée (${by.c10.ref}). Un dépôt d'ici là montre qu'elle évolue, et l'abandon n'est plus possible.`,
        ]
      : [
          say`Candidature inactive à examiner`,
          say`La candidature n'a pas évolué depuis six mois, délai échu au ${letter.today(by.step.inactivity)}.`,
          say`Gardez-la, ou considérez-la comme abandonnée, en disant pourquoi : rien n'est automatique (${by.c10.ref}).`,
        ],

  inactivityReviewed: (letter) => [
    say`Candidature maintenue`,
    say`L'ANS a examiné l'inactivité de votre candidature et l'a maintenue le ${letter.today(by.step.inactivity)}.`,
    when(letter.lastDay("inactivity"), (due) => say`Un nouveau délai d'inactivité court jusqu'au ${due}.`),
  ],

  missingItems: (letter) => [
    say`Informations manquantes`,
    say`Les ministres ont constaté le ${letter.today(by.step.missingItems)} qu'il manque des informations sur ${inWords(letter.list("sides"), platforms)}. L'accusé de réception ne peut pas être délivré.`,
    missing(letter),
    say`Complétez de ce côté ; l'instruction commence à l'accusé de réception, pas avant (${by.acknowledgementLaw.ref}).`,
  ],

  readyToAcknowledge: (letter) => [
    say`Dossier complet des deux côtés`,
    say`Depuis le ${letter.today(by.step.acknowledgement)}, le dossier est complet sur Sésame et sur Convergence.`,
    letter.toApplicant
      ? say`Les ministres délivrent l'accusé de réception, qui ouvre l'instruction de 60 jours (${by.acknowledgementLaw.ref}).`
      : say`L'accusé de réception est à délivrer, ou les informations manquantes à notifier (${by.acknowledgementLaw.ref}).`,
    when(
      letter.lastDay("acknowledgement"),
      (due) =>
        say`Aucun texte ne fixe ce délai (${by.acknowledgementTarget.ref}) ; l'objectif de service, dix jours ouvrés, mène au ${due}.`,
    ),
  ],
} satisfies Partial<Letters<Pecan>>;
