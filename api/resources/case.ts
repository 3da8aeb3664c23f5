import { z } from "zod";
import { channels } from "../../case/author.js";
import { awaited, civilDate, clockState, instant } from "./common.js";

export const clock = z
  .strictObject({
    id: z.string(),
    name: z.string().meta({ description: "Name of the delay in its procedure" }),
    label: z.string(),
    bearer: z.string().meta({ description: "The party that the delay binds" }),
    about: z.string().nullable(),
    state: clockState,
    from: civilDate.meta({ description: "Day of the triggering act, which doesn't count" }),
    lastDay: civilDate.nullable().meta({ description: "Last day on which the act is in time; null while suspended" }),
    expiresAt: instant.nullable(),
    remainingDays: z.int().nullable(),
    suspendedDays: z.int(),
    closed: z
      .strictObject({
        on: civilDate,
        why: z.enum(["met", "lapsed", "left", "ended"]).meta({
          description:
            "Met by its act; over with its effect; left with the passage, or ended with the case, in which it ran",
        }),
        act: z.string().optional().meta({ description: "The act that met it" }),
      })
      .nullable()
      .meta({ description: "How it came to no longer run; null while it runs, is suspended or overdue" }),
    informative: z.boolean().meta({ description: "Shown for information: nothing happens at its end" }),
    source: z.string(),
  })
  .meta({ id: "Clock" });

/** What a party must do now. */
export const owed = z
  .strictObject({
    party: z.string(),
    kind: z.enum(["act", "task"]),
    names: z.array(z.string()).meta({ description: "The acts, one of which is owed; or the task" }),
    label: z.string(),
    about: z.string().nullable(),
    since: civilDate,
    clock: z.string().nullable().meta({ description: "The clock that bounds it; null where no text sets a delay" }),
    lastDay: civilDate.nullable(),
    overdue: z.boolean().meta({ description: "Over, and still owed" }),
  })
  .meta({ id: "Owed" });

const facts = z.record(z.string(), z.unknown());

const subject = z
  .strictObject({
    id: z.string(),
    label: z.string().nullable(),
    phase: z.string().nullable(),
    outcome: z.string().nullable(),
    facts: facts.optional(),
    since: civilDate,
  })
  .meta({ id: "Subject", description: "An indication, a request, a section: what the procedure follows apart" });

const ending = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    effectiveOn: civilDate,
    source: z.string(),
    final: z.boolean().meta({ description: "False while a timely act may still show up" }),
    toldAt: instant.nullable(),
  })
  .meta({ id: "Ending" });

export const caseResource = z
  .strictObject({
    id: z.string(),
    procedure: z.string(),
    ruleset: z.string().meta({ description: "Frozen at the filing", example: "parcours@2023-04-01" }),
    phase: z.string().nullable(),
    status: z.enum(["open", "concluded"]),
    ending: ending.nullable(),
    filedOn: civilDate,
    now: instant.meta({ description: "The case's time: ahead of real time in a moved sandbox" }),
    awaited: z.array(awaited),
    owed: z.array(owed).meta({ description: "What is due, by whom, since when and until when" }),
    whoseMove: z
      .array(z.string())
      .meta({ description: "Those who owe an act, or a task without which the next act can't come" }),
    clocks: z.array(clock),
    indications: z.array(subject),
    subjects: z.array(subject),
    version: z.int().meta({ description: "Number of entries in the journal" }),
    sandbox: z.boolean(),
    filing: facts,
  })
  .meta({ id: "Case" });

export const caseSummary = z
  .strictObject({
    id: z.string(),
    procedure: z.string(),
    ruleset: z.string(),
    phase: z.string().nullable(),
    status: z.enum(["open", "concluded"]),
    ending: z.string().nullable(),
    filedOn: civilDate,
    whoseMove: z.array(z.string()),
    nextDueOn: civilDate.nullable(),
    organisation: z.string(),
    product: z.string().meta({ description: "Identifier of the product" }),
    productName: z.string(),
    sandbox: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "CaseSummary" });

export const casePage = z
  .strictObject({ cases: z.array(caseSummary), next: z.string().nullable() })
  .meta({ id: "CasePage" });

const standing = z.strictObject({ state: clockState, lastDay: civilDate.nullable() });

export const changes = z
  .strictObject({
    phase: z.string().optional(),
    ending: z.string().optional(),
    clocks: z.array(z.strictObject({ id: z.string(), before: standing.nullable(), after: standing.nullable() })),
    notices: z.array(z.strictObject({ party: z.string(), notice: z.string(), about: z.string().optional() })),
    entries: z.array(z.int()).meta({ description: "Numbers of the journal's new entries" }),
    rectified: z
      .array(
        z.strictObject({
          number: z.int(),
          kind: z.string(),
          name: z.string(),
          party: z.string().optional(),
          about: z.string().optional(),
        }),
      )
      .meta({ description: "Entries written before that no longer hold: what leaves with a struck act" }),
  })
  .meta({ id: "Changes" });

export const receipt = z
  .strictObject({
    receipt: z.int().nullable().meta({ description: "Number of the act in the journal; null for a dry run" }),
    head: z.string().meta({ description: "Head of the journal's hash chain: keep it, it proves what was recorded" }),
    act: z.string(),
    changes,
    case: caseResource,
  })
  .meta({ id: "Receipt" });

export const pending = z
  .strictObject({ id: z.string(), status: z.literal("pending"), location: z.string() })
  .meta({ id: "Pending", description: "Taken, not yet recorded: ask again at `location`" });

export const journalEntry = z
  .strictObject({
    number: z.int(),
    kind: z.string(),
    name: z.string().nullable(),
    on: civilDate.nullable().meta({ description: "Legal day" }),
    at: instant.nullable().meta({ description: "Legal instant, where it is known" }),
    party: z.string().nullable(),
    about: z.string().nullable(),
    cause: z.string().nullable().meta({ description: "The act, or the clock, that brought it about" }),
    detail: facts.nullable(),
    author: z
      .strictObject({
        person: z.string().nullable().meta({ description: "Null for whoever may not know which person it was" }),
        name: z.string().nullable().meta({ description: "As the directory has it today" }),
        role: z.string(),
        onBehalfOf: z.string().nullable().meta({ description: "The party" }),
        organisation: z.string().nullable().meta({ description: "SIRET" }),
        channel: z.enum(channels),
        reference: z.string().nullable().meta({ description: "Under which a platform relayed it" }),
      })
      .nullable()
      .meta({ description: "Who sent it, of an act and of a filing; null where no person did" }),
    recordedAt: instant.meta({ description: "Execution instant" }),
    hash: z.string(),
  })
  .meta({ id: "JournalEntry" });

export const notice = z
  .strictObject({
    case: z.string(),
    number: z.int(),
    party: z.string(),
    name: z.string(),
    about: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    legal: z.boolean().meta({ description: "A legal notification, which no preference mutes" }),
    corrects: z.int().nullable().meta({ description: "Number of the notice that this one corrects" }),
    recordedAt: instant,
  })
  .meta({ id: "Notice" });

export const deliveredNotice = notice
  .extend({
    delivery: z
      .enum(["waiting", "delivered", "failed", "abandoned", "unaddressed", "muted"])
      .meta({ description: "`unaddressed`: nobody has an address to which it may go; `muted`: its party chose so" }),
    deliveredAt: instant.nullable(),
    consultedOn: civilDate.nullable().meta({ description: "When somebody of its party first opened it here" }),
    consultedAt: instant.nullable(),
  })
  .meta({ id: "DeliveredNotice" });
