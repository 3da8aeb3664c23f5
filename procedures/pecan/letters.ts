/** What each party reads, in French: who acted, what it means, what to do by when and by which text, and what follows otherwise. */
import type { Dated } from "../../law/citation.js";
import { type CivilDate, isCivilDate } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { years } from "../../law/delay.js";
import { type Letter as AnyLetter, nothing, type Sentence, say, when } from "../letter.js";
import { type Letters, lettersOf } from "../letters.js";
import type { Pecan } from "./definition.js";
import * as by from "./sources.js";

type Letter = AnyLetter<Pecan>;

const grounds: Readonly<Record<string, string>> = {
  "ce-marking": "le marquage CE dans l'indication",
  "presumed-innovation": "le caractère présumé innovant",
  "simple-technical-evolution": "une simple évolution technique",
  "data-protection": "la protection des données personnelles",
  "interoperability-security": "les référentiels d'interopérabilité et de sécurité",
  "data-export": "l'export des données et les interfaces",
  hosting: "l'hébergement des données de santé",
  "studies-in-progress": "les études en cours",
  "quality-of-care": "la qualité des soins",
  precedent: "une prise en charge anticipée ou un refus antérieur dans l'indication",
  "ansm-measure": "une mesure de l'ANSM",
  cumulation: "le cumul avec une autre prise en charge",
  "not-the-exploitant": "la qualité d'exploitant",
};

const endGrounds: Readonly<Record<string, string>> = {
  "no-listing-request": "aucune demande d'inscription de droit commun n'a été déposée dans le délai",
  "listing-request-withdrawn": "la demande d'inscription de droit commun a été retirée",
  "listing-refused": "l'inscription de droit commun a été refusée",
  "condition-lost": "une condition de la prise en charge n'est plus remplie",
  "safety-withdrawal": "le dispositif est arrêté pour la sécurité des patients",
  "ansm-measure": "l'ANSM a pris une mesure de police sanitaire",
};

const inWords = (names: string, words: Readonly<Record<string, string>>): string =>
  names
    .split(" ; ")
    .map((name) => words[name] ?? name)
    .join(" ; ");

const senseInFrench = (sense: string | undefined): string => (sense === "favourable" ? "favorable" : "défavorable");

const orUnknown = (write: Sentence, otherwise: Sentence): Sentence => (write === nothing ? otherwise : write);

/** What was asked, line by line. */
const asked = (letter: Letter): Sentence =>
  letter.has("items") ? say`Éléments demandés : ${letter.list("items")}` : nothing;
const missing = (letter: Letter): Sentence =>
  letter.list("missing") === "" ? nothing : say`Il manque : ${letter.list("missing")}`;
const reasons = (letter: Letter): Sentence =>
  letter.text("reasons") === "" ? nothing : say`Motifs : ${letter.text("reasons")}`;

/** What follows a request of the ministers left without a whole answer. */
const unanswered = say`Sans la totalité des éléments à cette date, la demande est réputée abandonnée, pour toutes ses indications (${by.abandonmentLaw.ref}).`;

const platforms: Readonly<Record<string, string>> = { convergence: "Convergence", sesame: "Sésame" };

const bothOpinions = (letter: Letter): Sentence => {
  const [ans, cnedimts] = [letter.lastDay("ansOpinion"), letter.lastDay("cnedimtsOpinion")];
  if (ans === undefined || cnedimts === undefined) return nothing;
  return say`L'avis de l'ANS est attendu au plus tard le ${ans} ; celui de la CNEDiMTS, le ${cnedimts}. Un retard n'emporte ni avis ni décision.`;
};

/** The day from which the other reading counts the listing duty (C6): shown where it differs. */
const sinceTheEffect = (letter: Letter, duty: "lpprListing" | "latmListing", effectiveOn: CivilDate): Sentence => {
  const other = letter.lastDayFrom(duty, effectiveOn, {
    length: letter.rule(duty).length,
    source: by.coverageStart,
  });
  return other.date === letter.lastDay(duty)?.date
    ? nothing
    : say`La page Convergence de l'ANS compte ce délai depuis le début de la prise en charge, soit jusqu'au ${other} ; le code le compte depuis la décision, et c'est lui que suit le dossier (${by.c6.ref}).`;
};

