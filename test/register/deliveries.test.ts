import { beforeAll, describe, expect, it } from "vitest";
import type { NoticeReference, Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("the outbox", () => {
  let register: Register;
  let expire: (reference: NoticeReference) => Promise<unknown>;
  beforeAll(async () => {
    const fresh = await freshRegister();
    register = fresh.register;
    expire = ({ case: id, number }) =>
      fresh.owner.query(
        "update outbox set held_until = now() - interval '1 second' where case_id = $1 and number = $2",
        [id, number],
      );
  });
  const told = async (): Promise<string> => {
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    return id;
  };
  const counted = async (standing: string) =>
    (await register.standings()).reduce((sum, one) => sum + (one.standing === standing ? one.count : 0), 0);
  const taken = async (holder: string) => (await register.outbox.take(holder, 100)).map(({ number }) => number);

  it("gives each notice to one holder at a time", async () => {
    const id = await told();
    expect(await register.outbox.anyFree()).toBe(true);
    expect(await taken("a")).toEqual([2, 3]);
    expect(await taken("b")).toEqual([]);
    expect(await register.outbox.anyFree()).toBe(false);
    expect(await register.outbox.hold("b", { case: id, number: 2 })).toBe("held by another");
    await register.outbox.release("b", [{ case: id, number: 2 }]);
    expect(await taken("b")).toEqual([]);
    await register.outbox.release("a", [{ case: id, number: 2 }]);
    expect(await taken("b")).toEqual([2]);
    await register.outbox.settle("b", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "delivered" },
    ]);
  });

  it("frees what a holder that died has said nothing of, and keeps what one that lives renews", async () => {
    const id = await told();
    expect(await taken("dead")).toEqual([2, 3]);
    await expire({ case: id, number: 2 });
    await expire({ case: id, number: 3 });
    await register.outbox.keep("dead", [{ case: id, number: 3 }]);
    expect(await taken("next")).toEqual([2]);
    await register.outbox.keep("dead", [{ case: id, number: 2 }]);
    await expire({ case: id, number: 2 });
    expect(await register.outbox.hold("other", { case: id, number: 2 })).toMatchObject({ notice: { number: 2 } });
    await register.outbox.settle("other", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "delivered" },
    ]);
  });

  it("keeps each attempt; what failed is set apart, what is delivered or abandoned leaves", async () => {
    const id = await told();
    await taken("a");
    await register.outbox.settle("a", [{ case: id, number: 2, outcome: "failed", detail: "421 busy\u0000" }]);
    expect(await taken("b")).toEqual([]);
    const held = await register.outbox.hold("b", { case: id, number: 2 });
    expect(held).toMatchObject({ notice: { case: id, number: 2, subject: "Accusé de réception" } });
    expect(typeof held === "object" && held.triedForMs).toBeGreaterThanOrEqual(0);
    await register.outbox.settle("b", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "abandoned", detail: "no address" },
    ]);
    expect(await register.outbox.hold("b", { case: id, number: 2 })).toBe("gone");
    expect(await register.outbox.anyFree()).toBe(false);
    expect(await register.deliveries(id, 2)).toMatchObject([
      { case: id, number: 2, outcome: "failed", detail: "421 busy\ufffd" },
      { case: id, number: 2, outcome: "delivered", detail: undefined },
    ]);
    expect(await register.deliveries(id)).toHaveLength(3);
    const abandoned = await register.noticeFeed({ delivery: "abandoned" });
    expect(abandoned.map((notice) => [notice.case, notice.number])).toEqual([[id, 3]]);
  });

  it("never holds what is muted, which is recorded all the same", async () => {
    const { id } = await register.file(filing());
    const notices = burst(id, 1).notices.map((notice, index) => ({ ...notice, deliver: index === 0, corrects: 7 }));
    await register.record(burst(id, 1, { notices }));
    const waiting = await register.noticeFeed({ delivery: "waiting", limit: 1_000 });
    expect(waiting.map((notice) => [notice.case, notice.number])).toEqual([[id, 2]]);
    expect(await register.notice(id, 3)).toMatchObject({ party: "has", corrects: 7, legal: true });
    expect(await register.notice(id, 4)).toBeUndefined();
  });

  it("keeps what has a legal effect and no address until somebody has one, and says once that it waits", async () => {
    const { id } = await register.file(filing({ organisation: "nobody" }));
    await register.record(burst(id, 1));
    const reference = { case: id, number: 2 };
    for (let time = 0; time < 2; time++) {
      await expire(reference);
      const [own] = (await register.outbox.take("a", 100)).filter((one) => one.case === id && one.number === 2);
      expect(own).toMatchObject({ recipients: [], reached: [] });
      await register.outbox.settle("a", [{ ...reference, outcome: "unaddressed" }]);
    }
    expect((await register.deliveries(id, 2)).map(({ outcome }) => outcome)).toEqual(["unaddressed"]);
    const listed = await register.noticeFeed({ delivery: "unaddressed" });
    expect(listed.map((notice) => [notice.case, notice.number])).toEqual([[id, 2]]);
    expect(await counted("unaddressed")).toBe(1);
    const person = await enter(register, "manager", "nobody");
    const [own] = (await register.outbox.take("a", 100)).filter((one) => one.case === id && one.number === 2);
    expect(own?.recipients).toEqual([{ who: person, address: "manager@example.org", chosen: true }]);
    await register.outbox.settle("a", [{ ...reference, outcome: "delivered", recipients: [person] }]);
    expect(await register.noticeFeed({ delivery: "unaddressed" })).toEqual([]);
    expect(await counted("unaddressed")).toBe(0);
  });

  it("lets a status mail that has nobody to go to leave", async () => {
    const { id } = await register.file(filing({ organisation: "other" }));
    await register.record(burst(id, 1, { notices: burst(id, 1).notices.map((one) => ({ ...one, legal: false })) }));
    await taken("a");
    await register.outbox.settle("a", [{ case: id, number: 2, outcome: "unaddressed" }]);
    expect(await register.outbox.hold("b", { case: id, number: 2 })).toBe("gone");
  });
});

