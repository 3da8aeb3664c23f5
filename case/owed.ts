import type { CivilDate } from "../law/civil-date.js";
import type { Branch, Wait } from "./branches.js";
import type { ActSpec, Shape } from "./definition.js";
import type { Awaited } from "./refusal.js";
import type { OpenTask, Tasks } from "./tasks.js";

/** What a party must do now: one of these acts, or a task. */
export interface Owed {
  readonly party: string;
  readonly kind: "act" | "task";
  /** The acts, one of which is owed; or the task. */
  readonly names: readonly string[];
  readonly label: string;
  readonly about: string | null;
  /** Since when it is owed. */
  readonly since: CivilDate;
  /** The clock that bounds it; null where no text sets a delay. */
  readonly clock: string | null;
  /** The last day on which it is in time. */
  readonly lastDay: CivilDate | null;
  /** Over, and still owed. */
  readonly overdue: boolean;
}

/** What a case knows that decides what is owed in it, and what is possible. */
export interface OwedCase {
  readonly shape: Shape;
  readonly waits: readonly Wait[];
  readonly tasks: Tasks;
  /** Was such an act accepted, about that subject where one is given? */
  accepted(act: string, about?: string): boolean;
  /** Is the subject alone suspended? */
  stops(subject: string): boolean;
}

/** Acts of which one must come first, none of which has. */
export function missingBefore(
  { shape, accepted }: OwedCase,
  act: string,
  about: string | undefined,
): readonly string[] {
  const { after = [], about: kind } = shape.acts[act] ?? {};
  const came = (earlier: string): boolean =>
    accepted(earlier, kind !== undefined && shape.acts[earlier]?.about === kind ? about : undefined);
  return after.some(came) ? [] : after;
}

/** Would the act be refused as things stand, whatever it says? Because what it follows hasn't come, or because it was done. */
export function impossible(of: OwedCase, act: string, about: string | undefined): boolean {
  const spec = of.shape.acts[act];
  if (spec === undefined || missingBefore(of, act, about).length > 0) return true;
  return spec.once === true && of.accepted(act, about);
}

/** A part that only listens awaits nobody's move, unless a delay of a party's runs in it: a duty beside the main road. */
function listens({ listening }: Branch, { clock }: Wait): boolean {
  return listening && (clock === null || clock.spec.informative === true);
}

/** The acts that a wait makes due: not what may come unprompted, nor what waits for somebody else's; what must come first, first. */
function dueActs(of: OwedCase, wait: Wait): string[] {
  const { clock, about } = wait;
  if (wait.reaction !== null || listens(wait.branch, wait)) return [];
  if (clock !== null && clock.closing === null && clock.lastDay === null) return [];
  if (about !== undefined && of.stops(about)) return [];
  return wait.acts.flatMap((act) => {
    if (of.shape.acts[act]?.unprompted === true || of.tasks.holds(act, about)) return [];
    const first = missingBefore(of, act, about).filter((earlier) =>
      of.waits.some(({ acts }) => acts.includes(earlier)),
    );
    return first.length > 0 ? first : impossible(of, act, about) ? [] : [act];
  });
}

/** Who owes an act: a delay says whose it is, even where others may record the act that ends it. */
function senders({ by }: ActSpec, bearer: string | undefined): readonly string[] {
  return bearer !== undefined && by.includes(bearer) ? [bearer] : by;
}

function owedActs(of: OwedCase, wait: Wait): Owed[] {
  const { clock } = wait;
  const byParty = new Map<string, string[]>();
  for (const act of dueActs(of, wait)) {
    const spec = of.shape.acts[act];
    if (spec === undefined) continue;
    for (const party of senders(spec, clock?.spec.bearer)) {
      const acts = byParty.get(party);
      if (acts === undefined) byParty.set(party, [act]);
      else acts.push(act);
    }
  }
  return [...byParty].map(([party, names]) => ({
    party,
    kind: "act",
    names,
    label: names.map((act) => of.shape.acts[act]?.label ?? act).join(", ou "),
    about: wait.about ?? clock?.about ?? null,
    since: wait.since,
    clock: clock?.id ?? null,
    lastDay: clock?.lastDay ?? null,
    overdue: clock?.overrun ?? false,
  }));
}

const owedTask = ({ shape }: OwedCase, { party, task, about, since }: OpenTask): Owed => ({
  party,
  kind: "task",
  names: [task],
  label: shape.tasks[task]?.label ?? task,
  about: about ?? null,
  since,
  clock: null,
  lastDay: null,
  overdue: false,
});

/** All that is owed, by whom, since when and until when: acts that the story or a delay awaits, then open tasks. */
export function owed(of: OwedCase): Owed[] {
  return [
    ...once(of.waits.flatMap((wait) => owedActs(of, wait))),
    ...[...of.tasks.open()].map((task) => owedTask(of, task)),
  ];
}

/** Two passages may await the same act about the same subject by the same day: it is owed once. */
function once(acts: readonly Owed[]): Owed[] {
  const same = ({ party, names, about, lastDay }: Owed): string => JSON.stringify([party, names, about, lastDay]);
  const kept = new Map<string, Owed>();
  for (const one of acts) if (!kept.has(same(one))) kept.set(same(one), one);
  return [...kept.values()];
}

/** The parties that have the move: whoever owes an act, or a task without which nothing goes on. */
export function whoseMove({ tasks }: Shape, all: readonly Owed[]): string[] {
  const leading = ({ kind, names: [name = ""] }: Owed): boolean => {
    const task = tasks[name];
    return kind === "act" || task?.holds !== undefined || task?.leads === true;
  };
  return [...new Set(all.filter(leading).map(({ party }) => party))];
}

/** The acts that may be sent now, by whom, about what, due or merely possible; the same act about several subjects is listed for each. */
export function awaited(of: OwedCase): Awaited[] {
  const dueByWait = of.waits.map((wait) => dueActs(of, wait));
  const dueSomewhere = new Set(dueByWait.flat());
  return of.waits.flatMap((wait, i) => {
    const { clock, about } = wait;
    return wait.acts.flatMap((act): Awaited[] => {
      const spec = of.shape.acts[act];
      if (spec === undefined || impossible(of, act, about)) return [];
      return [
        {
          act,
          label: spec.label,
          by: spec.by,
          ...(about !== undefined && { about }),
          // What an `each` listens for is due where another wait can't be answered before it.
          due: wait.reaction === null ? dueByWait[i]?.includes(act) === true : dueSomewhere.has(act),
          ...(clock !== null && clock.spec.informative !== true && { clock: clock.id, lastDay: clock.lastDay }),
          source: spec.source.ref,
        },
      ];
    });
  });
}
