import { dateInFrench } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import type { Act } from "./act.js";
import { awaited, missingBefore, type OwedCase } from "./owed.js";
import type { Ended } from "./proceedings.js";
import { type NotAwaited, Refusal } from "./refusal.js";
import { acceptedAs } from "./story-file.js";
import { taskName } from "./tasks.js";

/** What a case knows that tells why it doesn't await an act. */
interface RefusingCase extends OwedCase {
  readonly ended: Ended | null;
  readonly acts: ReadonlyMap<string, Act>;
}

/** Why nothing in the case awaits the act, with the acts that it awaits instead. */
export function notAwaited(of: RefusingCase, { act, about, on }: Act): Refusal {
  if (of.ended !== null) return afterTheEnd(of, of.ended);
  const spec = of.shape.acts[act];
  const named = `« ${spec?.label ?? act} »${about === undefined ? "" : ` (${about})`}`;
  const otherwise = spec?.otherwise === undefined ? "" : ` ${spec.otherwise}`;
  const { cause, why } = whyNot(of, act, about, on);
  return new Refusal("not-awaited", `${named} ${why}${otherwise}`, {
    awaited: awaited(of),
    source: spec?.source,
    cause,
  });
}

function afterTheEnd({ shape }: RefusingCase, { name, on, tellAt }: Ended): Refusal {
  const ending = shape.endings[name];
  const late = tellAt === null ? "" : " Seul un acte d'un jour antérieur, reçu à temps, peut encore le changer.";
  return new Refusal("not-awaited", `Le dossier a pris fin le ${dateInFrench(on)} : ${ending?.label ?? name}.${late}`, {
    source: ending?.source,
    cause: "ended",
  });
}

function whyNot(
  of: RefusingCase,
  act: string,
  about: string | undefined,
  on: CivilDate,
): { readonly cause: NotAwaited; readonly why: string } {
  const { once = false } = of.shape.acts[act] ?? {};
  const others = of.waits.flatMap((wait) => (wait.acts.includes(act) && wait.about !== undefined ? [wait.about] : []));
  const done = of.acts.get(acceptedAs(act, about));
  if (done !== undefined && (once || others.length === 0))
    return { cause: "done", why: `a déjà été enregistré le ${dateInFrench(done.on)}.` };
  const missing = missingBefore(of, act, about);
  if (missing.length > 0) {
    const earlier = missing.map((name) => `« ${of.shape.acts[name]?.label ?? name} »`).join(" ou ");
    return { cause: "not-yet", why: `ne peut venir qu'après ${earlier}.` };
  }
  if (others.length > 0) return { cause: "other-subject", why: `n'est attendu que pour ${others.join(", ")}.` };
  return { cause: "not-now", why: `n'est pas attendu au ${dateInFrench(on)}.` };
}

/** The party has no open task of that name. */
export function noSuchTask({ shape, tasks, ended }: RefusingCase, { by, about = "" }: Act): Refusal {
  const theirs = [...tasks.open()].filter(({ party }) => party === by);
  const names = theirs.map((open) => taskName(open.task, open.about)).join(", ") || "aucune";
  return new Refusal(
    "not-awaited",
    `Aucune tâche « ${about} » n'est ouverte pour ${shape.parties[by]?.label ?? by}. Ses tâches ouvertes : ${names}.`,
    { cause: ended === null ? "not-now" : "ended" },
  );
}
