import type { CaseFile, Story, Tellable } from "./file.js";
import { chapter } from "./verbs.js";

/** The maker of chapters of one procedure: `story(function* (file, …) { … })`, its acts and delays typed by the definition. */
export function stories<D>() {
  return <Args extends readonly unknown[], T>(
    story: (file: CaseFile<D>, ...args: Args) => Story<T>,
  ): ((file: CaseFile<D>, ...args: Args) => Tellable<T>) => chapter(story);
}
