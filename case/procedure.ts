import type { Definition, Ruleset, Schemas, Shape } from "./definition.js";
import type { MainStory } from "./kernel.js";

/** A procedure, ready to run: its definition, its story and the JSON Schemas of its messages. */
export interface Procedure {
  readonly shape: Shape;
  readonly rulesets: readonly Ruleset[];
  readonly story: MainStory;
  readonly schemas: Schemas;
}

/** A procedure as its folder writes it: the schemas come from its bodies, by another way (ADR 19). */
export type DefinedProcedure = Omit<Procedure, "schemas">;

/** Binds a definition and a story; their types have done their work in the story. */
export function procedure<D extends Definition>(
  { shape, rulesets }: D,
  story: (file: never) => ReturnType<MainStory>,
): DefinedProcedure {
  return { shape, rulesets, story: story as MainStory };
}

/** Answers whether a change of mechanics was in force when a case passed there. */
export type Gates = (name: string) => boolean;
