import type { Definition, Ruleset, Schemas, Shape } from "./definition.js";
import type { MainStory } from "./kernel.js";

/** A procedure, ready to run: its definition, its story and the JSON Schemas of its messages. */
export interface Procedure {
  readonly shape: Shape;
  readonly rulesets: readonly Ruleset[];
  readonly story: MainStory;
  readonly schemas: Schemas;
}

/** Binds a definition, a story and schemas; their types have done their work in the story. */
export function procedure<D extends Definition>(
  definition: D,
  story: (file: never) => ReturnType<MainStory>,
  schemas: Schemas,
): Procedure {
  return { shape: definition.shape, rulesets: definition.rulesets, story: story as MainStory, schemas };
}

/** Answers whether a change of mechanics was in force when a case passed there. */
export type Gates = (name: string) => boolean;
