/** The accounts and the meetings on the real server: the same journal as in simulation. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type FilingBase, rulesetId } from "../../case/definition.js";
import type { Opening } from "../../case/kernel.js";
import { type SimulatedAct, simulate } from "../../case/simulate.js";
import { addDays, type CivilDate, yearOf } from "../../law/civil-date.js";
import { fromEpochMs } from "../../law/instant.js";
import { parisDay, startOfDayMs } from "../../law/paris.js";
import { procedureOf } from "../../procedures/all.js";
import type { Scenario, Teller } from "../../rig/teller.js";
import { expert, heldBy, filing as meetingFiling, minutes, plan } from "../../rig/timelines/rencontre-precoce.js";
import { startFromRegister } from "../../temporal/starting.js";
import { type FileInOffice, lineOf, type Office, office } from "./office.js";

const siret = "73282932000074";
const applicant = { siret, name: "Exploitant" };
const account = { applicant, product: { id: siret, name: "Compte" }, indications: [] };
const person = (id: string) => ({ id, name: id });
const at = "10 h, visioconférence";
const technology = { applicant, product: { id: "coeur", name: "Cœur" }, indications: [] };

interface Way {
  readonly procedure: string;
  readonly to: string;
  readonly filing: FilingBase;
  readonly scenario: Scenario;
}

const ways: readonly Way[] = [
  {
    procedure: "account-sesame",
    to: "closed",
    filing: {
      ...account,
      attestation: {
        document: { title: "A" },
        stamped: true,
        signedBy: "legal-representative",
        managers: [person("m1")],
      },
    } as FilingBase,
    async scenario(file) {
      await file.act("accountOpened", "HAS");
      const delegation = {
        consultant: person("c1"),
        organisation: "Conseil",
        designatedBy: "legal-representative",
        from: file.filedOn,
        until: addDays(file.filedOn, 40),
        scope: "file-and-follow",
      };
      await file.act("delegationGiven", "applicant", delegation, { about: "d1" });
      await file.act("consultantAccessOpened", "HAS", {}, { about: "d1" });
      await file.until(addDays(file.filedOn, 45));
      await file.act("settle", "HAS", {}, { about: "endConsultantAccess:d1" });
      await file.act("accountClosed", "applicant");
    },
  },
  {
    procedure: "account-convergence",
    to: "closed",
    filing: {
      ...account,
      identityProvider: { registered: true, representative: { ...person("r1"), role: "representant" } },
      documents: {
        kbis: { title: "Kbis" },
        identityDocument: { document: { title: "Passeport" }, validUntil: "2099-01-01" },
      },
    } as FilingBase,
    async scenario(file) {
      await file.until(addDays(await file.lastDay("accountOpening"), 2));
      await file.act("accountOpened", "ANS");
      await file.act("roleGiven", "applicant", { person: { ...person("s1"), role: "salarie" } });
      await file.act("accountClosed", "applicant");
    },
  },
  {
    procedure: "rencontre-precoce",
    to: "closed",
    filing: meetingFiling(),
    async scenario(file) {
      const day = addDays(file.filedOn, 30);
      await file.act("completenessNotified", "HAS", { complete: true });
      await file.act("admissibilityNotified", "HAS", { accepted: true });
      await file.act("expertChosen", "HAS", expert("e1"));
      await file.act("meetingPlanned", "HAS", plan(day));
      await file.until(day);
      await file.act("meetingHeld", "HAS", heldBy({ has: [{ person: "e1", capacity: "expert" }] }));
      await file.until(addDays(await file.lastDay("minutes"), 3));
      await file.act("minutesSubmitted", "applicant", minutes(day));
      await file.until(addDays(await file.lastDay("amendedMinutes"), 3));
      await file.act("minutesReturned", "HAS", { amended: true, document: { title: "Compte rendu" } });
    },
  },
  {
    procedure: "pre-depot",
    to: "held",
    filing: {
      ...technology,
      channel: { kind: "guichet" },
      kind: "technical-regulatory",
      category: "medical-device",
      topics: ["pecan"],
      questions: ["?"],
    } as FilingBase,
    async scenario(file) {
      await file.act("meetingPlanned", "HAS", { on: addDays(file.filedOn, 20), at });
      await file.until(addDays(file.filedOn, 20));
      await file.act("meetingHeld", "HAS", { participants: ["HAS"] });
    },
  },
  {
    procedure: "pre-depot-medicament",
    to: "held",
    filing: {
      ...technology,
      channel: { kind: "guichet" },
      marketingAuthorisation: "none",
      indicationsAimedAt: ["Lymphome"],
      topics: ["eligibility"],
      questions: ["?"],
    } as FilingBase,
    async scenario(file) {
      await file.act("meetingPlanned", "ANSM", { on: addDays(file.filedOn, 20), at });
      await file.until(addDays(file.filedOn, 20));
      await file.act("meetingHeld", "HAS", { agencies: ["HAS", "ANSM"], participants: ["HAS", "ANSM"] });
    },
  },
];

/** Filed as the API files it: a procedure without indications is locked by its product as a whole. */
async function filed(open: Office, { procedure: name, filing }: Way): Promise<FileInOffice> {
  const procedure = procedureOf(name);
  const filedAt = fromEpochMs(Date.now());
  const ruleset = procedure.rulesets[0];
  if (ruleset === undefined) throw new Error(`${name} has no ruleset.`);
  const { id } = await open.register.file({
    procedure: name,
    ruleset: rulesetId(ruleset),
    series: procedure.shape.prefix,
    year: yearOf(parisDay(filedAt)),
    sandbox: true,
    organisation: open.taskQueue,
    product: randomUUID(),
    indications: [{ id: filing.product.id, label: filing.product.name }],
    principal: open.taskQueue,
    idempotencyKey: randomUUID(),
    requestHash: "h",
    filedOn: parisDay(filedAt),
    filedAt,
    complete: (number) => ({ id: `${number}-${open.taskQueue}`, filing }),
  });
  const record = await open.register.case(id);
  if (record === undefined) throw new Error(`${id} isn't in the register.`);
  await startFromRegister(open, record);
  const file = await open.known(id);
  await file.settled();
  return file;
}

