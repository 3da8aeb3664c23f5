import { z } from "zod";
import {
  account,
  applicant,
  choice,
  day,
  document,
  name,
  noIndication,
  nothing,
  text,
  yesOrNo,
} from "../common-bodies.js";

/** The bodies of the acts on a Sésame account, and of its request. */

const person = z
  .strictObject({
    id: name("Identifiant de la personne"),
    name: text("Nom de la personne", 200),
    email: text("Adresse électronique", 200).optional(),
  })
  .meta({ description: "Personne" });

/** The company's attestation. How many managers it may name is a rule of the story, told with its source. */
const attestation = z
  .strictObject({
    document,
    stamped: yesOrNo("L'attestation porte le cachet de l'entreprise"),
    signedBy: choice("Signataire", {
      "legal-representative": "Représentant légal",
      other: "Autre (l'attestation n'est alors pas valable)",
    }),
    managers: z.array(person).min(1).max(20).meta({ description: "Gestionnaires" }),
  })
  .meta({ description: "Attestation" });

export const bodies = {
  attestationReturned: z.strictObject({ reason: text("Ce qui ne va pas dans l'attestation") }),
  attestationSubmitted: z.strictObject({ attestation }),
  accountOpened: nothing,
  contributorCreated: z.strictObject({
    manager: name("Gestionnaire qui crée le contributeur"),
    contributor: person.meta({ description: "Contributeur" }),
  }),
  delegationGiven: z.strictObject({
    consultant: person.meta({ description: "Consultant" }),
    organisation: text("Société de conseil", 200),
    designatedBy: choice("Désigné par", {
      "legal-representative": "Représentant légal",
      other: "Autre (la délégation n'est alors pas valable)",
    }),
    from: day("Premier jour de la délégation"),
    until: day("Dernier jour de la délégation").optional(),
    scope: choice("Ce qu'il peut faire des demandes qu'il a ouvertes, et d'aucune autre", {
      "file-and-follow": "Déposer et suivre",
      follow: "Suivre",
    }),
    procedures: z
      .array(text("Nom d'une procédure", 60))
      .max(50)
      .meta({ description: "Procédures auxquelles la délégation est limitée (toutes, si rien n'est indiqué)" })
      .optional(),
  }),
  consultantAccessOpened: nothing,
  delegationRevoked: z.strictObject({ reason: text("Motif, si l'entreprise souhaite le dire").optional() }),
  managersDesignated: z.strictObject({ attestation }),
  managersRecorded: nothing,
  managersReturned: z.strictObject({ reason: text("Ce qui ne va pas dans l'attestation") }),
  notificationOptionSet: z.strictObject({ active: yesOrNo("Recevoir les courriels de suivi") }),
  accountClosed: z.strictObject({ reason: text("Motif, si l'entreprise souhaite le dire").optional() }),
  withdrawn: z.strictObject({ reason: text("Motif, si l'entreprise souhaite le dire").optional() }),
};

export const filing = z.strictObject({
  applicant,
  product: account,
  indications: noIndication,
  attestation,
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
