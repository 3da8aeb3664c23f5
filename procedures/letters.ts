/** How notices are written: one text by notice and by procedure, every date with its source. */
import type { NoticeName, struckNotice } from "../case/definition.js";
import { dateInFrench } from "../law/citation.js";
import { Letter, nothing, type Sentence, say } from "./letter.js";
import type { NoticeRenderer, NoticeText, RectificationRenderer } from "./notice.js";

/** An object, then paragraphs; those that say nothing are left out. */
export type Writing = readonly [object: Sentence, ...paragraphs: Sentence[]];
type Write<D = unknown> = (letter: Letter<D>) => Writing;

/** Notices which every procedure has: a text of its own where it has more to say. */
type Common = "overrun" | "reminder" | typeof struckNotice;

/** A text for each notice of a procedure. The compiler asks for each. */
export type Letters<D> = Readonly<Record<Exclude<NoticeName<D>, Common>, Write<D>> & Partial<Record<Common, Write<D>>>>;

/** What a procedure may say in its own way around its letters. */
interface Frame<D = unknown> {
  /** The last line, which names the case. */
  readonly foot: (letter: Letter<D>) => Sentence;
  /** The letter that corrects an earlier one, by its number and its object. */
  readonly rectification: (corrected: Letter<D>, number: number, object: string) => Writing;
}

const common: Readonly<Record<Common, Write>> = {
  reminder: (letter) => {
    const delay = letter.text("delay");
    return [
      say`Échéance proche : ${letter.label(delay)}`,
      say`${letter.label(delay)} : le dernier jour est le ${letter.lastDay(delay)}.`,
    ];
  },
  overrun: (letter) => {
    const delay = letter.text("delay");
    return [
      say`Délai dépassé : ${letter.label(delay)}`,
      say`${letter.label(delay)} : le dernier jour était le ${letter.lastDay(delay)}.`,
      say`Aucun texte n'attache d'effet à ce retard : rien n'est perdu, et ce qui est attendu le reste.`,
    ];
  },
  struck: (letter) => {
    const { shape } = letter;
    const act = shape.acts[letter.text("act")]?.label ?? letter.text("act");
    const by = letter.text("by");
    return [
      say`Acte écarté : ${act}`,
      say`L'acte n° ${letter.text("number")} du dossier (« ${act} »), du ${letter.dated("on", shape.source)}, a été écarté le ${letter.today(shape.source)}. Qui l'a écarté : ${shape.parties[by]?.label ?? by}.`,
      say`Motif : ${letter.text("reason")}`,
      say`Le dossier est désormais tel que si cet acte n'avait pas été enregistré. Les courriers qui en découlaient et ne tiennent plus sont rectifiés, chacun à part ; l'acte et ce qui en a été dit restent au journal.`,
    ];
  },
};

const plainly: Frame = {
  foot: ({ opening, shape }) =>
    say`Dossier ${opening.id}, ${shape.title}. Demande déposée le ${{ date: opening.filedOn, source: shape.source }}.`,
  rectification: ({ shape, name, on }, number) => {
    const label = shape.notices[name]?.label ?? name;
    return [
      say`Rectification : ${label}`,
      say`Notre courrier n° ${number} (« ${label} »), relatif au ${dateInFrench(on)}, ne tient plus : un acte enregistré depuis change ce qu'il disait.`,
      say`Il reste au journal du dossier, où vous lirez ce qui le remplace.`,
    ];
  },
};

/** The notices of one procedure, from their texts. */
export function lettersOf<D>(
  letters: Letters<D>,
  own: Partial<Frame<D>> = {},
): { readonly render: NoticeRenderer; readonly renderRectification: RectificationRenderer } {
  const texts: Readonly<Record<string, Write<D>>> = { ...common, ...letters };
  const { foot, rectification }: Frame<D> = { ...plainly, ...own };

  const noticeText = (letter: Letter<D>, [object, ...paragraphs]: Writing): NoticeText => ({
    // The number and no product: an object is read on a locked screen.
    subject: `${letter.opening.id} — ${object}`,
    text: ["Bonjour,", ...paragraphs.filter((paragraph) => paragraph !== nothing), foot(letter)].join("\n\n"),
  });
  const written = (letter: Letter<D>): NoticeText => {
    const write = Object.hasOwn(texts, letter.name) ? texts[letter.name] : undefined;
    if (write === undefined) throw new RangeError(`${letter.shape.name} has no text for "${letter.name}".`);
    return noticeText(letter, write(letter));
  };
  return {
    render: (notice, context) => written(new Letter<D>(notice, context)),
    renderRectification: (rectified, corrects, context) => {
      const letter = new Letter<D>(rectified, context);
      return noticeText(letter, rectification(letter, corrects, written(letter).subject));
    },
  };
}
