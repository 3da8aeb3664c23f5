import type { CivilDate } from "../law/civil-date.js";
import type { Delay } from "../law/delay.js";
import type { ActOf } from "./act.js";
import type {
  ActName,
  DelayName,
  DelayRule,
  EndingName,
  FilingOf,
  HandoverName,
  NoticeName,
  PartyName,
  PhaseName,
  ShapeOf,
  SuspensionKind,
  TaskName,
} from "./definition.js";

/** What `.within` and `end` give when the delay is over: the text attaches an effect to it, which the story must tell. */
export const lapsed: unique symbol = Symbol("lapsed");
export type Lapsed = typeof lapsed;

/**
 * A verb or a chapter, to be run with `yield*` or handed to a combinator. What a `function*` made in place gives is
 * neither: name a chapter (ADR 13).
 */
export interface Tellable<T> {
  /** Whether it was: the kernel asks, at the next pause. */
  consumed: boolean;
  [Symbol.iterator](): Story<T>;
}

/** A story, or a part of one: a coroutine that yields what it waits for and returns what came of it. */
export type Story<T> = Generator<unknown, T, unknown>;

type ResultOf<P> = P extends Tellable<infer T> ? T : never;

/** What follows such an act: done at once, or a chapter that waits in its turn. */
// biome-ignore lint/suspicious/noConfusingVoidType: what tells at once returns nothing.
export type Reaction<Act> = (act: Act) => Tellable<unknown> | void;

/** From where a delay runs, and about what (an indication, a request) when the case has several. */
export interface Running {
  readonly from: CivilDate;
  readonly of?: string;
  /** Set by an act, where the ruleset says that an act sets it. */
  readonly length?: Delay;
}

type LapseOf<D, N extends DelayName<D>> = ShapeOf<D>["delays"][N]["onExpiry"] extends "lapse" ? Lapsed : never;

/** An awaited act. Where the delay's text attaches an effect to its end, `within` gives `lapsed` and the compiler asks what follows. */
export interface Received<D, A extends ActName<D>> extends Tellable<ActOf<D, A>> {
  about(subject: string): Received<D, A>;
  within<N extends DelayName<D>>(
    delay: N,
    running: Running,
  ): Tellable<ActOf<D, A> | (N extends unknown ? LapseOf<D, N> : never)>;
}

/** A request that stops delays, with the days that any family may ask for: the ruleset says which of them count (ADR 30). */
export interface Asking {
  readonly addressedOn: CivilDate;
  /** Once the applicant is known to have received it. */
  readonly receivedOn?: CivilDate;
  /** Calendar days given to the applicant to answer. */
  readonly allowedDays?: number;
  readonly about?: string;
  /** The only subject whose delays it stops. */
  readonly of?: string;
}

/** More about a notice or a task: its subject, and facts that its text needs. */
export interface Telling {
  readonly about?: string;
  readonly facts?: { readonly [fact: string]: unknown };
}

/** The case as its story sees it: the verbs, and what was filed. A verb more needs an ADR. */
export interface CaseFile<D> {
  readonly id: string;
  readonly filing: FilingOf<D>;
  readonly filedOn: CivilDate;
  /** The legal day of what is happening now. */
  readonly today: CivilDate;

  // What is run with yield*.
  received<A extends ActName<D>>(...acts: readonly [A, ...A[]]): Received<D, A>;
  /** Only time is awaited. Gives the day from which the expiry has effect (the day after the last day). */
  end(delay: DelayName<D>, running: Running): Tellable<CivilDate>;
  all<const P extends readonly Tellable<unknown>[]>(
    ...parts: P
  ): Tellable<{ -readonly [I in keyof P]: ResultOf<P[I]> }>;
  first<const P extends readonly Tellable<unknown>[]>(...parts: P): Tellable<ResultOf<P[number]>>;
  /** A branch for every such act, so that they may overlap; lasts as long as the passage in which it stands. */
  each<A extends ActName<D>>(act: A, reaction: Reaction<ActOf<D, A>>, about?: string): Tellable<never>;
  /** Rules that hold as long as the passage lasts. */
  under<T>(rules: Tellable<unknown> | readonly Tellable<unknown>[], passage: Tellable<T>): Tellable<T>;
  ends(ending: EndingName<D>): Tellable<never>;
  /** Ends a subject (an indication) and goes on; `facts` are what a later filing must know of it. */
  ends(ending: EndingName<D>, of: string, facts?: { readonly [fact: string]: unknown }): Tellable<EndingName<D>>;
  nothing(): Tellable<never>;

  // What is written at once.
  enter(phase: PhaseName<D>, of?: string): void;
  notify(party: PartyName<D> | readonly PartyName<D>[], notice: NoticeName<D>, telling?: Telling): void;
  task(party: PartyName<D>, task: TaskName<D>, telling?: Telling): void;
  /** Nothing is left to do of that task, whoever had it: what asked for it is gone (ADR 37). */
  settled(task: TaskName<D>, about?: string): void;
  /** Tells the cases that are linked with this one: what each takes of it reaches it as an act (ADR 32). */
  handOver(handover: HandoverName<D>, telling?: Telling): void;
  /** Stops the delays that the definition says, each as its family says in the case's ruleset. */
  suspend(kind: SuspensionKind<D>, asking: Asking): string;
  /** On the day on which the last of what was asked came. */
  resume(suspension: string, on: CivilDate): void;
  /** The latest such act accepted so far in the story, about that subject where one is given. */
  recorded<A extends ActName<D>>(act: A, about?: string): ActOf<D, A> | undefined;
  /** The last day of a delay if it ran from that day, without starting it: for a rule that asks before it acts. */
  lastDay(delay: DelayName<D>, from: CivilDate): CivilDate;
  /** The last day of a delay that runs, as it now stands; null where none does, or while it is suspended. */
  dueOn(delay: DelayName<D>): CivilDate | null;
  /** The delay as the case's ruleset sets it: for a rule whose effect the ruleset decides. */
  rule(delay: DelayName<D>): DelayRule;
  /** Was this change of mechanics already in force when the case passed here? (`patched` on Temporal.) */
  changed(gate: string): boolean;
}
