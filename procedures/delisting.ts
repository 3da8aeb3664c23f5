import type { ActOf } from "../case/act.js";
import { sharedChapters } from "../case/chapters.js";
import type { ActSpec, Definition, DelaySpec, FilingBase, Shape } from "../case/definition.js";
import { lapsed } from "../case/file.js";
import { refuse } from "../case/refusal.js";
import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { days } from "../law/delay.js";

/** The delisting of R. 162-86 (LATM) and of R. 165-5, III (LPPR), which say the same: told once for both. */

interface Bodies {
  readonly delistingPlanned: {
    readonly ground: string;
    readonly reasons: string;
    readonly opinionDays?: number | undefined;
  };
  readonly delistingObservations: { readonly observations: string };
  readonly delistingOpinionRendered: { readonly sense: "favourable" | "unfavourable" };
  readonly delistingDecided: { readonly outcome: "delisted" | "given-up"; readonly journal?: string | undefined };
}

interface Delistable extends Shape {
  readonly acts: Readonly<Record<keyof Bodies, ActSpec>>;
  readonly phases: Readonly<Record<"delisting" | "listed", string>>;
  readonly endings: Readonly<Record<"delisted", Shape["endings"][string]>>;
  readonly notices: Readonly<
    Record<
      "delistingPlanned" | "delistingObservations" | "delistingOpinion" | "delistingDecided",
      Shape["notices"][string]
    >
  >;
  readonly delays: Readonly<
    Record<"delistingObservations" | "delistingOpinion", DelaySpec & { readonly onExpiry: "lapse" }>
  >;
}

/** What each article says for itself. */
export interface DelistingRules {
  /** The grounds on which the commission gives its opinion. */
  readonly forTheCommission: readonly string[];
  /** Those of which nobody is informed beforehand. */
  readonly withoutNotice: readonly string[];
  readonly informed: readonly string[];
  /** To whom the observations are addressed, on that ground. */
  readonly addressee: (ground: string) => string;
  readonly opinionLaw: Citation;
}

type Planned = ActOf<Definition<Delistable, Bodies, FilingBase>, "delistingPlanned">;

const chapter = sharedChapters<Definition<Delistable, Bodies, FilingBase>>();

/** Information, twenty days of observations, the opinion where one is required, then the order; one plan at a time. */
export const delistings = chapter(function* (file, rules: DelistingRules) {
  for (;;) {
    const planned = yield* file.received("delistingPlanned");
    const { ground, reasons } = planned.body;
    file.enter("delisting");
    file.notify(rules.informed, "delistingPlanned", { facts: { ground, reasons } });
    if (!rules.withoutNotice.includes(ground))
      yield* file.all(
        observations(file, planned.receivedOn, rules.addressee(ground)),
        ...(rules.forTheCommission.includes(ground) ? [opinion(file, planned, rules)] : []),
      );
    const { body } = yield* file.received("delistingDecided");
    file.notify([...rules.informed, "insurer"], "delistingDecided", { facts: { ...body } });
    if (body.outcome === "delisted") return yield* file.ends("delisted");
    file.enter("listed");
  }
});

const observations = chapter(function* (file, from: CivilDate, addressee: string) {
  yield* file.under(
    file.each("delistingObservations", ({ body }) => {
      file.notify(addressee, "delistingObservations", { facts: { ...body } });
    }),
    file.end("delistingObservations", { from }),
  );
});

/** In the delay that the ministers set; not given in it, it is deemed given. */
const opinion = chapter(function* (file, { on: from, body: { opinionDays } }: Planned, rules: DelistingRules) {
  if (opinionDays === undefined) refuse("Les ministres fixent le délai de l'avis de la commission.", rules.opinionLaw);
  const rendered = yield* file
    .received("delistingOpinionRendered")
    .within("delistingOpinion", { from, length: days(opinionDays) });
  file.notify(["applicant", "ministers", "CNEDiMTS"], "delistingOpinion", {
    facts: rendered === lapsed ? { deemed: "yes" } : { ...rendered.body },
  });
});

/** Its delays, which both articles make as long. */
export const delistingDelays = (by: {
  readonly delistingObservationsLaw: Citation;
  readonly deemedOpinionLaw: Citation;
}) =>
  ({
    delistingObservations: {
      label: "Observations sur la radiation envisagée",
      bearer: "applicant",
      onExpiry: "lapse",
      reminders: [5],
      roll: "next",
      rule: { length: days(20), start: "la réception de l'information", source: by.delistingObservationsLaw },
    },
    delistingOpinion: {
      label: "Avis de la CNEDiMTS sur la radiation envisagée",
      bearer: "CNEDiMTS",
      onExpiry: "lapse",
      rule: { length: days(30), setByAct: "freely", start: "la saisine", source: by.deemedOpinionLaw },
    },
  }) as const;
