import { z } from "zod";
import {
  applicant,
  day,
  documentFields,
  links,
  name,
  noIndication,
  product,
  text,
  texts,
  withdrawal,
} from "../common-bodies.js";
import { annex1, annex2 } from "./annex-bodies.js";

/** The bodies of the acts of a rencontre précoce, and its request. Rules across fields live in the story. */

export const documentKinds = [
  "protocol",
  "synopsis",
  "investigator-brochure",
  "publication",
  "study-report",
  "economic-method",
  "confidentiality-agreement",
  "other",
] as const;

const item = z.strictObject({
  kind: z.enum(documentKinds).meta({ description: `One of ${documentKinds.join(", ")}` }),
  ...documentFields,
});
const items = z.array(item).max(200);

const attendee = z.strictObject({
  name: text("Name and capacity of the person", 200),
  capacity: z.enum(["company", "consultant"]).meta({ description: "company or consultant" }),
});
const attendees = z.array(attendee).min(1).max(20);

export const grounds = [
  "second-meeting",
  "consultant-alone",
  "main-object",
  "timing",
  "study-started",
  "lack-of-interest",
  "out-of-scope",
] as const;

export const bodies = {
  itemsSubmitted: z.strictObject({
    items: items.min(1),
    noPublication: z.boolean().meta({ description: "No publication, no study report is available yet" }).optional(),
  }),
  completenessNotified: z.strictObject({ complete: z.boolean(), missing: texts("A missing item").optional() }),
  attendeesNamed: z.strictObject({ attendees }),
  clinicalStudyStarted: z.strictObject({
    study: text("Title of the study", 300),
    startedOn: day("Start of the study"),
  }),
  startedStudySettled: z.strictObject({
    outcome: z.enum(["maintain", "refuse"]).meta({ description: "maintain the meeting, or refuse the request" }),
    reasons: text("Why"),
  }),
  admissibilityNotified: z.strictObject({
    accepted: z.boolean(),
    grounds: z
      .array(z.enum(grounds))
      .max(grounds.length)
      .meta({ description: `Grounds of a refusal: ${grounds.join(", ")}` })
      .optional(),
    reasons: text("Reasons of a refusal").optional(),
  }),
  expertChosen: z.strictObject({
    expert: name("Identifier of the person in the HAS's own register, never a name"),
    declarationAnalysed: z.boolean().meta({ description: "The public declaration of interests has been analysed" }),
    conflict: z
      .enum(["none", "positive", "negative"])
      .meta({ description: "Conflict of interests found: none, positive or negative" }),
    commissionMember: z.boolean().meta({ description: "The person is a member of the CNEDiMTS" }),
  }),
  meetingPlanned: z.strictObject({
    on: day("Day of the meeting"),
    at: text("Time and place, or address of the video meeting", 500),
    language: z.enum(["fr", "en"]),
    services: texts("Another service of the HAS that attends").optional(),
  }),
  meetingHeld: z.strictObject({
    applicant: attendees,
    has: z
      .array(
        z.strictObject({
          person: name("Identifier of the person in the HAS's own register, never a name"),
          capacity: z.enum(["device-service", "other-service", "expert", "commission-member"]),
        }),
      )
      .min(1)
      .max(50),
    documentsDiscussed: z.array(text("Title of a document, as it was sent", 300)).max(200),
  }),
  meetingNotHeld: z.strictObject({
    reason: z
      .enum(["consultant-alone", "applicant-absent", "postponed", "other"])
      .meta({ description: "consultant-alone, applicant-absent, postponed or other" }),
    detail: text("What happened").optional(),
  }),
  minutesSubmitted: z.strictObject({
    minutes: annex2,
    document: z.strictObject({ ...documentFields, format: z.enum(["doc", "docx", "odt", "pdf", "other"]) }),
  }),
  minutesReturned: z.strictObject({
    amended: z.boolean().meta({ description: "The HAS has changed the minutes" }),
    document: z.strictObject(documentFields),
  }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  channel: z
    .enum(["sesame", "e-mail", "letter"])
    .meta({ description: "How the request arrived: only sesame is admitted" }),
  category: z
    .enum(["medical-device", "other-product-or-service", "professional-act", "medicine"])
    .meta({ description: "What the technology is; the guide isn't about medicines" }),
  form: annex1,
  items,
  noPublication: z.boolean().meta({ description: "No publication, no study report is available yet" }).optional(),
  /** An evaluation of efficiency is planned: an outline of its method is then joined. */
  economicEvaluationPlanned: z.boolean(),
  study: z.strictObject({
    title: text("Title of the study submitted for discussion", 300),
    startsOn: day("Planned, or actual, start of the study").optional(),
    started: z.boolean(),
  }),
  reimbursementFileSubmitted: z
    .boolean()
    .meta({ description: "The file for reimbursement has already been submitted, or is being evaluated" }),
  attendees,
  language: z.enum(["fr", "en"]),
  links: links.optional(),
  /** Frozen by the register at the filing: meetings already held about the same technology. */
  earlierMeetings: z
    .array(z.strictObject({ case: text("Number of the case", 64), heldOn: day("Day of the meeting") }))
    .max(50)
    .optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
