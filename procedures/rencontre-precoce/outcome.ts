/** What a rencontre précoce leaves to the cases that follow it about the same product. */
import type { CaseView } from "../../case/view.js";
import type { Filing } from "./bodies.js";

/** A meeting that was held: its day, and the experts who took part. */
export interface HeldMeeting {
  readonly case: string;
  readonly product: string;
  readonly heldOn: string;
  readonly experts: readonly string[];
}

type Told = Pick<CaseView, "id" | "procedure" | "subjects">;

/** The meeting of a case, from its view as the register keeps it; nothing while it hasn't been held. */
export function heldMeeting({ id, procedure, subjects }: Told): HeldMeeting | undefined {
  if (procedure !== "rencontre-precoce") return undefined;
  const met = subjects.find(({ outcome }) => outcome === "met");
  if (met === undefined) return undefined;
  const { heldOn, experts } = (met.facts ?? {}) as { readonly heldOn?: unknown; readonly experts?: unknown };
  return {
    case: id,
    product: met.id,
    heldOn: String(heldOn),
    experts: Array.isArray(experts) ? experts.map(String) : [],
  };
}

const held = (views: readonly Told[]): HeldMeeting[] => views.flatMap((view) => heldMeeting(view) ?? []);

/**
 * Who takes no part of any kind in a later evaluation of the product, whatever the procedure and the year (E47):
 * frozen as `excludedExperts` into the filing of every procedure that evaluates it.
 */
export const excludedExperts = (views: readonly Told[]): string[] => [
  ...new Set(held(views).flatMap(({ experts }) => experts)),
];

/** The meetings already held about the technology: frozen as `earlierMeetings` into a new request. */
export const earlierMeetings = (views: readonly Told[]): NonNullable<Filing["earlierMeetings"]> =>
  held(views).map(({ case: number, heldOn }) => ({ case: number, heldOn }));

/**
 * What a later filing may take from a rencontre: who applies, the product, and the meeting's number. Never what was
 * said there, nor the questions: the advice is confidential and stands in no document that is published.
 */
export function carriedOver(id: string, { applicant, product }: Pick<Filing, "applicant" | "product">) {
  return { applicant, product, links: [{ case: id, kind: "meeting" as const }] };
}

/** "pré-remplies automatiquement pour chaque nouvelle démarche": what a new request takes from the latest one. */
export function prefilled({ applicant, product, form }: Pick<Filing, "applicant" | "product" | "form">) {
  return { applicant, product, form: { applicant: form.applicant, device: form.device } };
}

/** What a rencontre leaves to the filings that follow it. */
export interface CarriedOver {
  /** To any later procedure, once the rencontre is closed; null before. */
  readonly filing: ReturnType<typeof carriedOver> | null;
  /** To a new request of the same kind: nothing is typed twice. */
  readonly sameProcedure: ReturnType<typeof prefilled>;
}

/** Both, from a case as the register keeps it. */
export const carryOver = ({ id, status, ending }: CaseView, filing: unknown): CarriedOver => ({
  filing: status === "concluded" && ending?.name === "closed" ? carriedOver(id, filing as Filing) : null,
  sameProcedure: prefilled(filing as Filing),
});
