import type { Ruleset, Shape } from "../case/definition.js";
import type { Entry } from "../case/entry.js";
import type { Opening } from "../case/kernel.js";

/** What a notice's text is written from, beside the entry that tells it. */
export interface NoticeContext {
  readonly opening: Opening;
  readonly shape: Shape;
  readonly rulesets: readonly Ruleset[];
}

/** What a party reads. French, authoritative. */
export interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

export type NoticeRenderer = (notice: Entry, context: NoticeContext) => NoticeText;

/** The notice that corrects an earlier one, by the number of its journal entry. */
export type RectificationRenderer = (rectified: Entry, corrects: number, context: NoticeContext) => NoticeText;
