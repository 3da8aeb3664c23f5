import type { Definition } from "./definition.js";
import type { CaseFile, Story, Tellable } from "./file.js";
import { chapter } from "./verbs.js";

/** The maker of chapters of one procedure: `chapter(function* (file, …) { … })`, its acts and delays typed by the definition. */
export function chapters<D>() {
  return <Args extends readonly unknown[], T>(
    passage: (file: CaseFile<D>, ...args: Args) => Story<T>,
  ): ((file: CaseFile<D>, ...args: Args) => Tellable<T>) => chapter(passage);
}

/** The maker of chapters that several procedures have: typed by the least that they need, run in any case that has it. */
export function sharedChapters<Least extends Definition>() {
  return <Args extends readonly unknown[], T>(
    passage: (file: CaseFile<Least>, ...args: Args) => Story<T>,
  ): (<D extends Least>(file: CaseFile<D>, ...args: Args) => Tellable<T>) =>
    chapter(passage) as unknown as <D extends Least>(file: CaseFile<D>, ...args: Args) => Tellable<T>;
}
