import { z } from "zod";
import {
  applicantFields,
  certificateStruck,
  choice,
  day,
  document,
  exemption,
  indicationFields,
  journal,
  links,
  name,
  nothing,
  productFields,
  requestName,
  sense,
  text,
  texts,
  withdrawal,
  yesOrNo,
} from "../common-bodies.js";

/** The bodies of the PECAN's acts and of its filing. Rules across fields live in the story: they would be lost on the way to the workflow. */

const list = choice("Liste visée", {
  lppr: "LPPR (dispositif à visée thérapeutique)",
  latm: "LATM (télésurveillance)",
});
/** What stands in the way of admissibility (domain §3.5): conditions of L. 162-1-23, II and R. 162-113. */
const ground = choice("Critère qui n'est pas rempli", {
  "ce-marking": "Marquage CE (L. 162-1-23, II, 2°)",
  "presumed-innovation": "Innovation présumée (L. 162-1-23, II, 1°)",
  "simple-technical-evolution": "Simple évolution technique (ANS, Convergence PECAN)",
  "data-protection": "Protection des données (L. 162-1-23, II, 3°)",
  "interoperability-security": "Interopérabilité et sécurité (L. 162-1-23, II, 3°)",
  "data-export": "Export des données (L. 162-1-23, II, 4°)",
  hosting: "Hébergement des données de santé (CSP L. 1111-8)",
  "studies-in-progress": "Études en cours (R. 162-113, I, 2°)",
  "quality-of-care": "Qualité des soins (R. 162-113, I, 1°)",
  precedent: "Demande antérieure (R. 162-113, II, 1° et 2°)",
  "ansm-measure": "Mesure de l'ANSM (R. 162-113, II, 3°)",
  cumulation: "Cumul avec une autre prise en charge (L. 162-1-23, III)",
  "not-the-exploitant": "Le demandeur n'est pas l'exploitant (L. 165-1-1-1)",
});
const grounds = z.array(ground).max(13).meta({ description: "Critères qui ne sont pas remplis" });

const condition = choice("Condition", {
  "ce-marking": "Marquage CE",
  "data-protection": "Protection des données",
  "data-export": "Export des données",
  "safety-withdrawal": "Retrait pour des raisons de sécurité",
  "ansm-measure": "Mesure de l'ANSM",
});
/** The cases in which the end of the coverage is pronounced by order (R. 162-119, I). */
const endGround = choice("Cas dans lequel la prise en charge prend fin", {
  "no-listing-request": "Aucune demande d'inscription n'a été déposée",
  "listing-request-withdrawn": "La demande d'inscription a été retirée",
  "listing-refused": "L'inscription a été refusée",
  "condition-lost": "Une condition n'est plus remplie",
  "safety-withdrawal": "Retrait pour des raisons de sécurité",
  "ansm-measure": "Mesure de l'ANSM",
});

const granted = choice("Décision", { granted: "Prise en charge accordée", refused: "Refus" });

const documentsSent = z.array(document).min(1).max(200).meta({ description: "Documents" });

const cents = (description: string) =>
  z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .meta({ description: `${description} (en centimes d'euro)` });

/** As opinion and order both say it (R. 162-114, II; R. 162-116, I). */
const icd = text("Classe et chapitre de la pathologie (CIM)", 300);

