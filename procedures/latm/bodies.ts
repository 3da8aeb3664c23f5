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

/** The bodies of the acts of a listing on the LATM, and of its filing. Rules across fields live in the story. */

const termYears = z
  .int()
  .min(1)
  .max(5)
  .meta({ description: "Durée, en années (cinq si rien n'est indiqué)" })
  .optional();
const refusal = {
  reasons: text("Motifs d'un refus").optional(),
  remedies: text("Comment et jusqu'à quand un refus peut être contesté").optional(),
};
const observations = z.strictObject({ observations: text("Les observations, ou le lieu où elles se trouvent") });

/** R. 162-85. Those of I are for the commission to give an opinion on; those of II aren't; a ban (III) and a few of II need no notice. */
const delistingGround = choice("Motif de la radiation", {
  "asked-for": "À la demande de l'exploitant (R. 162-85, I, 1°)",
  criteria: "Critères plus remplis, ou modification non signalée (I, 2°)",
  "superior-activity": "Une activité d'un intérêt supérieur est inscrite (I, 3°)",
  "generic-line": "Transformée en une ligne générique (I, 4°)",
  indicators: "Objectifs des indicateurs nationaux non respectés (I, 5°)",
  "no-reimbursement": "Aucun remboursement depuis un an au moins (II, 1°)",
  discontinued: "Arrêt définitif de commercialisation (II, 1°)",
  "ce-withdrawn": "Retrait du marquage CE (II, 1°)",
  "certificate-not-asked": "Nouveau certificat non demandé dans le délai (II, 2°)",
  "breach-found": "Manquement constaté par l'ANS (II, 3°)",
  "not-listable": "Devenue insusceptible d'être inscrite (II, 4°)",
  misinformation: "Informations erronées ou incomplètes aux professionnels de santé (II, 5°)",
  banned: "Interdiction par l'ANSM ou par décret (III)",
});

export const bodies = {
  missingItemsNotified: z.strictObject({ missing: texts("Élément manquant").min(1) }),
  certificateJoined: certificate,
  certificateStruck,
  applicationAcknowledged: nothing,
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("Élément demandé").min(1),
    days: z.int().min(1).max(365).meta({ description: "Jours donnés (dix au moins ; dix, sous PECAN)" }),
  }),
  informationReceived: z.strictObject({ items: texts("Élément transmis (tel qu'il a été demandé)").min(1) }),
  draftOpinionCommunicated: z.strictObject({ sense, document: document.optional() }),
  draftObservations: observations,
  hearingRequested: nothing,
  hearingShortened: z.strictObject({ reason: text("Motif") }),
  hearingHeld: nothing,
  opinionRendered: z.strictObject({ sense }),
  examinationImpossible: z.strictObject({ reason: text("Motif") }),
  withdrawn: withdrawal,
  listingDecided: z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          indication: name("Identifiant de l'indication"),
          outcome: choice("Décision", { listed: "Inscription", refused: "Refus" }),
          ...refusal,
        }),
      )
      .min(1)
      .max(50)
      .meta({ description: "Décisions, par indication" }),
    termYears,
  }),
  listingPublished: z.strictObject({ journal, effectiveOn: day("Premier jour de l'inscription").optional() }),
  amountPublished: z.strictObject({ journal }),
  renewalRequested: z.strictObject({ documents: documents(200).min(1) }),
  renewalIncomplete: z.strictObject({ missing: texts("Élément manquant").min(1) }),
  renewalAcknowledged: nothing,
  renewalOpinionRendered: z.strictObject({ sense }),
  renewalDecided: z.strictObject({
    outcome: choice("Décision", { renewed: "Renouvellement", refused: "Refus" }),
    termYears,
    ...refusal,
  }),
  referentialChanged: z.strictObject({ inForceOn: day("Entrée en vigueur de la modification") }),
  certificateRequested: nothing,
  ...delistingBodies(delistingGround),
  genericLineProposed: z.strictObject({ line: text("La ligne générique envisagée"), journal }),
  lineObservations: observations,
  lineHearingRequested: nothing,
  lineHearingHeld: nothing,
  lineOpinionRendered: z.strictObject({ sense }),
  genericLineDecided: z.strictObject({
    outcome: choice("Suite", {
      listed: "Inscription",
      "proposed-again": "Un nouvel avis est publié",
      "given-up": "Le projet est abandonné",
    }),
    journal: journal.optional(),
  }),
};

export const filing = z.strictObject({
  applicant,
  product: z
    .strictObject({ ...productFields, ceMarked: yesOrNo("Le dispositif porte le marquage CE") })
    .meta({ description: "Produit" }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50).meta({ description: "Indications" }),
  underPecan: yesOrNo("L'activité est prise en charge par anticipation (L. 162-1-23 : délais réduits)"),
  certificate: certificate.optional(),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
