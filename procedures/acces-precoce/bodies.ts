import { z } from "zod";
import {
  applicantFields,
  choice,
  day,
  document,
  documents as documentsOf,
  exemption,
  indicationFields,
  journal,
  name,
  nothing,
  product,
  requestName,
  sense,
  text,
  texts,
  yesOrNo,
} from "../common-bodies.js";

/** The bodies of the acts of an accès précoce, and of its filing; they carry what the HAS's report counts. */

const months = (most: number, description: string) => z.number().int().min(1).max(most).meta({ description });
const address = z.strictObject({ address: text("Adresse de la page", 500) });
const reason = text("Motif");
const documents = documentsOf(200).optional();

const criterion = choice("Critère", {
  "serious-disease": "Maladie grave, rare ou invalidante",
  "no-appropriate-treatment": "Pas de traitement approprié",
  "cannot-be-deferred": "Traitement qui ne peut pas être différé",
  "presumed-innovation": "Présumé innovant",
  "strong-presumption": "Forte présomption d'efficacité et de sécurité (ANSM, avant l'AMM)",
});

/** Why the HAS withdraws an authorisation of itself. */
const withdrawalGrounds = {
  criteria: "Les critères ne sont plus remplis",
  safety: "Sécurité",
  breach: "Manquement du titulaire",
} as const;

/** The cases in which the ministers end the coverage (CSS L. 162-16-5-1, II, B). */
const coverageEndGrounds = {
  "authorisation-withdrawn": "L'autorisation a été retirée",
  "authorisation-suspended": "L'autorisation a été suspendue",
  "listing-refused": "L'inscription a été refusée",
  "amm-application-withdrawn": "La demande d'AMM a été retirée",
  "listing-request-withdrawn": "La demande d'inscription a été retirée",
} as const;

const collectionMode = choice("Mode de recueil", {
  "follow-up-forms": "Fiches de suivi",
  "patient-reported-outcome": "Mesures rapportées par le patient",
  registry: "Registre",
  bamara: "BaMaRa",
});
const area = choice("Aire thérapeutique", {
  "oncology-haematology": "Oncologie et hématologie",
  "rare-diseases": "Maladies rares",
  neurology: "Neurologie",
  infectiology: "Infectiologie",
  immunology: "Immunologie",
  cardiology: "Cardiologie",
  other: "Autre",
});
const turnoverClass = choice("Classe de chiffre d'affaires remboursable (pour les statistiques)", {
  "over-100-million": "Plus de 100 millions d'euros",
  "10-to-100-million": "De 10 à 100 millions d'euros",
  "under-10-million": "Moins de 10 millions d'euros",
  unknown: "Inconnue",
});
/** Protocole d'utilisation thérapeutique et de recueil de données: what the machine keeps of it. */
const protocol = z
  .strictObject({
    reference: text("Référence du PUT-RD", 200),
    reportEveryMonths: months(12, "Rythme des rapports de synthèse, en mois"),
    model: choice("Modèle", { "2021": "De 2021", "2023": "De 2023", bamara: "BaMaRa" }).optional(),
  })
  .meta({ description: "PUT-RD" });

const euros = z.number().min(0).meta({ description: "Chiffre d'affaires, en euros" });

const duration = months(12, "Durée de l'autorisation, en mois (un an au plus)");

