import { z } from "zod";
import {
  applicant,
  certificate,
  choice,
  day,
  documents,
  links,
  noIndication,
  nothing,
  product,
  requestName,
  text,
  texts,
  withdrawal,
} from "../common-bodies.js";

/** The bodies of the acts of a certificate, and of its filing. Rules across fields live in the story. */

export const bodies = {
  missingItemsNotified: z.strictObject({ missing: texts("Pièce manquante").min(1) }),
  applicationAcknowledged: nothing,
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("Renseignement demandé").min(1),
    days: z.int().min(1).max(365).meta({ description: "Délai imparti, en jours (dix au moins)" }),
  }),
  informationReceived: z.strictObject({
    items: texts("Renseignement transmis, comme il a été demandé").min(1),
    documents: documents(200).optional(),
  }),
  withdrawn: withdrawal,
  validationDecided: z.strictObject({
    outcome: choice("Décision", { validated: "Validation", refused: "Refus" }),
    certificate: text("Référence du certificat délivré", 200).optional(),
    reasons: text("Motifs d'un refus").optional(),
    remedies: text("Voies et délais de recours contre un refus").optional(),
  }),
  auditCarriedOut: z.strictObject({
    outcome: choice("Résultat", { compliant: "Aucun manquement", breach: "Manquement constaté" }),
    findings: text("Ce que l'audit constate"),
    observationsUntil: day("Dernier jour pour présenter des observations sur un manquement").optional(),
  }),
  observationsMade: z.strictObject({ observations: text("Les observations, ou l'endroit où elles sont") }),
  certificateEnded: z.strictObject({
    reasons: text("Motifs"),
    remedies: text("Voies et délais de recours"),
    urgency: text("Urgence ou circonstances exceptionnelles qui dispensent d'entendre le titulaire").optional(),
  }),
  referentialChanged: z.strictObject({ inForceOn: day("Entrée en vigueur de la modification") }),
  certificateReplaced: certificate,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  list: choice("Ce qui sera sollicité", {
    latm: "Inscription sur la LATM (R. 162-76, I)",
    "latm-generic-line": "Rattachement à une ligne générique de la LATM (R. 162-76, II)",
    lppr: "Inscription sur la LPPR (R. 165-5-2)",
  }),
  documents: documents(200).min(1),
  links: links.optional(),
});

export type Bodies = { readonly [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