export const bodies = {
  convergenceAccountOpened: nothing,
  sesameAccountOpened: nothing,
  convergenceDeposited: z.strictObject({
    functionalDocumentation: document.meta({ description: "Documentation fonctionnelle" }),
    dataProtectionAttestation: document.meta({ description: "Attestation de protection des données" }),
    ceDeclaration: document.meta({ description: "Déclaration CE de conformité" }),
    hdsCertificate: document.meta({ description: "Certificat d'hébergeur de données de santé" }),
    others: z.array(document).max(100).meta({ description: "Autres documents" }).optional(),
  }),
  sesameDeposited: z.strictObject({ documents: documentsSent }),
  ansAdmissibilityNotified: z.strictObject({
    admissible: yesOrNo("La demande est recevable"),
    reasons: text("Pourquoi le dossier n'est pas recevable").optional(),
    missing: texts("Document manquant").optional(),
  }),
  completenessNotified: z.strictObject({
    admissible: yesOrNo("La demande est recevable"),
    complete: yesOrNo("Le dossier est complet"),
    grounds: grounds.optional(),
    missing: texts("Document manquant").optional(),
    reasons: text("Pourquoi la demande n'est pas recevable, ou pas complète").optional(),
  }),
  conventionSent: z.strictObject({ convention: document.meta({ description: "Convention" }).optional() }),
  conventionSigned: z.strictObject({
    signatory: choice("Qualité du signataire", {
      "legal-representative": "Représentant légal",
      employee: "Salarié",
      consultant: "Consultant",
    }),
    signature: text("Référence de la signature électronique", 200),
  }),
  evidenceSubmitted: z.strictObject({ documents: documentsSent }),
  evidenceRefused: z.strictObject({ reason: text("Pourquoi les preuves ne sont pas valides") }),
  evidenceCompleted: nothing,
  inactivityReviewed: z.strictObject({
    outcome: choice("Suite", { keep: "Le dossier est maintenu", abandon: "Le dossier est abandonné" }),
    reason: text("Motif"),
  }),
  missingItemsNotified: z.strictObject({
    sides: z
      .array(choice("Dépôt", { convergence: "Convergence", sesame: "Sésame" }))
      .min(1)
      .max(2)
      .meta({ description: "Dépôts qui sont incomplets" }),
    missing: texts("Ce qui manque").min(1),
  }),
  applicationAcknowledged: z.strictObject({
    service: text("Service chargé du dossier, adresse et téléphone (CRPA R. 112-11-1)", 500).optional(),
  }),
  expertNamed: z.strictObject({
    role: choice("Rôle", { rapporteur: "Rapporteur", expert: "Expert" }),
    expert: name("Identifiant de la personne dans le registre de la HAS (jamais un nom)"),
  }),
  supplementProposed: z.strictObject({ items: texts("Élément à demander").min(1), reason: text("Motif").optional() }),
  furtherInformationRequested: z.strictObject({
    request: requestName,
    items: texts("Élément demandé").min(1),
    proposedBy: choice("Sur proposition de", { ANS: "l'ANS", CNEDiMTS: "la CNEDiMTS" }).optional(),
    means: choice("Moyen qui donne date certaine à la notification", {
      platform: "Plateforme",
      "registered-letter": "Lettre recommandée avec avis de réception",
      "other-certain-date": "Autre moyen qui donne date certaine",
    }),
    consentRecorded: z
      .boolean()
      .meta({ description: "Le demandeur a accepté d'être notifié sur la plateforme (CRPA R. 112-17)" }),
    availabilityEmailSent: z
      .boolean()
      .meta({ description: "Le courriel annonçant que la demande est disponible est parti" }),
  }),
  requestConsulted: nothing,
  deemedReceptionReviewed: z.strictObject({
    outcome: choice("Suite", { abandon: "Le délai est écoulé : abandon", run: "Le délai court de ce jour" }),
    reason: text("Motif"),
  }),
  furtherInformationReceived: z.strictObject({ items: texts("Élément transmis").min(1) }),
  furtherInformationReviewed: z.strictObject({
    complete: yesOrNo("La réponse est complète"),
    missing: texts("Ce qui manque encore").optional(),
  }),
  abandonmentConfirmed: z.strictObject({ reason: text("Motif") }),
  ansInformationRequested: z.strictObject({
    request: requestName,
    kind: choice("Nature", { question: "Question (sans délai)", request: "Demande (30 jours)" }),
    items: texts("Élément demandé").min(1),
  }),
  ansInformationProvided: z.strictObject({ items: texts("Élément transmis").min(1) }),
  deprioritisationReviewed: z.strictObject({
    outcome: choice("Suite", {
      keep: "La demande reste en l'état",
      "propose-formal-request": "Une demande formelle est proposée aux ministres",
    }),
    reason: text("Motif"),
  }),
  ansOpinionRendered: z.strictObject({
    sense,
    reasons: text("Motifs d'un avis défavorable").optional(),
    certificate: name("Numéro du certificat de conformité").optional(),
    nextSteps: text("Ce que le titulaire du certificat fait ensuite").optional(),
  }),
  cnedimtsOpinionRendered: z.strictObject({
    opinions: z
      .array(
        z.strictObject({
          indication: name("Indication"),
          sense,
          reasons: text("Motifs").optional(),
          icd: icd.optional(),
          specifications: text("Spécifications techniques du dispositif et de ses accessoires").optional(),
          population: text("Estimation du nombre de patients", 300).optional(),
          framework: text("Référentiel de la télésurveillance").optional(),
          recommendations: text("Recommandations, pour un dispositif thérapeutique").optional(),
        }),
      )
      .min(1)
      .max(50)
      .meta({ description: "Avis, par indication" }),
  }),
  opinionReceived: nothing,
  opinionPublished: z.strictObject({ address: text("Adresse de la page", 500) }),
  decisionNotified: z.strictObject({
    signedOn: day("Jour de la signature"),
    decisions: z
      .array(
        z.strictObject({
          indication: name("Indication"),
          outcome: granted,
          criteria: grounds.optional(),
          reasons: text("Motifs d'un refus").optional(),
          remedies: text("Voies et délais de recours, en cas de refus").optional(),
        }),
      )
      .min(1)
      .max(50)
      .meta({ description: "Décisions, par indication" }),
  }),
  orderPublished: z.strictObject({
    journal,
    effectiveOn: day("Premier jour de prise en charge").optional(),
    contents: z
      .array(
        z.strictObject({
          indication: name("Indication"),
          flatRates: text("Forfaits et modulations", 1000),
          billing: text("Périodicité de la facturation", 300),
          code: text("Code du dispositif et de ses accessoires", 300),
          icd,
          prescription: text("Mention à porter sur l'ordonnance, et ses motifs", 1000).optional(),
        }),
      )
      .max(50)
      .meta({ description: "Ce que dit l'arrêté, par indication (R. 162-116, I et II)" })
      .optional(),
  }),
  listingRequested: z.strictObject({ list }),
  listingRequestWithdrawn: nothing,
  listingDecided: z.strictObject({
    outcome: choice("Décision", { listed: "Inscription", refused: "Refus" }),
    reasons: text("Motifs d'un refus").optional(),
  }),
  tariffPublished: z.strictObject({ journal }),
  conditionLost: z.strictObject({ condition, reason: text("Ce qui s'est passé") }),
  conditionRestored: z.strictObject({ condition, reason: text("Ce qui s'est passé") }),
  certificateStruck,
  certificateRestored: z.strictObject({ reason: text("Motif") }),
  observationsInvited: z.strictObject({
    ground: endGround,
    until: day("Dernier jour pour présenter des observations"),
  }),
  observationsMade: z.strictObject({ observations: text("Les observations, ou le lieu où elles se trouvent") }),
  coverageEndOrdered: z.strictObject({
    ground: endGround,
    effectiveOn: day("Premier jour sans prise en charge").optional(),
    reasons: text("Motifs (R. 162-120)"),
    remedies: text("Comment et jusqu'à quand la décision peut être contestée (R. 162-120)"),
    exemption: exemption.optional(),
  }),
  studyCompleted: z.strictObject({
    outcome: choice("Issue de l'étude", {
      completed: "Terminée",
      "stopped-for-safety": "Arrêtée pour des raisons de sécurité",
      "stopped-on-interim-results": "Arrêtée au vu de résultats intermédiaires",
    }),
  }),
  penaltyPlanned: z.strictObject({
    breach: text("Manquement aux obligations de continuité, et motifs"),
    foundOn: day("Jour de la constatation du manquement"),
  }),
  penaltyObservationsMade: z.strictObject({ observations: text("Les observations, ou le lieu où elles se trouvent") }),
  turnoverDeclared: z.strictObject({ turnover: cents("Chiffre d'affaires hors taxes réalisé en France") }),
  penaltyHearingRequested: nothing,
  penaltyHearingHeld: nothing,
  penaltyDecided: z.strictObject({
    amount: cents("Montant de la pénalité"),
    reimbursed: cents(
      "Montants pris en charge ou remboursés sur dix-huit mois, sans chiffre d'affaires déclaré",
    ).optional(),
    reasons: text("Motifs"),
    remedies: text("Voies et délais de recours"),
  }),
  penaltyPaid: nothing,
  withdrawn: withdrawal,
};

