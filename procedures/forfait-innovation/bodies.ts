import { z } from "zod";
import {
  applicant,
  choice,
  day,
  documents,
  indicationFields,
  journal,
  links,
  nothing,
  product,
  requestName,
  text,
  texts,
  withdrawal,
  yesOrNo,
} from "../common-bodies.js";

/** The bodies of the acts of a forfait innovation, and of its filing. Rules across fields live in the story. */

const cents = (description: string) =>
  z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .meta({ description: `${description} (en centimes d'euro)` });
const refusal = {
  reasons: text("Motifs d'un refus").optional(),
  remedies: text("Comment et jusqu'à quand un refus peut être contesté").optional(),
};

export const bodies = {
  foundInadmissible: z.strictObject({ missing: texts("Élément manquant").min(1) }),
  requestCompleted: z.strictObject({ documents: documents(200).min(1) }),
  requestAcknowledged: nothing,
  adverseFactsReported: z.strictObject({ facts: text("Ce dont le demandeur a connaissance") }),
  protocolRequested: z.strictObject({ request: requestName, items: texts("Modification demandée").min(1) }),
  protocolModified: z.strictObject({ documents: documents(200).min(1) }),
  opinionRendered: z.strictObject({
    sense: choice("Sens de l'avis", {
      favourable: "Favorable sans observation",
      "with-observations": "Favorable avec observations",
      unfavourable: "Défavorable",
    }),
    reasons: text("Motifs d'un avis défavorable, ou observations").optional(),
  }),
  protocolAmended: z.strictObject({ documents: documents(200).min(1) }),
  secondOpinionRendered: z.strictObject({
    sense: choice("Sens de l'avis", { favourable: "Favorable sans observation", unfavourable: "Défavorable" }),
    reasons: text("Motifs d'un avis défavorable").optional(),
  }),
  opinionPublished: z.strictObject({ address: text("Adresse de la page", 500) }),
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("Élément sollicité").min(1),
    days: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: "Délai donné, en jours (trente au plus pour toutes les demandes)" }),
  }),
  informationReceived: z.strictObject({ items: texts("Élément transmis, tel qu'il a été sollicité").min(1) }),
  withdrawn: withdrawal,
  coverageDecided: z.strictObject({
    outcome: choice("Décision", { granted: "Prise en charge", refused: "Refus" }),
    ground: choice("Motif du refus", {
      criteria: "Un critère de R. 165-63 ou R. 165-64 manque (R. 165-70, II, 1°)",
      evidence: "Un justificatif n'est pas satisfaisant (II, 2°)",
      cost: "Le coût global n'est pas pertinent (II, 3°)",
    }).optional(),
    ...refusal,
  }),
  orderPublished: z.strictObject({
    journal,
    effectiveOn: day("Premier jour de la prise en charge").optional(),
    months: z.int().min(1).max(240).meta({ description: "Durée de la prise en charge, en mois" }),
    amount: text("Montant du forfait par patient", 500),
    patients: z.int().min(1).max(1_000_000).meta({ description: "Patients à inclure dans l'étude" }),
    additionalPatients: z.int().min(0).max(1_000_000).meta({ description: "Patients additionnels" }).optional(),
    establishments: texts("Établissement, centre ou maison de santé").min(1),
  }),
  clearancesDelivered: z.strictObject({ clearances: texts("Autorisation ou avis délivré").min(1) }),
  firstPatientIncluded: nothing,
  studyCompleted: z.strictObject({
    outcome: choice("Issue de l'étude", {
      completed: "Menée à son terme",
      "stopped-for-safety": "Arrêtée : risque avéré pour la sécurité des patients",
      "stopped-on-interim-results": "Arrêtée : résultats intermédiaires manifestes",
      abandoned: "Abandonnée sans l'un de ces motifs",
    }),
    listable: yesOrNo("Les résultats permettent d'envisager une issue favorable à une demande d'inscription"),
  }),
  listingRequested: nothing,
  listingPublished: z.strictObject({ effectiveOn: day("Premier jour de la prise en charge de droit commun") }),
  penaltyPlanned: z.strictObject({
    breach: text("Manquement constaté"),
    days: z.int().min(1).max(365).meta({ description: "Jours laissés à l'entreprise pour ses observations" }),
  }),
  penaltyWaived: z.strictObject({ reason: text("Motif") }),
  penaltyObservations: z.strictObject({ observations: text("Les observations, ou le lieu où elles se trouvent") }),
  penaltyDecided: z.strictObject({
    amount: cents("Montant de la pénalité"),
    received: cents("Montant hors taxes perçu en France au titre du forfait"),
    reasons: text("Motifs"),
    remedies: text("Voies et délais de recours"),
  }),
};

export const filing = z.strictObject({
  applicant,
  product,
  nature: choice("Ce qui est demandé", {
    device: "Dispositif médical",
    ivd: "Dispositif médical de diagnostic in vitro",
    act: "Acte (la demande est d'un conseil national professionnel)",
  }),
  associates: texts("Prestataire ou établissement de santé associé").optional(),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50).meta({ description: "Indications" }),
  documents: documents(200).min(1),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
