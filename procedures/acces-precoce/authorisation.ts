import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import type { Delay } from "../../law/delay.js";
import type { Bodies, Protocol } from "./bodies.js";
import type { AccesPrecoce } from "./definition.js";
import * as by from "./sources.js";

export type File = CaseFile<AccesPrecoce>;
type Phase = Parameters<File["enter"]>[0];

/** A case of L. 162-16-5-1, II, B in which the ministers end the coverage of an indication. */
export type Ground = Bodies["coverageEndOrdered"]["ground"];

/** The coverage of an indication: another object than its authorisation, with its own life and its own end. */
export interface Coverage {
  /** The cases of the article that are recorded. */
  readonly grounds: Set<Ground>;
  /** The last day to present observations, by the measure on which an authority invited to. */
  readonly invited: Map<string, CivilDate>;
  state: "before" | "running" | "ordered" | "over";
  /** The drug isn't sold any more, for the patients' safety: no continuity is owed. */
  marketingStopped: boolean;
}

/** What the passages about one indication know together. */
export interface Authorisation {
  readonly id: string;
  /** Day of the AMM; null before it. */
  ammOn: CivilDate | null;
  /** The CHMP has given a favourable opinion. */
  chmpFavourable: boolean;
  protocol: Protocol | undefined;
  /** Day from which its synthesis reports are counted. */
  protocolFrom: CivilDate | null;
  /** Where the common-law listing stands: told by one passage, gone on with by the next. */
  readonly listing: { requestedOn: CivilDate | null; listed: boolean; tariff: boolean };
  readonly coverage: Coverage;
  /** Names of the requests of the case, shared by its indications. */
  readonly names: Set<string>;
  /** Requests granted by silence, which may be attested. */
  readonly tacit: Set<string>;
  /** Its phase outside a suspension, whatever becomes of the coverage. */
  phase: Phase;
  suspended: boolean;
}

export const newCoverage = (): Coverage => ({
  grounds: new Set(),
  invited: new Map(),
  state: "before",
  marketingStopped: false,
});

export type Motive = "first" | "renewal" | "newData" | "modification" | "continuity";

/** A request that is examined: the first one bears the name of its indication, the others the one they were given. */
export interface Examined {
  readonly request: string;
  readonly motive: Motive;
  /** A modification that concerns efficacy or safety needs the ANSM, even after the AMM. */
  readonly presumptionConcerned?: boolean;
}

export type Outcome =
  | {
      readonly kind: "granted";
      readonly on: CivilDate;
      readonly length: Delay | null;
      readonly decision: ActOf<AccesPrecoce, "decisionRendered"> | null;
    }
  | { readonly kind: "refused"; readonly on: CivilDate; readonly tacit: boolean; readonly criteria: Criteria }
  | { readonly kind: "abandoned" | "withdrawn"; readonly on: CivilDate };

export type Granted = Extract<Outcome, { kind: "granted" }>;
export type Criteria = NonNullable<Bodies["decisionRendered"]["criteria"]>;

/** Does this text drop the ANSM's opinion where the CHMP's is favourable? */
export const chmpWaives = (file: File): boolean =>
  file.rule("examination").requires?.ansmOpinion?.effect === "unless-chmp-favourable";

/** Does the ANSM's opinion condition the decision? Before the AMM, on a first request and on a renewal. */
export function needsAnsm(
  file: File,
  { ammOn, chmpFavourable }: Authorisation,
  { motive, presumptionConcerned }: Examined,
): boolean {
  if (motive === "modification") return presumptionConcerned === true;
  if (ammOn !== null || (chmpFavourable && chmpWaives(file))) return false;
  return motive === "first" || motive === "renewal";
}

/** Is the commission's opinion required? For what the texts that were read say: first requests and renewals. */
export const needsCt = ({ motive }: Examined): boolean => motive === "first" || motive === "renewal";

/** The request enters a phase; its indication and its case with it where it is the first, and the only one. */
export function stage(file: File, { request }: Pick<Examined, "request">, phase: Phase): void {
  file.enter(phase, request);
  const [only, ...others] = file.filing.indications;
  if (others.length === 0 && only?.id === request) file.enter(phase);
}

/** The authorisation enters a phase; the indication shows it, unless the end of its coverage comes first. */
export function authorised(file: File, auth: Authorisation, phase: Phase): void {
  auth.phase = phase;
  show(file, auth);
}

/** The phase of an indication: that of its coverage when its end is in view, else that of its authorisation. */
export function show(file: File, { id, phase, suspended, coverage: { state, grounds } }: Authorisation): void {
  const inView = [...grounds].some((ground) => ground !== "authorisation-suspended");
  const ofCoverage = state === "ordered" ? "endPronounced" : state === "running" && inView ? "endToPronounce" : null;
  stage(file, { request: id }, ofCoverage ?? (suspended ? "authorisationSuspended" : phase));
}

/** Names of requests are unique in a case: acts are about them. */
export function register(names: Set<string>, name: string): void {
  if (names.has(name)) refuse(`Une demande porte déjà le nom ${name} dans ce dossier.`, by.applicationLaw);
  names.add(name);
}
