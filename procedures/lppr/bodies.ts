import { z } from "zod";
import {
  applicant,
  certificate,
  certificateStruck,
  choice,
  day,
  delistingBodies,
  document,
  documents,
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

/** The bodies of the acts of a listing on the LPPR, and of its filing. Rules across fields live in the story. */

const tariff = text("Tarif et, s'il y en a un, prix, tels que publiés", 500);
const wish = choice("Souhait", { observations: "Observations écrites", hearing: "Audition" });

const decision = z.strictObject({
  indication: name("Identifiant de l'indication"),
  outcome: choice("Décision", { listed: "Inscription", refused: "Refus" }),
  reasons: text("Motifs d'un refus (R. 165-16)").optional(),
  remedies: text("Comment et jusqu'à quand un refus peut être contesté (R. 165-16)").optional(),
});

/** R. 165-5. Those of I are for the commission to give an opinion on; those of II aren't; those of R. 165-5-1 bind the ministers. */
const delistingGround = choice("Motif de la radiation", {
  criteria: "Critères plus remplis, ou modification non signalée (R. 165-5, I, 1°)",
  specifications: "Manquement aux spécifications techniques constaté par l'ANSM (I, 2°)",
  "asked-for": "À la demande du fabricant ou du distributeur (I, 3°)",
  "no-reimbursement": "Aucun remboursement depuis un an au moins (II, 1°)",
  discontinued: "Arrêt définitif de commercialisation (II, 1°)",
  "ce-withdrawn": "Retrait du marquage CE (II, 1°)",
  rebates: "Remises dues non acquittées (II, 2°)",
  "certificate-not-asked": "Nouveau certificat non demandé dans le délai (II, 3°)",
  "breach-found": "Manquement constaté par l'ANS (II, 4°)",
  "not-listable": "Devenu insusceptible d'être inscrit (II, 5°)",
  misinformation: "Informations erronées ou incomplètes aux professionnels de santé (II, 6°)",
  "hospital-care": "Prestation d'hospitalisation exclusive (R. 165-5-1, 1°)",
  banned: "Interdiction par l'ANSM ou par décret (R. 165-5-1, 2°)",
});

export const bodies = {
  certificateJoined: certificate,
  certificateStruck,
  informationRequested: z.strictObject({ request: requestName, items: texts("Élément demandé").min(1) }),
  requestReceived: nothing,
  informationReceived: z.strictObject({ items: texts("Élément transmis").min(1) }),
  opinionCommunicated: z.strictObject({ sense, document: document.optional() }),
  opinionAnswered: z.strictObject({
    wish,
    observations: text("Les observations, ou le lieu où elles se trouvent").optional(),
  }),
  hearingShortened: z.strictObject({ reason: text("Motif") }),
  hearingHeld: nothing,
  finalOpinionRendered: z.strictObject({
    sense,
    termYears: z
      .int()
      .min(1)
      .max(10)
      .meta({ description: "Durée proposée, en années (si elle est plus courte que la plus longue)" })
      .optional(),
  }),
  examinationImpossible: z.strictObject({ reason: text("Motif") }),
  withdrawn: withdrawal,
  listingDecided: z.strictObject({
    decisions: z.array(decision).min(1).max(50).meta({ description: "Décisions, par indication" }),
    termYears: z
      .int()
      .min(1)
      .max(10)
      .meta({ description: "Durée, en années (à défaut, la plus longue que permet la forme de l'inscription)" })
      .optional(),
  }),
  tariffDecided: z.strictObject({
    tariff,
    agreement: yesOrNo("Par convention (à défaut, par décision)"),
  }),
  listingPublished: z.strictObject({ journal, effectiveOn: day("Premier jour de l'inscription").optional() }),
  tariffPublished: z.strictObject({ journal }),
  renewalRequested: z.strictObject({ documents: documents(200).min(1) }),
  renewalIncomplete: z.strictObject({ missing: texts("Élément manquant").min(1) }),
  renewalCompleted: z.strictObject({ documents: documents(200).min(1) }),
  renewalDecided: z.strictObject({
    outcome: choice("Décision", { renewed: "Renouvellement", refused: "Refus" }),
    termYears: z.int().min(1).max(10).meta({ description: "Durée, en années" }).optional(),
    reasons: text("Motifs d'un refus (R. 165-16)").optional(),
    remedies: text("Comment et jusqu'à quand un refus peut être contesté (R. 165-16)").optional(),
  }),
  renewalPublished: z.strictObject({ journal }),
  referentialChanged: z.strictObject({ inForceOn: day("Entrée en vigueur de la modification") }),
  certificateRequested: nothing,
  ...delistingBodies(delistingGround),
  changeProposed: z.strictObject({ change: requestName, project: text("Ce qui est projeté") }),
  changeObservations: z.strictObject({ observations: text("Les observations, ou le lieu où elles se trouvent") }),
  changeHearingRequested: nothing,
  changeHearingHeld: nothing,
  changeOpinionRendered: z.strictObject({ opinion: text("L'avis, ou le lieu où il se trouve") }),
  changeDecided: z.strictObject({
    outcome: choice("Suite", { changed: "Modification", "given-up": "Le projet est abandonné" }),
    journal: journal.optional(),
  }),
  tariffProposed: z.strictObject({ tariff: requestName, planned: tariff }),
  tariffAnswered: z.strictObject({
    wish,
    observations: text("Les observations, ou le lieu où elles se trouvent").optional(),
  }),
  tariffHearingHeld: nothing,
  tariffSet: z.strictObject({
    outcome: choice("Suite", { set: "Le tarif est fixé", "given-up": "Le projet est abandonné" }),
    journal: journal.optional(),
  }),
  tariffChangeRequested: z.strictObject({ tariff: requestName, asked: tariff }),
  tariffInformationRequested: z.strictObject({ items: texts("Élément demandé").min(1) }),
  tariffRequestReceived: nothing,
  tariffInformationReceived: z.strictObject({ items: texts("Élément transmis").min(1) }),
  tariffChangeNotified: z.strictObject({
    outcome: choice("Décision", { granted: "Accord", refused: "Refus" }),
    reasons: text("Motifs d'un refus (R. 165-16)").optional(),
    remedies: text("Comment et jusqu'à quand un refus peut être contesté (R. 165-16)").optional(),
  }),
  measureTaken: z.strictObject({ measure: text("La mesure, et sa référence") }),
  measureLifted: nothing,
};

export const filing = z.strictObject({
  applicant,
  product: z
    .strictObject({
      ...productFields,
      ceMarked: yesOrNo("Il satisfait aux exigences de mise sur le marché du code de la santé publique"),
      digital: yesOrNo("Il traite des données personnelles, ou fait héberger des données de santé"),
      telemonitoringOnly: yesOrNo("Ses fonctions sont celles de la seule télésurveillance médicale"),
    })
    .meta({ description: "Produit" }),
  form: choice("Forme de l'inscription", { brand: "Nom de marque", generic: "Description générique" }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50).meta({ description: "Indications" }),
  certificate: certificate.optional(),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
