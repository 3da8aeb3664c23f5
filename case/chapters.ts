import type { CaseFile, Story, Tellable } from "./file.js";
import { chapter } from "./verbs.js";

/** The maker of chapters of one procedure: `chapter(function* (file, …) { … })`, its acts and delays typed by the definition. */
export function chapters<D>() {
  return <Args extends readonly unknown[], T>(
    passage: (file: CaseFile<D>, ...args: Args) => Story<T>,
  ): ((file: CaseFile<D>, ...args: Args) => Tellable<T>) => chapter(passage);
}