const dutyOf = (letter: Letter): "lpprListing" | "latmListing" =>
  letter.filing.indications.find(({ id }) => id === letter.about)?.list === "latm" ? "latmListing" : "lpprListing";

const listOf = (letter: Letter): string => (dutyOf(letter) === "latmListing" ? "LATM" : "LPPR");

/** One year from the end of a study, as the Convergence page says it; reading C8 attaches it to another procedure. */
const yearAfter = (endedOn: string): Dated | undefined => {
  if (!isCivilDate(endedOn)) return undefined;
  const { lastDay } = deadline({ from: endedOn, delay: years(1), roll: "next" });
  return lastDay === null ? undefined : { date: lastDay, source: by.undertakenListing };
};

const flaggedC8 = say`Cet engagement d'un an figure sur la page Convergence de l'ANS au titre du forfait innovation ; pour une PECAN, ce sont les six ou neuf mois depuis la décision qui obligent (${by.c8.ref}).`;

/** The last day of coverage that the order, or the year, sets. */
function lastDayCovered(letter: Letter, source: Dated["source"]): Dated {
  const firstDayWithout = letter.day("firstDayWithout");
  return firstDayWithout === undefined ? letter.today(source) : letter.dayBefore(firstDayWithout, source);
}

/** What the applicant owes once coverage has ended. */
function afterTheEnd(letter: Letter): Sentence {
  if (!letter.toApplicant) return nothing;
  if (letter.text("continuity") === "lifted")
    return say`Le dispositif étant arrêté pour la sécurité des patients, vos engagements cessent, celui de continuité compris (${by.dutiesLiftedLaw.ref}).`;
  const delay = letter.text("continuity") === "shortContinuity" ? "shortContinuity" : "continuity";
  const last = letter.lastDayFrom(delay, lastDayCovered(letter, by.continuityLaw).date);
  return say`Vous devez assurer la continuité des traitements déjà engagés jusqu'au ${last}, aux conditions et montants de la prise en charge anticipée.`;
}

