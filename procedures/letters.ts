/** How notices are written: one text by notice and by procedure, every date with its source. */
import type { DelayRule, NoticeName } from "../case/definition.js";
import type { Entry } from "../case/entry.js";
import { type Citation, dateInFrench, renderDate } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { delayInFrench } from "../law/delay.js";
import type { NoticeContext, NoticeRenderer, NoticeText, RectificationRenderer } from "./notice.js";

/** What a text is written from. */
export interface Letter {
  readonly party: string;
  readonly about: string | undefined;
  /** Facts that the story gave with the notice. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** A fact as text; nothing when the story didn't give it. */
  readonly fact: (name: string) => string;
  /** A fact that is a list, one item a line. */
  readonly items: (name: string) => string;
  /** The day of what is told, with the text that says why it counts. */
  readonly on: (source: Citation) => string;
  /** The last day of a delay, "15 mai 2026 (HAS, …)"; that it isn't running when it isn't. */
  readonly lastDay: (delay: string) => string;
  /** "10 jours (HAS, …)". */
  readonly length: (delay: string) => string;
}

/** An object and paragraphs; empty paragraphs are left out. */
export type Writing = readonly [object: string, ...paragraphs: string[]];
type Letters = Readonly<Record<string, (letter: Letter) => Writing>>;

/** A text for each notice of a procedure, but those of its delays, which are the same everywhere: `satisfies LettersOf<…>`. */
export type LettersOf<D> = Readonly<
  Record<Exclude<NoticeName<D>, "overrun" | "reminder">, (letter: Letter) => Writing>
>;

/** A date given by a party, with its source. */
export const dated = (date: unknown, source: Citation): string =>
  typeof date === "string" ? renderDate({ date: date as CivilDate, source }) : "";

function letterOf(entry: Entry, { rulesets, opening }: NoticeContext): Letter {
  const ruleset = rulesets.find(({ name, from }) => `${name}@${from}` === opening.ruleset);
  const rule = (delay: string): DelayRule => {
    const found = ruleset?.delays[delay];
    if (found === undefined) throw new RangeError(`${opening.ruleset} has no delay "${delay}".`);
    return found;
  };
  const detail = entry.detail ?? {};
  const facts = (detail.facts ?? {}) as Record<string, unknown>;
  const dates = (detail.dates ?? []) as readonly {
    readonly clock: string;
    readonly delay: string;
    readonly lastDay: CivilDate | null;
  }[];
  // Where the same delay runs for several subjects, the letter tells its own.
  const dateOf = (delay: string) =>
    dates.find(({ clock }) => clock.replace(/#\d+$/, "") === `${delay}:${entry.about}`) ??
    dates.find((date) => date.delay === delay);
  return {
    party: entry.party ?? "",
    about: entry.about,
    facts,
    fact: (name) => (typeof facts[name] === "string" ? facts[name] : ""),
    items: (name) => (Array.isArray(facts[name]) ? facts[name].map((item) => `— ${String(item)}`).join("\n") : ""),
    on: (source) => renderDate({ date: entry.on, source }),
    lastDay: (delay) => {
      const told = facts.delay === delay ? facts.lastDay : dateOf(delay)?.lastDay;
      return typeof told === "string"
        ? renderDate({ date: told as CivilDate, source: rule(delay).source })
        : "une date qui n'est pas encore connue";
    },
    length: (delay) => `${delayInFrench(rule(delay).length)} (${rule(delay).source.ref})`,
  };
}

/** Delays that come near, or are over: the same words in every procedure. Lateness has no effect but what a text gives. */
const ofDelays = (shape: NoticeContext["shape"]): Letters => {
  const labelled = ({ facts }: Letter) => shape.delays[String(facts.delay)]?.label ?? String(facts.delay);
  return {
    reminder: (letter) => [
      `Échéance proche : ${labelled(letter)}`,
      `${labelled(letter)} : le dernier jour est le ${letter.lastDay(String(letter.facts.delay))}.`,
    ],
    overrun: (letter) => [
      `Délai dépassé : ${labelled(letter)}`,
      `${labelled(letter)} : le dernier jour était le ${letter.lastDay(String(letter.facts.delay))}.`,
      "Aucun texte n'attache d'effet à ce retard : rien n'est perdu, et ce qui est attendu le reste.",
    ],
  };
};

function noticeText({ opening, shape }: NoticeContext, [object, ...paragraphs]: Writing): NoticeText {
  return {
    // The number and no product: an object is read on a locked screen.
    subject: `${opening.id} — ${object}`,
    text: [
      "Bonjour,",
      ...paragraphs.filter((paragraph) => paragraph !== ""),
      `Dossier ${opening.id}, ${shape.title}. Demande déposée le ${renderDate({ date: opening.filedOn, source: shape.source })}.`,
    ].join("\n\n"),
  };
}

/** The notices of one procedure, from their texts. */
export function lettersOf(letters: Letters): {
  readonly render: NoticeRenderer;
  readonly renderRectification: RectificationRenderer;
} {
  return {
    render: (notice, context) => {
      const write = letters[notice.name] ?? ofDelays(context.shape)[notice.name];
      if (write === undefined) throw new RangeError(`${context.shape.name} has no text for "${notice.name}".`);
      return noticeText(context, write(letterOf(notice, context)));
    },
    renderRectification: (rectified, corrects, context) => {
      const label = context.shape.notices[rectified.name]?.label ?? rectified.name;
      return noticeText(context, [
        `Rectification : ${label}`,
        `Notre courrier n° ${corrects} (« ${label} »), relatif au ${dateInFrench(rectified.on)}, ne tient plus : un acte enregistré depuis change ce qu'il disait.`,
        "Il reste au journal du dossier, où vous lirez ce qui le remplace.",
      ]);
    },
  };
}
