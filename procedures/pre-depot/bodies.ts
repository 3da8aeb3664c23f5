import { z } from "zod";
import {
  applicant,
  choice,
  day,
  documents as documentsOf,
  links,
  noIndication,
  product,
  text,
  texts,
  withdrawal,
} from "../common-bodies.js";

/** The bodies of the acts of a rendez-vous pré-dépôt for a device, and its request. */

const documents = documentsOf(100);

export const bodies = {
  documentsSubmitted: z.strictObject({ documents: documents.min(1) }),
  meetingPlanned: z.strictObject({
    on: day("Jour du rendez-vous"),
    at: text("Heure et lieu, ou adresse de la visioconférence", 500),
  }),
  requestRedirected: z.strictObject({
    to: choice("Qui répond à ces questions", {
      "rencontre-precoce": "Rencontre précoce",
      "forfait-innovation": "Forfait innovation",
      "digital-health": "Numérique en santé",
    }),
    reasons: text("Motif"),
  }),
  meetingHeld: z.strictObject({ participants: texts("Participant").min(1) }),
  meetingNotHeld: z.strictObject({ reason: text("Ce qui s'est passé") }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  /** Asked by e-mail, and recorded as such by the HAS, or asked here. */ channel: z
    .strictObject({
      kind: choice("Voie", { "e-mail": "Courriel", guichet: "Guichet" }),
      address: text("Adresse à laquelle le courriel a été envoyé", 200).optional(),
    })
    .meta({ description: "Arrivée de la demande" }),
  kind: choice("Nature du rendez-vous", {
    "technical-regulatory": "Technico-réglementaire",
    economic: "Économique (avec la DEAI, pour préparer un avis économique)",
  }),
  category: choice("Nature du produit (ces rendez-vous sont pour les dispositifs)", {
    "medical-device": "Dispositif médical",
    other: "Autre",
  }),
  topics: z
    .array(
      choice("Sujet", {
        lppr: "LPPR",
        latm: "LATM",
        pecan: "PECAN",
        "file-content": "Contenu du dossier",
        "economic-evaluation": "Évaluation économique",
        "study-protocol": "Protocole d'étude",
        other: "Autre",
      }),
    )
    .min(1)
    .max(7)
    .meta({ description: "Sujets" }),
  questions: texts("Question").min(1),
  documents: documents.optional(),
  links: links.optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
