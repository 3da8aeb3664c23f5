import type { ActOf } from "../case/act.js";
import type { ActSpec, Definition, FilingBase, Shape } from "../case/definition.js";
import type { CaseFile, Tellable } from "../case/file.js";
import { refuse } from "../case/refusal.js";
import { sharedStories } from "../case/stories.js";
import type { Citation } from "../law/citation.js";
import { addDays } from "../law/civil-date.js";

/** Requests for further information, as R. 162-76, V and R. 162-81 write them in the same words: told once for both. */

interface Bodies {
  readonly informationRequested: {
    readonly request: string;
    readonly items: readonly string[];
    readonly days: number;
  };
  readonly informationReceived: { readonly items: readonly string[] };
}

interface Supplemented extends Shape {
  readonly acts: Readonly<Record<keyof Bodies, ActSpec>>;
  readonly phases: Readonly<Record<"requested" | "partial" | "satisfied", string>>;
  readonly notices: Readonly<
    Record<
      "informationRequested" | "informationPartial" | "informationComplete" | "abandoned",
      Shape["notices"][string]
    >
  >;
  readonly suspensions: Readonly<Record<"furtherInformation", Shape["suspensions"][string]>>;
}

/** What a procedure must have for its requests to be told here. */
export type WithSupplements = Definition<Supplemented, Bodies, FilingBase>;
type Asked = ActOf<WithSupplements, "informationRequested">;

/** What each article says for itself. */
export interface SupplementRules {
  readonly source: Citation;
  /** Who is told of a whole answer, and of an abandonment. */
  readonly told: { readonly complete: readonly string[]; readonly abandoned: readonly string[] };
  /** @throws Refusal of a request that the text doesn't allow. */
  readonly lawful: (asked: Asked) => void;
  /** The delay that was given, to its end. */
  readonly given: (asked: Asked) => Tellable<unknown>;
}

const story = sharedStories<WithSupplements>();

/** Requests that may overlap; one left without a whole answer, and the application is deemed abandoned. */
export const supplements: <D extends WithSupplements>(
  file: CaseFile<D>,
  rules: SupplementRules,
  names?: Set<string>,
) => Tellable<"abandoned"> = story(function* (file, rules: SupplementRules, names: Set<string> = new Set()) {
  const asked = yield* file.received("informationRequested");
  if (names.has(asked.body.request)) refuse("Une demande de ce nom existe déjà dans le dossier.", rules.source);
  names.add(asked.body.request);
  return yield* file.first(information(file, asked, rules), supplements(file, rules, names));
});

/** The delays stop from the notification addressed to the applicant, until all that was asked is received. */
const information = story(function* (file, asked: Asked, rules: SupplementRules) {
  const { request, items, days } = asked.body;
  rules.lawful(asked);
  const suspension = file.suspend("furtherInformation", {
    addressedOn: asked.on,
    receivedOn: asked.receivedOn,
    allowedDays: days,
    about: request,
  });
  file.enter("requested", request);
  file.notify("applicant", "informationRequested", { about: request, facts: { items, days, party: asked.by } });
  const answered = yield* file.first(allReceived(file, asked, rules.source), over(file, asked, rules));
  if (answered === null) {
    // What else has to be done after the abandonment is done in what was left from the expiry of the delay that was given.
    file.resume(suspension, addDays(file.today, -1));
    file.notify(rules.told.abandoned, "abandoned", { about: request });
    return "abandoned" as const;
  }
  file.resume(suspension, answered.on);
  file.enter("satisfied", request);
  file.notify(rules.told.complete, "informationComplete", { about: request });
  return yield* file.nothing();
});

const over = story(function* (_file, asked: Asked, rules: SupplementRules) {
  yield* rules.given(asked);
  return null;
});

/** The act that brings the last item. */
const allReceived = story(function* (file, { body: { request, items } }: Asked, source: Citation) {
  const missing = new Set(items);
  for (;;) {
    const answer = yield* file.received("informationReceived").about(request);
    for (const item of answer.body.items) {
      if (!items.includes(item)) refuse(`« ${item} » n'a pas été demandé.`, source);
      missing.delete(item);
    }
    if (missing.size === 0) return answer;
    file.enter("partial", request);
    file.notify("applicant", "informationPartial", { about: request, facts: { missing: [...missing] } });
  }
});
