import { z } from "zod";
import {
  applicantFields,
  day,
  document,
  exemption,
  indicationFields,
  journal,
  name,
  nothing,
  product,
  requestName,
  sense,
  text,
  texts,
} from "../common-bodies.js";

/** The bodies of the acts of an accès précoce, and of its filing; they carry what the HAS's report counts. */

const months = (most: number, description: string) => z.number().int().min(1).max(most).meta({ description });
const address = z.strictObject({ address: text("Address of the page", 500) });
const reason = text("Why");
const documents = z.array(document).max(200).optional();

export const criteria = [
  "serious-disease", // grave, rare ou invalidante
  "no-appropriate-treatment",
  "cannot-be-deferred",
  "presumed-innovation",
  "strong-presumption", // of efficacy and safety: the ANSM, before the AMM
] as const;
const criterion = z.enum(criteria).meta({ description: `One of ${criteria.join(", ")}` });

/** Why the HAS withdraws an authorisation of itself. */
const withdrawalGrounds = ["criteria", "safety", "breach"] as const;

/** The cases in which the ministers end the coverage (CSS L. 162-16-5-1, II, B). */
const coverageEndGrounds = [
  "authorisation-withdrawn",
  "authorisation-suspended",
  "listing-refused",
  "amm-application-withdrawn",
  "listing-request-withdrawn",
] as const;

export const collectionModes = ["follow-up-forms", "patient-reported-outcome", "registry", "bamara"] as const;
export const areas = [
  "oncology-haematology",
  "rare-diseases",
  "neurology",
  "infectiology",
  "immunology",
  "cardiology",
  "other",
] as const;
export const turnoverClasses = ["over-100-million", "10-to-100-million", "under-10-million", "unknown"] as const;

/** Protocole d'utilisation thérapeutique et de recueil de données: what the machine keeps of it. */
const protocol = z.strictObject({
  reference: text("Reference of the PUT-RD", 200),
  reportEveryMonths: months(12, "Rhythm of the synthesis reports, in months"),
  model: z.enum(["2021", "2023", "bamara"]).optional(),
});

const duration = months(12, "Months for which it is authorised, a year at most");

