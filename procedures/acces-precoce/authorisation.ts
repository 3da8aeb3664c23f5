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

/** What the passages about one indication know together. */
export interface Authorisation {
  readonly id: string;
  /** Day of the AMM; null before it. */
  ammOn: CivilDate | null;
  protocol: Protocol | undefined;
  /** Day from which its synthesis reports are counted. */
  protocolFrom: CivilDate | null;
  /** Where the common-law listing stands: told by one passage, gone on with by the next. */
  readonly listing: { requestedOn: CivilDate | null; listed: boolean; tariff: boolean };
  /** Names of the requests of the case, shared by its indications. */
  readonly names: Set<string>;
  /** Requests granted by silence, which may be attested. */
  readonly tacit: Set<string>;
  /** Its phase outside a suspension. */
  phase: Phase;
}

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

export type Criteria = NonNullable<Bodies["decisionRendered"]["criteria"]>;

/** Does the ANSM's opinion condition the decision? Before the AMM, on a first request and on a renewal. */
export function needsAnsm({ ammOn }: Authorisation, { motive, presumptionConcerned }: Examined): boolean {
  if (motive === "modification") return presumptionConcerned === true;
  return ammOn === null && (motive === "first" || motive === "renewal");
}

/** Is the commission's opinion required? For what the texts that were read say: first requests and renewals. */
export const needsCt = ({ motive }: Examined): boolean => motive === "first" || motive === "renewal";

/** The request enters a phase; its indication and its case with it where it is the first, and the only one. */
export function stage(file: File, { request }: Pick<Examined, "request">, phase: Phase): void {
  file.enter(phase, request);
  const [only, ...others] = file.filing.indications;
  if (others.length === 0 && only?.id === request) file.enter(phase);
}

/** The authorisation enters a phase, kept for the end of a suspension. */
export function authorised(file: File, auth: Authorisation, phase: Phase): void {
  auth.phase = phase;
  stage(file, { request: auth.id }, phase);
}

/** Names of requests are unique in a case: acts are about them. */
export function register(names: Set<string>, name: string): void {
  if (names.has(name)) refuse(`Une demande porte déjà le nom ${name} dans ce dossier.`, by.applicationLaw);
  names.add(name);
}