export const bodies = {
  missingItemsNotified: z.strictObject({ missing: texts("Ce qui manque").min(1) }),
  applicationCompleted: z.strictObject({ documents }),
  requestAcknowledged: nothing,
  requestWithdrawn: z.strictObject({ reason: reason.optional() }),
  examinationExtended: z.strictObject({ reason }),
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("Élément demandé").min(1),
    days: z.number().int().min(1).max(45).meta({ description: "Jours donnés pour répondre (quarante-cinq au plus)" }),
    proposedBy: choice("Sur proposition de", { ANSM: "l'ANSM", ministers: "des ministres" }).optional(),
  }),
  informationReceived: z.strictObject({ items: texts("Élément transmis (tel qu'il a été demandé)").min(1) }),
  informationFoundMissing: z.strictObject({ missing: texts("Élément qui ne répond pas à la demande").min(1) }),
  abandonmentConfirmed: z.strictObject({ reason }),
  ansmOpinionRendered: z.strictObject({
    sense,
    reasons: text("Motifs d'un avis défavorable").optional(),
    protocol: protocol.optional(),
  }),
  chmpOpinionGiven: z.strictObject({ sense, reference: text("Référence de l'avis", 200).optional() }),
  contributionReceived: z.strictObject({ association: name("Identifiant de l'association de patients") }),
  hearingHeld: z.strictObject({ association: name("Identifiant de l'association de patients") }),
  ctOpinionRendered: z.strictObject({ sense, reasons: text("Motifs").optional() }),
  decisionRendered: z.strictObject({
    outcome: choice("Décision (sur des données nouvelles ou une modification, accordée : elle se poursuit)", {
      granted: "Accordée",
      refused: "Refusée",
    }),
    decidedBy: choice("Prise par", { college: "le collège", president: "le président" }),
    criteria: z.array(criterion).max(5).meta({ description: "Critères qui ne sont pas remplis" }).optional(),
    reasons: text("Motifs d'un refus").optional(),
    remedies: text("Voies et délais de recours, en cas de refus").optional(),
    months: duration.optional(),
    protocol: protocol.optional(),
    ammFilingBy: day("Dernier jour pour demander l'AMM (accès avant l'AMM)").optional(),
  }),
  decisionPublished: address,
  protocolPublished: z.strictObject({
    address: text("Adresse de la page", 500),
    collection: z
      .array(collectionMode)
      .max(4)
      .meta({ description: "Recueil des données d'efficacité (aucun s'il n'est pas connu)" }),
    registry: text("Registre sur lequel le recueil s'appuie", 100).optional(),
  }),
  attestationRequested: nothing,
  attestationIssued: nothing,

  ammFiled: z.strictObject({ reference: text("Référence de la demande", 200).optional() }),
  ammGranted: z.strictObject({ reference: text("Référence de l'AMM", 200).optional() }),
  listingRequested: nothing,
  listingInformationRequested: z.strictObject({ request: requestName, items: texts("Élément demandé").min(1) }),
  listingInformationReceived: z.strictObject({ items: texts("Élément transmis").min(1) }),
  listingDraftSent: nothing,
  listingObservationsMade: z.strictObject({ hearing: yesOrNo("Une audition est demandée") }),
  listingHearingHeld: nothing,
  commonLawOpinionRendered: z.strictObject({
    smr: choice("Service médical rendu (SMR)", { sufficient: "Suffisant", insufficient: "Insuffisant" }),
    asmr: choice("Amélioration du service médical rendu (ASMR)", {
      I: "I (majeure)",
      II: "II (importante)",
      III: "III (modérée)",
      IV: "IV (mineure)",
      V: "V (aucune)",
    }).optional(),
    reassessmentPlanned: yesOrNo("Une réévaluation est prévue (le pari n'est pas levé)").optional(),
  }),
  listeEnSusRequested: nothing,
  listingDecided: z.strictObject({
    outcome: choice("Décision", { listed: "Inscription", refused: "Refus" }),
    reasons: text("Motifs d'un refus").optional(),
  }),
  tariffPublished: z.strictObject({ journal }),
  listingRequestWithdrawn: z.strictObject({ reason: reason.optional() }),
  ammApplicationWithdrawn: z.strictObject({ reason: reason.optional() }),
  coverageEndOrdered: z.strictObject({
    ground: choice("Cas dans lequel la prise en charge prend fin", coverageEndGrounds),
    effectiveOn: day("Premier jour sans prise en charge").optional(),
    reasons: text("Motifs (R. 163-37)"),
    remedies: text("Comment et jusqu'à quand la décision peut être contestée (R. 163-37)"),
    exemption: exemption.optional(),
  }),

  renewalRequested: z.strictObject({ request: requestName, documents, months: duration.optional() }),
  newDataSubmitted: z.strictObject({
    request: requestName,
    kind: choice("Nature", {
      "trial-results": "Résultats d'essai",
      "chmp-opinion": "Avis du CHMP",
      "synthesis-report": "Rapport de synthèse",
      safety: "Sécurité",
      "foreign-restriction": "Restriction à l'étranger",
    }),
    sense: sense.meta({ description: "Sens de l'avis du CHMP" }).optional(),
    documents,
  }),
  modificationRequested: z.strictObject({
    request: requestName,
    presumptionConcerned: yesOrNo("L'efficacité ou la sécurité est concernée (l'ANSM rend un avis)"),
    documents,
  }),
  continuityRequested: z.strictObject({ request: requestName, documents }),
  synthesisReportSubmitted: z.strictObject({
    patients: z.number().int().min(0).meta({ description: "Patients traités depuis le rapport précédent" }).optional(),
    summary: document.meta({ description: "Résumé" }).optional(),
  }),
  summaryPublished: address,

  measureContemplated: z.strictObject({
    measure: choice("Mesure envisagée", {
      suspension: "Suspension de l'autorisation",
      withdrawal: "Retrait de l'autorisation",
      "coverage-end": "Fin de la prise en charge",
    }),
    ground: choice("Motif d'un retrait ou d'une fin de prise en charge", {
      ...withdrawalGrounds,
      ...coverageEndGrounds,
    }).optional(),
    until: day("Dernier jour pour présenter des observations"),
    reason,
  }),
  observationsMade: z.strictObject({ observations: text("Observations du titulaire") }),
  authorisationSuspended: z.strictObject({
    days: z.number().int().min(1).max(92).meta({ description: "Jours de suspension (trois mois au plus)" }),
    urgent: yesOrNo("En urgence"),
    reason,
  }),
  suspensionLifted: z.strictObject({ reason: reason.optional() }),
  authorisationWithdrawn: z.strictObject({
    ground: choice("Motif du retrait", {
      ...withdrawalGrounds,
      "holder-request": "À la demande du titulaire",
    }),
    urgent: yesOrNo("En urgence").optional(),
    reason,
  }),
  marketingStopped: z.strictObject({ reason }),
  withdrawalRequested: z.strictObject({ reason }),
  withdrawalAcknowledged: nothing,

  penaltyOpened: z.strictObject({ breach: text("Obligation qui n'a pas été respectée") }),
  penaltyObservationsMade: z.strictObject({ observations: text("Observations du titulaire") }),
  penaltyHearingRequested: nothing,
  penaltyHearingHeld: nothing,
  turnoverAsked: nothing,
  turnoverGiven: z.strictObject({ euros }),
  penaltyDecided: z.strictObject({
    percent: z
      .number()
      .min(0)
      .max(30)
      .meta({ description: "Pourcentage du chiffre d'affaires de vingt-quatre mois (30 % au plus)" }),
    reason,
  }),
  penaltyPaid: nothing,
  turnoverDeclared: z.strictObject({
    year: z.number().int().min(2021).max(2200).meta({ description: "Année" }),
    euros,
    units: z.number().int().min(0).meta({ description: "Unités vendues" }),
  }),
};

