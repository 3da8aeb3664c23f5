/** The journal of a case: what is news goes to the register, burst by burst, and what the register holds wins (ADR 5). */
import type { Burst, HeldBurst } from "../case/burst.js";
import type { Case } from "../case/case.js";
import { digestOfBurst } from "../case/digest.js";
import { messageOf } from "../case/rebuild.js";
import type { Receipt } from "../case/receipt.js";
import type { Mark } from "../case/snapshot.js";
import type { CaseView } from "../case/view.js";
import type { CaseStart } from "./messages.js";

/** A burst that is being recorded, and where the case stood when it was made. */
export interface Recording {
  readonly burst: Burst;
  readonly mark: Mark;
}

/** What the register answers to one that it holds. */
interface Answer {
  readonly digest: string;
  readonly head: string;
  readonly proven: boolean;
}

/** How far the register is known to have followed the case. */
export class Journal {
  /** Number of the last burst that it holds. */
  bursts: number;
  /** Head of the journal's chain after that burst. */
  head: string;
  /** Where the case stood then; null at its opening. */
  mark: Mark | null;
  /** The ending that the register shows, final or not. */
  private ending: string | null = null;
  /** How many of the case's acts it holds. */
  private acts: number;

  constructor(private readonly start: CaseStart) {
    this.bursts = start.bursts ?? 0;
    this.head = start.head ?? "";
    this.mark = start.snapshot ?? null;
    this.acts = this.mark?.acts.length ?? 0;
  }

  /** Where a run begins, the register shows what the run was given. */
  begins(view: CaseView): void {
    this.ending = this.mark === null ? null : (view.ending?.name ?? null);
  }

  /**
   * The next burst: all that is news in the case, with what its acts are answered; null when nothing is. An adverse ending
   * is derived before it is journaled: nothing is written yet, but the case shows it.
   */
  next(live: Case, view: CaseView, receipts: Readonly<Record<string, Receipt>>): Recording | null {
    const entries = live.takeNews();
    if (entries.length === 0 && (view.ending?.name ?? null) === this.ending) return null;
    const burst: Burst = {
      number: this.bursts + 1,
      opening: this.start.opening,
      acts: live.recordedActs.slice(this.acts),
      entries,
      recordedAt: live.toldAt,
      receipts,
      view,
    };
    return { burst, mark: live.mark() };
  }

  /**
   * The register holds it, under that digest. Unless it is proven to be of this very burst, it is compared: a replay finds
   * the digest of what was recorded then, which tells a story that has changed.
   */
  holds({ burst, mark }: Recording, { digest, head, proven }: Answer): void {
    if (!proven) this.compare(burst, digest);
    this.stand(burst.number, head, mark, burst.view);
  }

  /** Gives the case, as the register was last known to hold it, a burst that it holds besides. */
  follow(live: Case, held: HeldBurst): void {
    for (const entry of held.entries) {
      if (entry.kind === "refused") live.noteRefusedAgain(entry);
      const act = entry.kind === "act" ? held.acts.find(({ id }) => id === entry.cause) : undefined;
      if (act !== undefined) live.accept(act.act, messageOf(act), act.recordedAt);
    }
    live.advance(held.recordedAt);
    this.compare({ ...held, number: this.bursts + 1, entries: live.takeNews() }, held.digest);
    this.stand(this.bursts + 1, held.head, live.mark(), live.view(held.recordedAt));
  }

  private compare(burst: Pick<Burst, "acts" | "entries" | "recordedAt" | "number">, digest: string): void {
    const found = digestOfBurst(burst);
    if (found === digest) return;
    throw new Error(
      `Burst ${burst.number} of ${this.start.opening.id} isn't derived as it was recorded: ${found}, and ${digest} in the register.`,
    );
  }

  private stand(number: number, head: string, mark: Mark, view: CaseView): void {
    this.bursts = number;
    this.head = head;
    this.mark = mark;
    this.acts = mark.acts.length;
    this.ending = view.ending?.name ?? null;
  }
}
