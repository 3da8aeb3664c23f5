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

/** The bodies of the acts of a rendez-vous pré-dépôt for a medicine, and its request. */

const documents = documentsOf(100);
const agencies = z
  .array(choice("Agence", { HAS: "HAS", ANSM: "ANSM" }))
  .min(1)
  .max(2);

export const bodies = {
  documentsSubmitted: z.strictObject({ documents: documents.min(1) }),
  meetingPlanned: z.strictObject({
    on: day("Jour du rendez-vous"),
    at: text("Heure et lieu, ou adresse de la visioconférence", 500),
  }),
  meetingHeld: z.strictObject({
    agencies: agencies.meta({ description: "Agences dont les services ont participé" }),
    participants: texts("Participant").min(1),
  }),
  meetingNotHeld: z.strictObject({ reason: text("Ce qui s'est passé") }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  channel: z
    .strictObject({
      kind: choice("Voie", { "e-mail": "Courriel", guichet: "Guichet" }),
      address: text("Adresse à laquelle le courriel a été envoyé", 200).optional(),
    })
    .meta({ description: "Arrivée de la demande" }),
  /** The marketing authorisation (AMM) of the indications aimed at. */
  marketingAuthorisation: choice("AMM (ces rendez-vous précèdent une demande d'accès avant l'AMM)", {
    none: "Aucune",
    "applied-for": "Demandée",
    granted: "Accordée",
  }),
  indicationsAimedAt: texts("Indication visée").min(1),
  topics: z
    .array(
      choice("Sujet", {
        eligibility: "Éligibilité",
        "file-content": "Contenu du dossier",
        "filing-calendar": "Calendrier de dépôt",
        "put-rd-collection": "Recueil du PUT-RD",
      }),
    )
    .min(1)
    .max(4)
    .meta({ description: "Sujets" }),
  questions: texts("Question").min(1),
  plannedFilingOn: day("Jour prévu de la demande d'accès précoce").optional(),
  documents: documents.optional(),
  links: links.optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
