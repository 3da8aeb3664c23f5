/** The walk of a date: every step from the origin to the last day, with its rule, its source and a sentence. */

import { type Citation, cja, cpc, guide, labour, reading } from "./citation.js";
import type { CivilDate } from "./civil-date.js";

/** The rules of computation, by the numbers of the domain note. */
export type RuleId = "T1" | "T2" | "T3" | "T5" | "T6" | "T7" | "S1" | "S2" | "S3";

export const RULES: Readonly<Record<RuleId, Citation>> = {
  T1: cpc("640, 641, al. 1, et 642, al. 1"),
  T2: cpc("641, al. 2 et 3"),
  T3: cpc("642, al. 2"),
  T5: cja("R. 421-1 et R. 421-5"),
  T6: guide("ANS, FAQ dispositifs médicaux numériques", "60 jours calendaires"),
  T7: reading("T7", "Un délai qui finit le jour D est échu à D + 1, 0 h, heure de Paris."),
  S1: reading("§ 1.3", "Il restait D − N jours : le dernier jour devient R + (D − N)."),
  S2: reading("§ 1.3, littérale", "« À compter de la date … jusqu’à la date … » : les deux jours sont suspendus."),
  S3: reading("§ 1.3, union", "Ni avant l’origine, ni après l’échéance, ni deux fois le même jour."),
};

/** The eleven public holidays and those of Alsace-Moselle. */
export const HOLIDAY_SOURCES = { fr: labour("L. 3133-1"), "fr-alsace-moselle": labour("L. 3133-1 et L. 3134-13") };

/**
 * `origin` and `restart`: the day from which the delay runs. `extension`: lengths summed. `calendar`: which days are
 * closed, with the digest of that calendar. `jump`: years and months. `clamp`: the month has no such day. `counted`: days
 * that run. `suspended`: days that don't. `ignored`: a suspension without effect. `open`: one that isn't over, so that
 * there is no last day yet. `roll`: off a closed day. `result`: the last day.
 */
export type StepKind =
  | "origin"
  | "restart"
  | "extension"
  | "calendar"
  | "jump"
  | "clamp"
  | "counted"
  | "suspended"
  | "ignored"
  | "open"
  | "roll"
  | "result";

/** A day left out of a count or rolled over, and why. */
export type SkippedDay = { readonly on: CivilDate; readonly why: string };

export type Step = {
  readonly kind: StepKind;
  readonly rule: RuleId;
  readonly source: Citation;
  /** First and last day of a span, or the day before and after a jump, a clamp or a roll; null while open. */
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Calendar days that the step moves the date by (for `counted` and `suspended`: the days of the span). */
  readonly days: number;
  readonly by?: string;
  readonly why?: string;
  readonly skipped?: readonly SkippedDay[];
  /** Only on `calendar`: "sha256:…". */
  readonly digest?: string;
  /** The step as a case officer reads it, in French. */
  readonly sentence: string;
};

export type Walk = readonly Step[];

/** The walk as plain text, at most 100 columns: one numbered sentence a step, its rule and source underneath. */
export function walkInFrench(walk: Walk): string {
  return walk.flatMap((step, i) => entry(`${i + 1}. `.padStart(4), step)).join("\n");
}

function entry(number: string, step: Step): string[] {
  const indent = " ".repeat(number.length);
  const digest = step.digest === undefined ? [] : [`${indent}  · empreinte ${step.digest}`];
  const skipped = (step.skipped ?? []).map(({ on, why }) => `${indent}  · ${on} : ${why}`);
  const [first = "", ...rest] = wrapped(step.sentence, 100 - number.length);
  return [
    number + first,
    ...rest.map((line) => indent + line),
    ...digest,
    ...skipped,
    ...wrapped(`[${step.rule} : ${step.source.ref}]`, 100 - number.length).map((line) => indent + line),
  ];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
