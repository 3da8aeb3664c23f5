import { randomUUID } from "node:crypto";
import { Context } from "@temporalio/activity";
import type { ActMessage } from "../case/act.js";
import { strikeAct } from "../case/act.js";
import { Refusal } from "../case/refusal.js";
import { strikersOf } from "../case/strike.js";
import { servedProcedure } from "../procedures/served.js";
import type { CaseRecord, LeavingHandover, Register } from "../register/register.js";

/** The activity that takes what cases hand over to each other. Idempotent: it arrives as an act, whose id is the line that handed it over. */
export interface HandingOver {
  /** Carries all that is free, and what comes meanwhile; how many were carried. */
  handOver(): Promise<number>;
}

/** An act on its way to a linked case. */
export interface CarriedAct {
  readonly act: string;
  readonly message: ActMessage & { readonly id: string };
}

/** Takes an act to its case: whether it is recorded there, or must be carried again later. @throws Refusal */
export type Carry = (caseId: string, carried: CarriedAct) => Promise<boolean>;

const atOnce = 20;
const laterMs = 2_000;
const heartbeatMs = 4_000;
/** A turn ends after so long, whatever waits: the next one, perhaps elsewhere, goes on. */
const turnMs = 60_000;
const platform = "guichet";

/** What names a line of a case's journal, and the act that it is in another: `<case>/<entry>`. */
const nameOf = (caseId: string, number: number): string => `${caseId}/${number}`;

/** The act that it is in the other case; null when it is none of its business. */
async function actOf(
  register: Register,
  receiver: CaseRecord,
  { case: from, number, to, entry }: LeavingHandover,
): Promise<CarriedAct | null> {
  const id = nameOf(from, number);
  const { procedure, takes } = servedProcedure(receiver.procedure);
  if (entry.kind === "rectified") {
    const held = await register.caseWithAct(to, nameOf(from, Number(entry.detail?.rectifies)));
    const taken = held?.act?.act;
    if (taken === undefined) return null;
    // An authority, where one may: a party strikes nothing once its case has ended.
    const strikers = strikersOf(procedure.shape.acts[taken.act]!, taken.by);
    const by = strikers.find((party) => party !== "applicant") ?? taken.by;
    const reason = `Le dossier ${from}, qui l'avait transmis, a été rectifié.`;
    return { act: strikeAct, message: { id, by, about: taken.id, body: { reason } } };
  }
  const take = takes?.[entry.name];
  if (take === undefined) return null;
  const { on, at, about } = entry;
  const facts = (entry.detail?.facts ?? {}) as { readonly [fact: string]: unknown };
  const { act, ...taken } = take({ from, name: entry.name, on, about, facts });
  return { act, message: { ...taken, id, ...(at === undefined ? { on } : { at }), via: { platform, reference: id } } };
}

export function createHandingOver(register: Register, carry: Carry): HandingOver {
  const holder = randomUUID();
  const { handovers } = register;

  const carryOne = async (leaving: LeavingHandover): Promise<void> => {
    try {
      const receiver = await register.case(leaving.to);
      const carried = receiver === undefined ? null : await actOf(register, receiver, leaving);
      if (carried === null) return await handovers.settle(holder, leaving, { outcome: "not concerned" });
      if (await carry(leaving.to, carried)) return await handovers.settle(holder, leaving, { outcome: "taken" });
      await handovers.postpone(holder, leaving, laterMs);
    } catch (fault) {
      const name = nameOf(leaving.case, leaving.number);
      if (!(fault instanceof Refusal)) {
        console.warn(`${name} hasn't reached ${leaving.to} yet: ${fault instanceof Error ? fault.message : fault}`);
        return await handovers.postpone(holder, leaving, laterMs);
      }
      console.error(`${leaving.to} refuses ${name}: ${fault.message}`);
      await handovers.settle(holder, leaving, { outcome: "refused", detail: fault.message });
    }
  };

  const turn = async (): Promise<number> => {
    const until = Date.now() + turnMs;
    let carried = 0;
    while (Date.now() < until) {
      const leaving = await handovers.take(holder, atOnce);
      if (leaving.length === 0) break;
      await Promise.all(leaving.map(carryOne));
      carried += leaving.length;
    }
    return carried;
  };

  return {
    async handOver() {
      const context = Context.current();
      const beating = setInterval(() => context.heartbeat(), heartbeatMs);
      try {
        return await turn();
      } finally {
        clearInterval(beating);
      }
    },
  };
}
