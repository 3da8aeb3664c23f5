import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { expect, it } from "vitest";
import { startMailCatcher } from "../../installation/servers/mail-catcher.js";

it("keeps every mail, whole, in the order in which they came", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guichet-mails-"));
  const catcher = await startMailCatcher(folder);
  const transport = createTransport(catcher.url);
  for (const subject of ["Accusé de réception", "Avis rendu"])
    await transport.sendMail({ from: "guichet@localhost", to: "societe@exemple.fr", subject, text: "Un délai court." });
  transport.close();
  await catcher.stop();
  const mails = readdirSync(folder);
  expect(mails).toHaveLength(2);
  expect(readFileSync(join(folder, mails[1] ?? ""), "utf8")).toMatch(/Subject: Avis rendu[\s\S]*court\./);
  rmSync(folder, { recursive: true, force: true });
});
