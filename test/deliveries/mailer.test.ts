import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Mailer, MailRefused, MailServerAway, openMailer } from "../../activities/mailer.js";
import { header, type PostOffice, postOffice } from "./post-office.js";

describe("the mailer", () => {
  let office: PostOffice;
  let mailer: Mailer;
  beforeEach(async () => {
    office = await postOffice();
    mailer = openMailer(office.url, "Guichet <guichet@acces.exemple.fr>", { patience: 1_500 });
  });
  afterEach(async () => {
    mailer.close();
    await office.close();
  });
  const mail = (changes: object = {}) => ({
    to: "applicant@example.org",
    subject: "Accusé de réception",
    text: "Votre dossier est complet.",
    id: "PECAN-2026-0001.12",
    ...changes,
  });
  const fault = (changes: object = {}) =>
    mailer.send(mail(changes)).then(
      () => undefined,
      (error: Error) => error,
    );

  it("says that a mail is automatic and French, when it was sent, and which notice it is", async () => {
    await mailer.send(mail({ about: "PECAN-2026-0001.7" }));
    const raw = office.taken[0]?.raw ?? "";
    expect(header(raw, "auto-submitted")).toBe("auto-generated");
    expect(header(raw, "content-language")).toBe("fr");
    expect(header(raw, "message-id")).toBe("<PECAN-2026-0001.12@acces.exemple.fr>");
    expect(header(raw, "in-reply-to")).toBe("<PECAN-2026-0001.7@acces.exemple.fr>");
    expect(header(raw, "from")).toBe("Guichet <guichet@acces.exemple.fr>");
    expect(header(raw, "content-type")).toMatch(/^text\/plain; charset=utf-8/i);
    expect(Math.abs(Date.parse(header(raw, "date")) - Date.now())).toBeLessThan(60_000);
  });

  it("sends lines that any server takes, and no header but its own", async () => {
    const long = "é".repeat(3_000);
    await mailer.send(
      mail({ subject: `Avis ${long}\r\nBcc: autre@exemple.fr`, text: `${"mot ".repeat(2_000)}\n.\n${long}` }),
    );
    const raw = office.taken[0]?.raw ?? "";
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(header(raw, "bcc")).toBe("");
    expect(office.taken).toHaveLength(1);
  });

  it("tells a mail that is refused for good from one that may pass and from a server that is away", async () => {
    office.manner = () => ({ refuses: "550 5.1.1 No such user" });
    expect(await fault()).toBeInstanceOf(MailRefused);
    // Who asks is refused, not the address: somebody may put it right.
    office.manner = () => ({ refuses: "554 5.7.1 Relay access denied" });
    expect(await fault()).not.toBeInstanceOf(MailRefused);
    office.manner = () => ({ refuses: "451 4.7.1 Try again later" });
    expect(await fault()).not.toBeInstanceOf(MailRefused);
    expect(await fault()).not.toBeInstanceOf(MailServerAway);
    office.manner = () => "drops";
    expect(await fault()).not.toBeInstanceOf(MailServerAway);
    office.manner = () => "takes";
    await office.close();
    expect(await fault()).toBeInstanceOf(MailServerAway);
    await office.reopen();
    expect(await fault()).toBeUndefined();
  });

  it("gives up a server that never answers, which answers others", async () => {
    office.manner = () => "hangs";
    const since = performance.now();
    const hung = await fault();
    expect(hung).toBeInstanceOf(Error);
    expect(hung).not.toBeInstanceOf(MailServerAway);
    expect(performance.now() - since).toBeGreaterThan(1_400);
  });

  it("sends through another connection while one hangs", async () => {
    office.manner = (to) => (to.startsWith("has") ? "hangs" : "takes");
    const hanging = fault({ to: "has@example.org" });
    await mailer.send(mail());
    expect(office.taken.some(({ to }) => to.startsWith("applicant"))).toBe(true);
    await hanging;
  });
});
