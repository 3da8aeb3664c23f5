import { z } from "zod";
import { textFormats } from "../case/text-formats.js";
import { A_KNOWN_DAY, isKnownDay } from "../law/known-days.js";
import { linkKinds } from "./links.js";

/** What the schemas of several procedures are made of. */

/** A text of its own; of a thousand characters at most, it stands on one line. */
export const text = (description: string, max = 4000) => {
  const format = max <= 1000 ? "line" : "text";
  const { shape, expected } = textFormats[format];
  return z
    .string()
    .refine((given): boolean => shape.test(given), `expected ${expected}`)
    .max(max)
    .meta({ format, description });
};

export const texts = (description: string) => z.array(text(description, 1000)).max(100);

export const name = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .meta({ description: `${description} (letters, digits, ".", "_", "-"; 64 at most)` });

export const day = (description: string) =>
  z
    .string()
    .refine((given): boolean => isKnownDay(given), `expected ${A_KNOWN_DAY}`)
    .meta({ format: "date", description: `${description} (${A_KNOWN_DAY})` });

/** A document is named here and kept elsewhere: its digest proves which one it was. */
export const documentFields = {
  title: text("Title of the document", 300),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "SHA-256 of the document, 64 hexadecimal digits" })
    .optional(),
};
export const document = z.strictObject(documentFields).meta({ id: "Document" });

export const nothing = z.strictObject({});

export const applicantFields = {
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .meta({ description: "SIRET of the establishment, 14 digits" }),
  name: text("Name of the company", 200),
  mutesStatusMails: z
    .boolean()
    .meta({ description: "Sésame's option: no status mails; legal notifications are sent all the same" })
    .optional(),
};
export const applicant = z.strictObject(applicantFields);

export const productFields = {
  id: name("Identifier of the product"),
  name: text("Name of the product", 200),
};
export const product = z.strictObject(productFields);

export const indicationFields = {
  id: name("Identifier of the indication"),
  label: text("Indication claimed", 500),
};

/** Acts are about a request by its name. */
export const requestName = name("Name of the request, unique in the case");

export const sense = z.enum(["favourable", "unfavourable"]).meta({ description: "favourable or unfavourable" });

/** CRPA L. 121-2: what dispenses from inviting somebody to answer before a decision. */
export const exemption = z
  .strictObject({
    case: z.enum(["urgency", "public-order"]),
    reason: text("Why the applicant wasn't invited to answer"),
  })
  .meta({ description: "Pronounced without inviting the applicant to answer (CRPA L. 121-2)" });

/** Where what is published was published. */
export const journal = text("Reference in the Journal officiel", 200);

/** The ANS's certificate of conformity, by its reference. */
export const certificate = z.strictObject({ reference: text("Reference of the ANS's certificate", 200) });

export const withdrawal = z.strictObject({ reason: text("Why, if the applicant wishes to say").optional() });

/** An account belongs to a company: it is the company's SIRET that identifies it, so that a company opens one. */
export const account = z.strictObject({
  id: name("The account: the company's SIRET"),
  name: text("Name under which the account is shown", 200),
});

/** Accounts and meetings are about no indication: about the company, or the technology as a whole. */
export const noIndication = z
  .array(z.strictObject({ id: name("Identifier"), label: text("Label", 500) }))
  .max(0)
  .meta({ description: "Empty: the procedure isn't decided by indication" });

/** Cases that came before this one. */
export const links = z
  .array(
    z.strictObject({
      case: text("Number of the case", 64),
      kind: z.enum(linkKinds).meta({ description: `One of ${linkKinds.join(", ")}` }),
    }),
  )
  .max(50);
