import { describe, expect, it } from "vitest";
import { type Mail, type Mailer, MailRefused, MailServerAway } from "../../activities/mailer.js";
import { addressees, post } from "../../activities/posting.js";
import type { NoticeToSend, Recipient } from "../../register/register.js";

const to = (who: string, changes: Partial<Recipient> = {}): Recipient => ({
  ...{ who, address: `${who}@example.org`, chosen: true },
  ...changes,
});

const notice = (changes: Partial<NoticeToSend> = {}): NoticeToSend => ({
  ...{ case: "PECAN-2026-0001", burst: 1, recordedAt: "2026-03-05T10:00:00.000Z", number: 2, party: "applicant" },
  ...{
    name: "acknowledged",
    about: null,
    channel: "e-mail",
    subject: "AR",
    text: "Reçu.",
    legal: true,
    corrects: null,
  },
  ...{ recipients: [], reached: [] },
  ...changes,
});

describe("a notice is for", () => {
  it("those who chose it and have an address; for nobody, it is unaddressed, or muted when it only tells of a status", () => {
    const mute = to("mute", { chosen: false });
    const homeless = to("homeless", { address: null });
    const outcome = (legal: boolean, ...recipients: Recipient[]) => addressees(notice({ legal, recipients }));
    expect(outcome(true, to("a"), mute, homeless)).toEqual([to("a")]);
    expect([outcome(true), outcome(true, mute), outcome(true, homeless)]).toEqual(Array(3).fill("unaddressed"));
    expect([outcome(false), outcome(false, mute), outcome(false, homeless)]).toEqual([
      "unaddressed",
      "muted",
      "unaddressed",
    ]);
  });
});

describe("of several who receive a notice", () => {
  const answers = new Map<string, Error>();
  const sent: string[] = [];
  const mailer: Mailer = {
    async send(mail: Mail) {
      const fault = answers.get(mail.to);
      if (fault !== undefined) throw fault;
      sent.push(mail.to);
    },
    close: () => undefined,
  };
  const tried = async (reached: readonly string[], faults: Readonly<Record<string, Error>>) => {
    sent.length = 0;
    answers.clear();
    for (const [who, fault] of Object.entries(faults)) answers.set(`${who}@example.org`, fault);
    const recipients = [to("a"), to("b"), to("c")];
    return post(mailer, notice({ recipients, reached }), addressees(notice({ recipients })) as never);
  };

  it("each has a mail of their own; those who have it already have no other", async () => {
    const full = new Error("452 full");
    expect(await tried([], { b: full })).toEqual({ reached: ["a", "c"], refused: [], passing: full });
    expect(await tried(["a", "c"], {})).toEqual({ reached: ["b"], refused: [], passing: undefined });
    expect(sent).toEqual(["b@example.org"]);
  });

  it("an address refused for good keeps the others from nothing", async () => {
    const never = new MailRefused("550 5.1.1");
    expect(await tried([], { a: never })).toEqual({
      ...{ reached: ["b", "c"], refused: [{ who: "a", fault: never }], passing: undefined },
    });
  });

  it("a server that is away blames nobody, unless it has taken some", async () => {
    const away = new MailServerAway("421");
    await expect(tried([], { a: away, b: away, c: away })).rejects.toBe(away);
    expect(await tried([], { b: away })).toEqual({ reached: ["a", "c"], refused: [], passing: away });
  });
});