/** The text of every notice, for every party that the story tells. */
const texts: Letters<Pecan> = {
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
        say`Aucun texte propre à la PECAN ne fixe ce délai ; à titre d'objectif, le délai général mène au ${due}.`,
    ),
  ],

  acknowledged: (letter) => [
    say`Accusé de réception`,
    say`Les ministres ont délivré l'accusé de réception le ${letter.today(by.acknowledgementLaw)} : votre demande comporte toutes les pièces requises et l'instruction commence.`,
    bothOpinions(letter),
    say`Pendant l'instruction, les ministres peuvent demander des renseignements : tous les délais s'arrêtent alors jusqu'à leur réception (${by.suspensionLaw.ref}). Vous pouvez vous désister jusqu'à la décision.`,
  ],

  examinationStarted: (letter) => {
    const own =
      { ANS: "ansOpinion", CNEDiMTS: "cnedimtsOpinion", HAS: "cnedimtsOpinion" }[letter.party] ?? "ansOpinion";
    return [
      say`Instruction ouverte`,
      say`Les ministres ont délivré l'accusé de réception le ${letter.today(by.acknowledgementLaw)}.`,
      when(letter.lastDay(own), (due) => say`${letter.label(own)} est à rendre au plus tard le ${due}.`),
      say`Une demande de renseignements des ministres suspend ce délai (${by.suspensionLaw.ref}).`,
    ];
  },

  expertNamed: (letter) => [
    say`Rapporteur ou expert désigné`,
    say`La HAS a désigné ${letter.text("role") === "rapporteur" ? "le rapporteur" : "l'expert"} ${letter.about} le ${letter.today(by.step.cnedimtsEvaluation)}, après vérification de ses liens d'intérêts.`,
  ],

  supplementProposed: (letter) => [
    say`Demande de renseignements proposée`,
    say`${letter.text("party") === "ANS" ? "L'ANS" : "La CNEDiMTS"} vous a proposé le ${letter.today(by.requestLaw)} de demander des renseignements complémentaires.`,
    asked(letter),
    say`La proposition ne déplace aucune date : seule votre notification, avec date certaine, suspend les délais (${by.suspensionLaw.ref}).`,
  ],

  informationRequested: (letter) => {
    const delay = letter.text("delay") === "ministersInformation" ? "ministersInformation" : "furtherInformation";
    const others = letter.otherLengths(delay);
    if (!letter.toApplicant)
      return [
        say`Renseignements complémentaires demandés`,
        say`Les ministres ont adressé la demande ${letter.about} à l'exploitant le ${letter.today(by.suspensionLaw)}. Tous les délais du dossier sont suspendus depuis ce jour, jusqu'à la réception des éléments.`,
        asked(letter),
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
      others.length === 0
        ? nothing
        : say`Les textes ne s'accordent pas sur cette durée : ${by.c3.quote ?? ""} (${by.c3.ref})`,
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
      letter.otherReadings(delay, receivedOn),
      unanswered,
    ];
  },

  informationReceived: (letter) => [
    say`Réponse reçue à la demande ${letter.about}`,
    letter.toApplicant
      ? say`Votre réponse à la demande ${letter.about} a été reçue le ${letter.today(by.suspensionLaw)}. Les ministres l'examinent ; si elle est complète, les délais auront repris ce jour-là, quel que soit le jour de leur examen.`
      : say`L'exploitant a répondu à la demande ${letter.about} le ${letter.today(by.suspensionLaw)}.`,
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

  ansOpinion: (letter) => {
    const sense = letter.text("sense");
    const favourable = sense === "favourable";
    return [
      say`Avis ${senseInFrench(sense)} de l'ANS`,
      say`L'ANS a rendu un avis ${senseInFrench(sense)} le ${letter.today(by.ansOpinionLaw)}, sur les conditions 3° et 4° (${by.conditionsLaw.ref}).`,
      reasons(letter),
      favourable
        ? nothing
        : letter.toApplicant
          ? say`Cet avis ne met pas fin au dossier, mais ces conditions sont nécessaires : la prise en charge ne peut pas être accordée. Les ministres décident, et un refus donne ses motifs et vos recours.`
          : say`Ces conditions étant nécessaires, seul un refus motivé est possible ; il ne se prend pas tout seul.`,
    ];
  },

  certificate: (letter) => [
    say`Certificat de conformité`,
    say`Avec son avis favorable, l'ANS a établi le ${letter.today(by.ansOpinionLaw)} votre certificat de conformité n° ${letter.text("certificate")}.`,
    letter.text("nextSteps") === ""
      ? say`La suite : gardez le dispositif conforme au référentiel certifié, et joignez ce certificat à votre demande d'inscription de droit commun.`
      : say`La suite : ${letter.text("nextSteps")}`,
    say`L'ANS peut retirer le certificat après un contrôle : une condition de la prise en charge manquerait alors (${by.endByOrderLaw.ref}).`,
  ],

  cnedimtsOpinion: (letter) => {
    const opinions = letter
      .objects("opinions")
      .map(
        ({ indication, sense, reasons: why }) =>
          say`${letter.indication(indication)} : avis ${senseInFrench(sense)}. ${why === undefined ? "" : `Motifs : ${why}`}`,
      );
    return [
      say`Avis de la CNEDiMTS`,
      say`La CNEDiMTS a rendu son avis le ${letter.today(by.cnedimtsOpinionLaw)} sur les conditions 1° et 2° (${by.conditionsLaw.ref}).`,
      ...opinions,
      say`Il est publié sans délai sur le site de la HAS (${by.publicationLaw.ref}).`,
      letter.toApplicant
        ? say`L'avis ne décide pas : les ministres se prononcent après les deux avis. À la différence d'une inscription de droit commun, aucune phase d'observations ne précède cet avis.`
        : letter.party === "CNP"
          ? say`Il vous est communiqué parce qu'une indication relève de la télésurveillance médicale (${by.cnedimtsOpinionLaw.ref}).`
          : nothing,
    ];
  },

  opinionPublished: (letter) => [
    say`Avis publié`,
    say`L'avis de la CNEDiMTS a été publié le ${letter.today(by.publicationLaw)} : ${letter.text("address")}`,
  ],

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
    const onlyStudies = letter.list("criteria") === "studies-in-progress";
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
        ? onlyStudies
          ? say`Refusée sur ce seul critère, la même indication peut faire l'objet d'une nouvelle demande quand les études sont en cours (${by.barsLaw.ref}).`
          : say`La même indication ne peut plus faire l'objet d'une prise en charge anticipée ; une autre indication le peut (${by.barsLaw.ref}).`
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
    if (!letter.toApplicant) return [say`Prise en charge anticipée ouverte`, announced, year];
    const duty = dutyOf(letter);
    return [
      say`Prise en charge anticipée ouverte`,
      announced,
      year,
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
    const ministersStage = letter.text("delay") === "ministersInformation";
    const delay = ministersStage ? "ministersInformation" : "furtherInformation";
    const receivedOn = letter.day("receivedOn");
    const due = receivedOn && letter.lastDayFrom(delay, receivedOn);
    const longer = ministersStage ? letter.otherLengths(delay).find(({ source }) => source.kind === "law") : undefined;
    const contested =
      longer === undefined
        ? nothing
        : orUnknown(
            when(
              receivedOn && letter.lastDayFrom(delay, receivedOn, longer),
              (until) =>
                say`Le code donne trente jours à tous les stades, jusqu'au ${until} : un abandon opposé d'ici là est contestable (${by.c3.ref}).`,
            ),
            say`Le code donne trente jours à tous les stades (${longer.source.ref}) : un abandon plus court est contestable (${by.c3.ref}).`,
          );
    return [
      say`Demande réputée abandonnée`,
      say`Les éléments de la demande ${letter.about} n'ont pas tous été reçus dans le délai : la demande de prise en charge anticipée est réputée abandonnée, pour toutes ses indications, depuis le ${letter.today(by.abandonmentLaw)}.`,
      when(due, (last) => say`Le dernier jour pour répondre était le ${last}.`),
      letter.toApplicant || letter.party === "ministers" ? contested : nothing,
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

  overrun: (letter) => {
    const delay = letter.text("delay");
    const bearer = overdue[delay] ?? "L'autorité";
    return [
      say`Délai dépassé : ${letter.label(delay)}`,
      when(letter.lastDay(delay), (due) => say`${bearer} devait agir au plus tard le ${due} ; ce délai est dépassé.`),
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
    ];
  },
};

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

export const letters = lettersOf<Pecan>(texts, {
  foot: ({ opening, shape }) =>
    say`Dossier ${opening.id}, ${shape.title}, déposé le ${{ date: opening.filedOn, source: by.applicationLaw }}.`,
  rectification: (letter, number, object) => [
    say`Rectification : ${letter.shape.notices[letter.name]?.label ?? letter.name}`,
    say`Notre lettre n° ${number} du dossier, « ${object} », du ${letter.today(letter.shape.source)}, ne tient plus. Un acte enregistré depuis, ou retiré, change ce qu'elle disait : n'en tenez plus compte.`,
    letter.name === "abandoned" || letter.name === "inactiveAbandoned"
      ? say`L'abandon est levé : le dossier est ouvert, et ses délais courent comme si l'abandon n'avait pas eu lieu.`
      : say`Les autres lettres restent valables. Ce qui remplace celle-ci, s'il y a lieu, vous est écrit à part.`,
    say`Les dates à jour, chacune avec son explication jour par jour, sont dans le dossier ; la lettre corrigée reste au journal.`,
  ],
});