describe("a notice goes", () => {
  let register: Register;
  beforeAll(async () => {
    ({ register } = await freshRegister());
  });
  const chosen = async (id: string, legal: boolean) =>
    (await register.addresses.recipients(id, "applicant", legal)).flatMap(({ address, chosen: one }) =>
      one ? [address] : [],
    );

  it("to those of its company who chose to receive it; to a consultant, of what he filed alone", async () => {
    const [manager, contributor, consultant, other] = [
      await enter(register, "manager", "acme"),
      await enter(register, "contributor", "acme"),
      await enter(register, "consultant", "acme"),
      await enter(register, "legal-representative", "elsewhere"),
    ];
    const own = async (person: string) => (await register.file(filing({ principal: `${person};applicant;acme;` }))).id;
    const [ofManager, ofContributor, ofConsultant] = [
      await own(manager),
      await own(contributor),
      await own(consultant),
    ];
    const all = (...roles: string[]) => roles.map((role) => `${role}@example.org`);
    const sorted = async (id: string, legal = true) => (await chosen(id, legal)).sort();
    expect(await sorted(ofManager)).toEqual(all("manager"));
    expect(await sorted(ofContributor)).toEqual(all("contributor", "manager"));
    expect(await sorted(ofConsultant)).toEqual(all("consultant", "manager"));

    for (const person of [contributor, consultant]) await register.addresses.prefer(person, "acme", "all");
    await register.addresses.prefer(manager, "acme", "legal");
    await register.addresses.prefer(manager, "elsewhere", "none");
    expect(await sorted(ofManager)).toEqual(all("contributor", "manager"));
    expect(await sorted(ofManager, false)).toEqual(all("contributor"));
    expect(await sorted(ofConsultant)).toEqual(all("consultant", "contributor", "manager"));
    await register.addresses.prefer(contributor, "acme", "none");
    expect(await sorted(ofManager)).toEqual(all("manager"));
    expect(await register.addresses.preferences(manager)).toEqual([
      { company: "acme", mails: "legal" },
      { company: "elsewhere", mails: "none" },
    ]);
    expect(other).not.toBe(manager);
  });

  it("to nobody's whose mandate has ended, nor to an authority without a mailbox", async () => {
    const { id } = await register.file(filing({ organisation: "gone" }));
    await enter(register, "manager", "gone");
    expect(await chosen(id, true)).toEqual(["manager@example.org"]);
    for (const mandate of await register.directory.mandates("gone")) await register.directory.end(mandate.id, "test");
    expect(await chosen(id, true)).toEqual([]);
    expect(await register.addresses.recipients(id, "HAS", true)).toEqual([]);
    await register.addresses.giveMailbox("HAS", "has@example.org", "test");
    expect(await register.addresses.recipients(id, "HAS", false)).toEqual([
      { who: "HAS", address: "has@example.org", chosen: true },
    ]);
    await register.addresses.giveMailbox("HAS", null, "test");
    expect(await register.addresses.mailboxes()).toEqual([]);
    expect((await register.directory.verify()).valid).toBe(true);
  });

  it("muted by its company's account when it only tells of a status, whatever its people chose", async () => {
    const { id } = await register.file(filing({ organisation: "muted" }));
    const person = await enter(register, "manager", "muted");
    await register.addresses.prefer(person, "muted", "all");
    const account = (await register.file(filing({ organisation: "muted", procedure: "account-sesame" }))).id;
    const say = (number: number, mutesStatusMails: boolean) =>
      register.record(burst(account, number, { account: { mutesStatusMails, people: [] } }));
    await say(1, true);
    expect([await chosen(id, true), await chosen(id, false)]).toEqual([["manager@example.org"], []]);
    await say(2, false);
    expect(await chosen(id, false)).toEqual(["manager@example.org"]);
  });
});

/** Somebody of a company, whose address is that of their role. */
async function enter({ directory }: Register, role: string, organisation: string): Promise<string> {
  const identified = {
    issuer: "test",
    subject: `${role} of ${organisation}`,
    name: role,
    email: `${role}@example.org`,
  };
  const { id: person } = await directory.enter(identified, "test");
  const given = { person, role, party: "applicant", organisation, platform: null, from: "2026-01-01", until: null };
  await directory.give(given, "test");
  return person;
}