const account = z.strictObject({
  status: choice("État du compte", { open: "Ouvert", requested: "Demandé" }),
  requestedOn: day("Jour de la demande").optional(),
});

export const filing = z.strictObject({
  applicant: z
    .strictObject({
      ...applicantFields,
      rank: choice("Qualité d'exploitant (CSS L. 165-1-1-1)", {
        manufacturer: "Fabricant",
        "authorised-representative": "Mandataire du fabricant",
        distributor: "Distributeur",
      }),
    })
    .meta({ description: "Demandeur" }),
  product: z
    .strictObject({ ...productFields, ceMarked: yesOrNo("Le dispositif porte le marquage CE") })
    .meta({ description: "Produit" }),
  indications: z
    .array(z.strictObject({ ...indicationFields, list }))
    .min(1)
    .max(50)
    .meta({ description: "Indications" }),
  accounts: z
    .strictObject({
      convergence: account.meta({ description: "Compte Convergence" }),
      sesame: account.meta({ description: "Compte Sésame" }),
    })
    .meta({ description: "Comptes" }),
  studies: z
    .array(z.strictObject({ title: text("Titre de l'étude", 300), endsOn: day("Fin prévue") }))
    .max(50)
    .meta({ description: "Études en cours" })
    .optional(),
  /** Frozen by the register at the filing. */
  precedents: z
    .array(
      z.strictObject({
        case: text("Numéro du dossier", 64),
        indication: name("Indication"),
        outcome: granted,
        criteria: grounds.optional(),
      }),
    )
    .max(200)
    .meta({ description: "Décisions antérieures sur le même produit" })
    .optional(),
  /** The accounts, the meeting and the pre-filing that came before. */
  links: links.optional(),
  /** Experts of an early meeting about this product: no part in its evaluation. */
  excludedExperts: z
    .array(name("Identifiant d'un expert"))
    .max(200)
    .meta({ description: "Experts qui ne peuvent pas prendre part à l'évaluation" })
    .optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
