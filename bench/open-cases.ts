import { randomUUID } from "node:crypto";
import { recordInto } from "../activities/recording.js";
import type { Burst } from "../case/burst.js";
import { Case } from "../case/case.js";
import { digest } from "../case/digest.js";
import type { Opening } from "../case/kernel.js";
import { fromEpochMs, type Instant, instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { procedureOf } from "../procedures/all.js";
import type { Register } from "../register/register.js";
import { bodies, filing } from "../rig/samples/pecan.js";

const procedure = procedureOf("pecan");

/** What its parties send on the day of the filing: the company then owes its evidence within six months. */
const toTheConvention: readonly (readonly [act: string, by: string, body: object])[] = [
  ["convergenceDeposited", "applicant", bodies.convergence],
  ["ansAdmissibilityNotified", "ANS", { admissible: true }],
  ["conventionSent", "ANS", {}],
  ["conventionSigned", "applicant", { signatory: "legal-representative", signature: "s" }],
];

/** An open case whose one delay ends at a midnight. */
export interface OpenCase {
  readonly id: string;
  readonly expiresAt: Instant;
}

/** Files a PECAN in the register as it stands once its convention is signed, its acts and what they told in one burst. */
export async function openCase(register: Register, filedAt: Instant, series: string): Promise<OpenCase> {
  const filedOn = parisDay(filedAt);
  const filed = filing({
    product: { id: `bench-${randomUUID().slice(0, 13)}`, name: "Produit du banc", ceMarked: true },
  });
  const { id } = await register.file({
    procedure: "pecan",
    ruleset: "parcours@2023-04-01",
    series,
    year: Number(filedOn.slice(0, 4)),
    sandbox: true,
    organisation: "bench",
    product: randomUUID(),
    indications: [{ id: "A", label: "Indication" }],
    principal: "bench",
    idempotencyKey: randomUUID(),
    requestHash: "",
    filedOn,
    filedAt,
    complete: (number) => ({ id: number, filing: filed as never }),
  });
  const opening: Opening = { id, filedAt, filedOn, ruleset: "parcours@2023-04-01", filing: filed as never };
  const live = Case.open(procedure, opening, filedAt);
  const entries = live.takeNews();
  const recordedAt = fromEpochMs(Date.parse(filedAt) + 1_000);
  toTheConvention.forEach(([act, by, body], nth) => {
    live.accept(act, { id: `${id}-${nth}`, by, body, at: filedAt }, recordedAt);
    entries.push(...live.takeNews());
  });
  const acts = [...live.recordedActs];
  const view = live.view(recordedAt);
  const burst: Burst = {
    ...{ number: 1, opening, acts, entries, recordedAt, view, digest: digest({ acts, entries, recordedAt }) },
    receipts: {},
  };
  await recordInto(register, burst);
  await register.opened(id);
  const { expiresAt } = view.clocks.find((clock) => clock.id === "inactivity") ?? {};
  if (expiresAt == null) throw new Error(`${id} has no delay that ends.`);
  return { id, expiresAt: instant(expiresAt) };
}
