import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Case } from "../case/case.js";
import { rulesetId, rulesetNames, rulesetOn, rulesetTried, type Shape } from "../case/definition.js";
import { faultAt } from "../case/fault.js";
import type { Opening } from "../case/kernel.js";
import type { CaseView } from "../case/view.js";
import { canonicalJson, type Json } from "../law/canonical-json.js";
import { yearOf } from "../law/civil-date.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { type EarlierCase, type FiledCase, OpenCaseExists } from "../register/register.js";
import { startFromRegister } from "../temporal/starting.js";
import type { Desk } from "./desk.js";
import { readForm } from "./form.js";
import { refuseForeignLinks } from "./links.js";
import { authorOf, type Principal, principalName } from "./principal.js";
import { servedOf } from "./procedures.js";
import { DeskRefusal, refuseByRule, refuseMalformed } from "./refusal.js";
import { refuseToFile, sees } from "./rights.js";
import { caseNow, recordFor, type ShownCase } from "./shown-case.js";

/** A filing that a principal sends. */
export interface FilingCommand {
  readonly procedure: string;
  readonly ruleset?: string | undefined;
  readonly sandbox?: boolean | undefined;
  readonly filing: unknown;
}

export interface Filed {
  readonly case: ShownCase;
  readonly repeated: boolean;
  /** Whether the workflow has journaled its opening; else it will. */
  readonly started: boolean;
}

type Filing = Opening["filing"];

/** The filing, as its procedure's schema reads it. What the register freezes into it, nobody else writes. */
function readFiling(command: FilingCommand): Filing {
  const { filing: schema, frozen = {} } = servedOf(command.procedure);
  const filing = readForm(schema, command.filing, "/filing") as Filing & Record<string, unknown>;
  const written = Object.keys(frozen).filter((field) => filing[field] !== undefined);
  if (written.length > 0)
    refuseMalformed(
      written.map((field) => faultAt(`/filing/${field}`, "rule", { rule: "the register itself writes this field" })),
    );
  return filing;
}

/** What the product's earlier cases say, in the fields that the procedure freezes. */
function frozenInto(procedure: string, filing: Filing, earlier: readonly EarlierCase[]): Filing {
  const { frozen = {} } = servedOf(procedure);
  const own = earlier.filter((one) => one.own);
  const fields = Object.entries(frozen)
    .map(([field, { freeze, everyCompany }]) => [field, freeze(everyCompany ? earlier : own)] as const)
    .filter(([, values]) => values.length > 0);
  return fields.length === 0 ? filing : { ...filing, ...Object.fromEntries(fields) };
}

/** What the case locks while it is open: its indications, or the product as a whole, or nothing. */
function locksOf({ onePerProduct }: Shape, { indications, product }: Filing): { id: string; label: string }[] {
  if (indications.length > 0) return indications.map(({ id, label }) => ({ id, label }));
  return onePerProduct ? [{ id: product.id, label: product.name }] : [];
}

/** Carries what a filing would open out of the transaction in which it was tried: nothing of it remains. */
class Tried extends Error {
  constructor(readonly view: CaseView) {
    super("It was only tried.");
  }
}

