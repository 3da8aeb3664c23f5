import type { Definition } from "./definition.js";
import type { CaseFile, Story, Tellable } from "./file.js";
import { chapter } from "./verbs.js";

/** The maker of chapters of one procedure: `story(function* (file, …) { … })`, its acts and delays typed by the definition. */
export function stories<D>() {
  return <Args extends readonly unknown[], T>(
    story: (file: CaseFile<D>, ...args: Args) => Story<T>,
  ): ((file: CaseFile<D>, ...args: Args) => Tellable<T>) => chapter(story);
}

/** The maker of chapters that several procedures tell: typed by the least that they need, told in any case that has it. */
export function sharedStories<Least extends Definition>() {
  return <Args extends readonly unknown[], T>(
    story: (file: CaseFile<Least>, ...args: Args) => Story<T>,
  ): (<D extends Least>(file: CaseFile<D>, ...args: Args) => Tellable<T>) =>
    chapter(story) as unknown as <D extends Least>(file: CaseFile<D>, ...args: Args) => Tellable<T>;
}