export const bodies = {
  missingItemsNotified: z.strictObject({ missing: texts("What is missing").min(1) }),
  applicationCompleted: z.strictObject({ documents }),
  requestAcknowledged: nothing,
  requestWithdrawn: z.strictObject({ reason: reason.optional() }),
  examinationExtended: z.strictObject({ reason }),
  informationRequested: z.strictObject({
    request: requestName,
    items: texts("An item requested").min(1),
    days: z.number().int().min(1).max(45).meta({ description: "Days given to answer, forty-five at most" }),
    proposedBy: z.enum(["ANSM", "ministers"]).optional(),
  }),
  informationReceived: z.strictObject({ items: texts("An item sent, as it was requested").min(1) }),
  informationFoundMissing: z.strictObject({ missing: texts("An item that doesn't answer the request").min(1) }),
  abandonmentConfirmed: z.strictObject({ reason }),
  ansmOpinionRendered: z.strictObject({
    sense,
    reasons: text("Reasons of an unfavourable opinion").optional(),
    protocol: protocol.optional(),
  }),
  chmpOpinionGiven: z.strictObject({ sense, reference: text("Reference of the opinion", 200).optional() }),
  contributionReceived: z.strictObject({ association: name("Identifier of the patient association") }),
  hearingHeld: z.strictObject({ association: name("Identifier of the patient association") }),
  ctOpinionRendered: z.strictObject({ sense, reasons: text("Reasons").optional() }),
  decisionRendered: z.strictObject({
    outcome: z
      .enum(["granted", "refused"])
      .meta({ description: "For new data or a modification, granted: it goes on" }),
    decidedBy: z.enum(["college", "president"]),
    criteria: z.array(criterion).max(criteria.length).optional(),
    reasons: text("Reasons of a refusal").optional(),
    remedies: text("Ways and delays of appeal, with a refusal").optional(),
    months: duration.optional(),
    protocol: protocol.optional(),
    ammFilingBy: day("Last day on which the AMM is to be applied for, before the AMM").optional(),
  }),
  decisionPublished: address,
  protocolPublished: z.strictObject({
    address: text("Address of the page", 500),
    collection: z
      .array(z.enum(collectionModes))
      .max(collectionModes.length)
      .meta({ description: "How efficacy is collected; empty where it is not known" }),
    registry: text("Registry on which the collection leans", 100).optional(),
  }),
  attestationRequested: nothing,
  attestationIssued: nothing,

  ammFiled: z.strictObject({ reference: text("Reference of the application", 200).optional() }),
  ammGranted: z.strictObject({ reference: text("Reference of the AMM", 200).optional() }),
  listingRequested: nothing,
  listingInformationRequested: z.strictObject({ request: requestName, items: texts("An item requested").min(1) }),
  listingInformationReceived: z.strictObject({ items: texts("An item sent").min(1) }),
  listingDraftSent: nothing,
  listingObservationsMade: z.strictObject({ hearing: z.boolean().meta({ description: "A hearing is asked for" }) }),
  listingHearingHeld: nothing,
  commonLawOpinionRendered: z.strictObject({
    smr: z.enum(["sufficient", "insufficient"]),
    asmr: z.enum(["I", "II", "III", "IV", "V"]).optional(),
    reassessmentPlanned: z
      .boolean()
      .meta({ description: "The bet isn't settled: a reassessment is planned" })
      .optional(),
  }),
  listeEnSusRequested: nothing,
  listingDecided: z.strictObject({
    outcome: z.enum(["listed", "refused"]),
    reasons: text("Reasons of a refusal").optional(),
  }),
  tariffPublished: z.strictObject({ journal }),
  listingRequestWithdrawn: z.strictObject({ reason: reason.optional() }),
  ammApplicationWithdrawn: z.strictObject({ reason: reason.optional() }),
  coverageEndOrdered: z.strictObject({
    ground: z.enum(coverageEndGrounds),
    effectiveOn: day("First day without coverage").optional(),
    reasons: text("Why (R. 163-37)"),
    remedies: text("How and until when the decision can be challenged (R. 163-37)"),
    exemption: exemption.optional(),
  }),

  renewalRequested: z.strictObject({ request: requestName, documents, months: duration.optional() }),
  newDataSubmitted: z.strictObject({
    request: requestName,
    kind: z.enum(["trial-results", "chmp-opinion", "synthesis-report", "safety", "foreign-restriction"]),
    sense: sense.meta({ description: "Of an opinion of the CHMP, favourable or unfavourable" }).optional(),
    documents,
  }),
  modificationRequested: z.strictObject({
    request: requestName,
    presumptionConcerned: z
      .boolean()
      .meta({ description: "Efficacy or safety is concerned: the ANSM gives an opinion" }),
    documents,
  }),
  continuityRequested: z.strictObject({ request: requestName, documents }),
  synthesisReportSubmitted: z.strictObject({
    patients: z.number().int().min(0).meta({ description: "Patients treated since the report before" }).optional(),
    summary: document.optional(),
  }),
  summaryPublished: address,

  measureContemplated: z.strictObject({
    measure: z.enum(["suspension", "withdrawal", "coverage-end"]),
    ground: z
      .enum([...withdrawalGrounds, ...coverageEndGrounds])
      .meta({ description: "Of a withdrawal, or of an end of coverage: the ground on which it is contemplated" })
      .optional(),
    until: day("Last day to present observations"),
    reason,
  }),
  observationsMade: z.strictObject({ observations: text("Observations of the holder") }),
  authorisationSuspended: z.strictObject({
    days: z.number().int().min(1).max(92).meta({ description: "Days of suspension, three months at most" }),
    urgent: z.boolean(),
    reason,
  }),
  suspensionLifted: z.strictObject({ reason: reason.optional() }),
  authorisationWithdrawn: z.strictObject({
    ground: z.enum([...withdrawalGrounds, "holder-request"]),
    urgent: z.boolean().optional(),
    reason,
  }),
  marketingStopped: z.strictObject({ reason }),
  withdrawalRequested: z.strictObject({ reason }),
  withdrawalAcknowledged: nothing,

  penaltyOpened: z.strictObject({ breach: text("Duty that wasn't kept") }),
  penaltyObservationsMade: z.strictObject({ observations: text("Observations of the holder") }),
  penaltyHearingRequested: nothing,
  penaltyHearingHeld: nothing,
  turnoverAsked: nothing,
  turnoverGiven: z.strictObject({ euros: z.number().min(0) }),
  penaltyDecided: z.strictObject({
    percent: z.number().min(0).max(30).meta({ description: "Of the turnover of twenty-four months, 30 % at most" }),
    reason,
  }),
  penaltyPaid: nothing,
  turnoverDeclared: z.strictObject({
    year: z.number().int().min(2021).max(2200),
    euros: z.number().min(0),
    units: z.number().int().min(0),
  }),
};

export const filing = z.strictObject({
  applicant: z.strictObject({
    ...applicantFields,
    capacity: z
      .enum(["holder", "mandatary"])
      .meta({ description: "Holder of the rights of exploitation, or its mandatary" })
      .optional(),
    turnoverClass: z
      .enum(turnoverClasses)
      .meta({ description: "Class of reimbursable turnover, for statistics" })
      .optional(),
  }),
  product,
  motive: z.enum(["first-pre-amm", "first-post-amm"]).meta({
    description: "First request before the AMM, or after it; the other motives are acts of an authorised case",
  }),
  indications: z.array(z.strictObject(indicationFields)).min(1).max(50),
  area: z.enum(areas).meta({ description: "Therapeutic area" }).optional(),
  parallelAmm: z.boolean().meta({ description: "An AMM has been applied for in parallel" }).optional(),
  ammGrantedOn: day("Day of the AMM, for a request after it").optional(),
  chmpFavourableOn: day("Day of a favourable opinion of the CHMP, if it was given before").optional(),
  listingRequestedOn: day("Day on which the listing was requested, if it was before").optional(),
  preFilingMeeting: z.boolean().meta({ description: "A meeting with the HAS and the ANSM came before" }).optional(),
  gmo: z.boolean().meta({ description: "Made of genetically modified organisms: a further authorisation" }).optional(),
  protocol: protocol.optional(),
  documents,
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
export type Protocol = z.infer<typeof protocol>;