async function simulated(name: string, opening: Opening, scenario: Scenario): Promise<string[]> {
  const procedure = procedureOf(name);
  const acts: SimulatedAct[] = [];
  let nowMs = Date.parse(opening.filedAt);
  const played = () => simulate(procedure, opening, acts, fromEpochMs(nowMs));
  const teller: Teller = {
    filedOn: opening.filedOn,
    async act(act, by, body = {}, more = {}) {
      nowMs += 10;
      acts.push({ ...more, act, at: fromEpochMs(nowMs), by, body } as SimulatedAct);
    },
    async until(day: CivilDate) {
      nowMs = Math.max(nowMs, startOfDayMs(day) + 1_000);
    },
    async lastDay(clock) {
      const { lastDay } = played().case.clocks.find(({ id }) => id === clock) ?? {};
      if (lastDay == null) throw new Error(`${clock} has no last day.`);
      return lastDay;
    },
  };
  await scenario(teller);
  const { refused, journal } = played();
  expect(refused).toEqual([]);
  return journal.map(lineOf);
}

describe("before the file, on the real server", () => {
  const open = office();

  it.concurrent.each(ways)("a $procedure goes to $to: the journal that a simulation tells", async (way) => {
    const file = await filed(open, way);
    await way.scenario(file);
    const { status, ending } = await file.view();
    expect({ status, ending: ending?.name }).toEqual({ status: "concluded", ending: way.to });
    expect(await file.told()).toEqual(await simulated(way.procedure, file.opening, way.scenario));
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });
});
