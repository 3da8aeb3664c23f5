import { z } from "zod";
import { textFormats } from "../case/text-formats.js";
import { isKnownDay } from "../law/known-days.js";
import { linkKinds } from "./links.js";

/** What the schemas of several procedures are made of. */

/** A text of its own; of a thousand characters at most, it stands on one line. */
export const text = (description: string, max = 4000) => {
  const format = max <= 1000 ? "line" : "text";
  const { shape } = textFormats[format];
  return z
    .string()
    .refine((given): boolean => shape.test(given), { params: { fault: `not-a-${format}` } })
    .max(max)
    .meta({ format, description });
};

export const texts = (description: string) => z.array(text(description, 1000)).max(100).meta({ description });

export const yesOrNo = (description: string) => z.boolean().meta({ description });

/** One value of several, each with the label that a person reads. */
export const choice = <const Labels extends Readonly<Record<string, string>>>(description: string, labels: Labels) =>
  z.enum(Object.keys(labels) as (keyof Labels & string)[]).meta({ description, labels });

export const name = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .meta({ description: `${description} (lettres, chiffres, « . », « _ », « - » ; 64 au plus)` });

export const day = (description: string) =>
  z
    .string()
    .refine((given): boolean => isKnownDay(given), { params: { fault: "not-a-day" } })
    .meta({ format: "date", description: `${description} (AAAA-MM-JJ)` });

/** A document is named here and kept elsewhere: its digest proves which one it was. */
export const documentFields = {
  title: text("Titre du document", 300),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "Empreinte SHA-256 du document (64 chiffres hexadécimaux)" })
    .optional(),
};
export const document = z.strictObject(documentFields).meta({ id: "Document", description: "Document" });

export const documents = (most: number) => z.array(document).max(most).meta({ description: "Documents" });

export const nothing = z.strictObject({});

export const applicantFields = {
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .meta({ description: "SIRET de l'établissement (14 chiffres)" }),
  name: text("Nom de l'entreprise", 200),
  mutesStatusMails: z
    .boolean()
    .meta({
      description: "Pas de courriels de suivi (option de Sésame ; les notifications légales partent quand même)",
    })
    .optional(),
};
export const applicant = z.strictObject(applicantFields).meta({ description: "Demandeur" });

export const productFields = {
  id: name("Identifiant du produit"),
  name: text("Nom du produit", 200),
};
export const product = z.strictObject(productFields).meta({ description: "Produit" });

export const indicationFields = {
  id: name("Identifiant de l'indication"),
  label: text("Indication revendiquée", 500),
};

/** Acts are about a request by its name. */
export const requestName = name("Nom de la demande, unique dans le dossier");

export const sense = choice("Sens de l'avis", { favourable: "Favorable", unfavourable: "Défavorable" });

/** CRPA L. 121-2: what dispenses from inviting somebody to answer before a decision. */
export const exemption = z
  .strictObject({
    case: choice("Cas", { urgency: "Urgence", "public-order": "Ordre public" }),
    reason: text("Pourquoi le demandeur n'a pas été invité à répondre"),
  })
  .meta({ description: "Prononcée sans inviter le demandeur à répondre (CRPA L. 121-2)" });

/** Where what is published was published. */
export const journal = text("Référence au Journal officiel", 200);

/** The ANS's certificate of conformity, by its reference. */
export const certificate = z
  .strictObject({ reference: text("Référence du certificat de l'ANS", 200) })
  .meta({ description: "Certificat de l'ANS" });

/** The end of a certificate, told to what rests on it. */
export const certificateStruck = z.strictObject({
  reference: text("Référence du certificat auquel l'ANS a mis fin", 200).optional(),
  reasons: text("Motifs"),
});

/** The delisting of R. 162-86 and of R. 165-5, III, on the grounds of each. */
export const delistingBodies = <Ground extends z.ZodType<string>>(ground: Ground) => ({
  delistingPlanned: z.strictObject({
    ground,
    reasons: text("Motifs"),
    opinionDays: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: "Jours laissés à la commission (là où son avis est requis)" })
      .optional(),
  }),
  delistingObservations: z.strictObject({
    observations: text("Les observations, ou le lieu où elles se trouvent"),
  }),
  delistingOpinionRendered: z.strictObject({ sense }),
  delistingDecided: z.strictObject({
    outcome: choice("Suite", { delisted: "Radiation", "given-up": "Le projet est abandonné" }),
    journal: journal.optional(),
  }),
});

export const withdrawal = z.strictObject({ reason: text("Motif, si le demandeur souhaite le dire").optional() });

/** An account belongs to a company: it is the company's SIRET that identifies it, so that a company opens one. */
export const account = z
  .strictObject({
    id: z
      .string()
      .regex(/^\d{14}$/)
      .meta({ description: "Le compte : le SIRET de l'entreprise" }),
    name: text("Nom sous lequel le compte est affiché", 200),
  })
  .meta({ description: "Compte" });

/** Accounts and meetings are about no indication: about the company, or the technology as a whole. */
export const noIndication = z
  .array(z.strictObject({ id: name("Identifiant"), label: text("Libellé", 500) }))
  .max(0)
  .meta({ description: "Indications (aucune : la procédure ne se décide pas par indication)" });

/** Cases that came before this one. */
export const links = z
  .array(
    z.strictObject({
      case: text("Numéro du dossier", 64),
      kind: choice("Ce qu'il est pour celui-ci", linkKinds),
    }),
  )
  .max(50)
  .meta({ description: "Dossiers qui ont précédé celui-ci" });