export const filing = z.strictObject({
  applicant: z
    .strictObject({
      ...applicantFields,
      capacity: choice("Qualité", {
        holder: "Titulaire des droits d'exploitation",
        mandatary: "Mandataire du titulaire",
      }).optional(),
      turnoverClass: turnoverClass.optional(),
    })
    .meta({ description: "Demandeur" }),
  product,
  motive: choice("Motif (les autres motifs sont des actes d'un dossier autorisé)", {
    "first-pre-amm": "Première demande, avant l'AMM",
    "first-post-amm": "Première demande, après l'AMM",
  }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50).meta({ description: "Indications" }),
  area: area.optional(),
  parallelAmm: yesOrNo("Une AMM a été demandée en parallèle").optional(),
  ammGrantedOn: day("Jour de l'AMM (pour une demande postérieure)").optional(),
  chmpFavourableOn: day("Jour d'un avis favorable du CHMP (s'il a déjà été rendu)").optional(),
  listingRequestedOn: day("Jour de la demande d'inscription (si elle a déjà été faite)").optional(),
  preFilingMeeting: yesOrNo("Un rendez-vous avec la HAS et l'ANSM a eu lieu avant").optional(),
  gmo: yesOrNo("Composé d'organismes génétiquement modifiés (une autorisation de plus)").optional(),
  protocol: protocol.optional(),
  documents,
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
export type Protocol = z.infer<typeof protocol>;
