import { setTimeout as pause } from "node:timers/promises";
import {
  type Attempt,
  type Held,
  holdMs,
  type NoticeReference,
  type NoticeToSend,
  type Outbox,
} from "../register/register.js";

/** Thrice in a hold, so that one renewal may fail. */
const renewMs = holdMs / 3;
const againMs = 1_000;

const keyOf = ({ case: id, number }: NoticeReference): string => `${id}/${number}`;

/** The notices that this process holds in the outbox: their holds are renewed for as long as they are being sent. */
export class Holding {
  private readonly held = new Map<string, NoticeReference>();
  private renewing: NodeJS.Timeout | undefined;
  private attempts: Attempt[] = [];
  private writing: Promise<void> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly holder: string,
  ) {}

  get size(): number {
    return this.held.size;
  }

  has(reference: NoticeReference): boolean {
    return this.held.has(keyOf(reference));
  }

  async take(limit: number): Promise<NoticeToSend[]> {
    const asked = performance.now();
    const taken = await this.outbox.take(this.holder, limit);
    // A process that was stopped meanwhile, and a machine that slept, hold nothing any more.
    if (performance.now() - asked > renewMs) return [];
    // One whose end this process hasn't been able to write down yet isn't sent again.
    const fresh = taken.filter((notice) => !this.has(notice));
    for (const notice of fresh) this.add(notice);
    return fresh;
  }

  async hold(reference: NoticeReference): Promise<Held> {
    const held = await this.outbox.hold(this.holder, reference);
    if (typeof held === "object") this.add(reference);
    return held;
  }

  async release(reference: NoticeReference): Promise<void> {
    await this.outbox.release(this.holder, [reference]);
  }

  drop(reference: NoticeReference): void {
    this.held.delete(keyOf(reference));
    if (this.held.size > 0) return;
    clearInterval(this.renewing);
    this.renewing = undefined;
  }

  /**
   * Writes an attempt down, with those that come meanwhile, and again until the register takes them: what a mail server has taken
   * must not be sent again because the register was away.
   */
  async settle(attempt: Attempt): Promise<void> {
    this.attempts.push(attempt);
    this.writing ??= this.write();
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.attempts.length > 0) {
      const attempts = this.attempts.splice(0);
      for (;;) {
        try {
          await this.outbox.settle(this.holder, attempts);
          break;
        } catch (fault) {
          console.warn(`${attempts.length} deliveries wait to be written down: ${(fault as Error).message}`);
          await pause(againMs);
        }
      }
    }
    this.writing = undefined;
  }

  private add(reference: NoticeReference): void {
    this.held.set(keyOf(reference), { case: reference.case, number: reference.number });
    this.renewing ??= setInterval(() => {
      this.outbox.keep(this.holder, [...this.held.values()]).catch((fault: Error) => {
        console.warn(`Notices being sent couldn't be held for longer: ${fault.message}`);
      });
    }, renewMs);
  }
}