async function record(
  desk: Desk,
  principal: Principal,
  key: string,
  command: FilingCommand,
  filedAt: Instant,
  { onlyTry = false } = {},
): Promise<FiledCase> {
  const { procedure } = servedOf(command.procedure);
  const filing = readFiling(command);
  refuseToFile(principal, command, filing.applicant.siret);
  await refuseForeignLinks(desk, principal, filing, command.sandbox ?? false);
  const filedOn = parisDay(filedAt);
  // A trial case may be filed under any text; a real one under that of its day (design rule 7).
  const ruleset = (command.sandbox === true ? rulesetTried : rulesetOn)(procedure, filedOn, command.ruleset);
  if (ruleset === undefined) {
    const known =
      command.sandbox === true
        ? rulesetNames(procedure)
        : [...new Set(procedure.rulesets.map(({ name }) => name))].join(", ");
    refuseByRule("/ruleset", `expected one of ${known}, in force on ${filedOn}`);
  }
  const requestHash = createHash("sha256")
    .update(canonicalJson(command as unknown as Json))
    .digest("hex");
  return desk.register.file({
    procedure: procedure.shape.name,
    ruleset: rulesetId(ruleset),
    series: procedure.shape.prefix,
    year: yearOf(filedOn),
    sandbox: command.sandbox ?? false,
    organisation: filing.applicant.siret,
    product: filing.product.id,
    indications: locksOf(procedure.shape, filing),
    principal: principalName(principal),
    author: authorOf(principal),
    idempotencyKey: key,
    requestHash,
    filedOn,
    filedAt,
    text: `${filing.applicant.name} ${filing.product.name}`,
    complete(id, earlier) {
      const completed = frozenInto(command.procedure, filing, earlier);
      const opening: Opening = { id, filedAt, filedOn, ruleset: rulesetId(ruleset), filing: completed };
      // An unlawful filing is refused here, inside the transaction: nothing of it remains.
      const view = Case.open(procedure, opening, filedAt).view(filedAt);
      if (onlyTry) throw new Tried(view);
      return { id, filing: completed, view };
    },
  });
}

/** A refusal names no case that may not be seen: a consultant learns nothing of what his client's others have filed (E52). */
async function refuseOpenCase(desk: Desk, principal: Principal, { case: id, indication }: OpenCaseExists) {
  const open = await desk.register.case(id);
  const named = open !== undefined && sees(principal, open);
  const words = `${named ? `Case ${id}` : "A case of this company"} is open for the indication "${indication}".`;
  return new DeskRefusal("open-case-exists", words, named ? { case: id } : {});
}

/** The case that a filing would open, where nothing stands in its way; nothing is recorded. @throws DeskRefusal, Refusal */
export async function tryFiling(desk: Desk, principal: Principal, command: FilingCommand): Promise<CaseView> {
  desk.turnstile.admit();
  const filedAt = fromEpochMs(Date.now());
  return desk.turnstile.pass(async () => {
    try {
      await record(desk, principal, randomUUID(), command, filedAt, { onlyTry: true });
    } catch (fault) {
      if (fault instanceof Tried) return fault.view;
      throw fault instanceof OpenCaseExists ? await refuseOpenCase(desk, principal, fault) : fault;
    }
    throw new Error("A filing that was only tried was recorded.");
  });
}

/** Files a case: one transaction of the register, then its workflow. @throws DeskRefusal, Refusal */
export async function file(desk: Desk, principal: Principal, key: string, command: FilingCommand): Promise<Filed> {
  desk.turnstile.admit();
  // It counts from its arrival, however long it waits for its turn.
  const filedAt = fromEpochMs(Date.now());
  return desk.turnstile.pass(async () => {
    const { id, repeated, status } = await record(desk, principal, key, command, filedAt).catch(
      async (fault: unknown) => {
        throw fault instanceof OpenCaseExists ? await refuseOpenCase(desk, principal, fault) : fault;
      },
    );
    const kept = await recordFor(desk, principal, id);
    if (status === "opening") {
      try {
        await desk.client.withDeadline(Date.now() + desk.patience, () => startFromRegister(desk, kept));
      } catch {
        // It is filed: the reconciler starts what a moment without Temporal left behind.
        return { case: await caseNow(desk, principal, kept), repeated, started: false };
      }
    }
    const opened = await opening(desk, principal, id);
    return { case: await caseNow(desk, principal, opened ?? kept), repeated, started: opened !== undefined };
  });
}

/** Waits until the workflow's first burst stands in the register. */
async function opening(desk: Desk, principal: Principal, id: string) {
  const deadline = Date.now() + desk.patience;
  for (let wait = 5; Date.now() < deadline; wait = Math.min(50, wait * 1.5)) {
    const found = await recordFor(desk, principal, id);
    if (found.bursts > 0) return found;
    await pause(wait);
  }
  return undefined;
}
