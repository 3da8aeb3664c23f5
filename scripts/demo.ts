/** `npm run demo`: a sandbox PECAN lives in seconds on the real server. Ways: `-- --supplement-unanswered`, and a few others. */
import { randomUUID } from "node:crypto";
import { configuration, orLeave, runningApi, runningWebUi } from "../config/index.js";
import { dateInFrench } from "../law/citation.js";
import { instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { ask } from "./asking.js";
import { type CaseShown, endingLine, movedClocks } from "./demo/officer.js";
import { type DemoStep, filing, ways } from "./demo/ways.js";

const names = Object.keys(ways);
const asked = process.argv.slice(2).map((word) => word.replace(/^--/, ""));
const [name = "listed"] = asked;
const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
if (way === undefined || asked.length > 1) {
  console.error(
    `No demonstration is called "${asked.join(" ")}". They are: ${names.map((known) => `--${known}`).join(", ")}.`,
  );
  process.exit(2);
}

const settings = orLeave(configuration);

const today = (shown: CaseShown): string => parisDay(instant(shown.now));

async function live(step: DemoStep, before: CaseShown): Promise<CaseShown> {
  const path = `/v1/cases/${before.id}`;
  if ("wait" in step) {
    await ask("POST", `${path}/advance`, { by: step.wait });
    return ask<CaseShown>("GET", path);
  }
  const { act, by, about, body } = step;
  const receipt = await ask<{ case: CaseShown }>("POST", `${path}/acts/${act}`, {
    by,
    ...(about !== undefined && { about }),
    body: body?.(today(before)) ?? {},
  });
  return receipt.case;
}

interface NoticeShown {
  readonly party: string;
  readonly subject: string;
}

const product = { id: `demo-${randomUUID().slice(0, 8)}`, name: "Produit de démonstration", ceMarked: true };
let shown = await ask<CaseShown>("POST", "/v1/cases", {
  procedure: "pecan",
  sandbox: true,
  filing: { ...filing, product },
});
console.log(`\nPECAN ${shown.id} : ${way.title}.`);
console.log(
  `Temporal Web UI : ${runningWebUi(settings)}/namespaces/${settings.temporal.namespace}/workflows/${shown.id}\n`,
);
let read = 0;
for (const step of way.steps) {
  const next = await live(step, shown);
  console.log(`${dateInFrench(parisDay(instant(next.now)))} · ${step.say}`);
  for (const line of [
    ...movedClocks(shown, next),
    ...(next.ending !== null && next.ending !== shown.ending ? endingLine(next) : []),
  ])
    console.log(line);
  const { notices } = await ask<{ notices: NoticeShown[] }>("GET", `/v1/cases/${shown.id}/notices`);
  for (const { party, subject } of notices.slice(read)) console.log(`     → ${party} : ${subject}`);
  read = notices.length;
  shown = next;
}
console.log(`\n${shown.version} lignes au journal : ${runningApi(settings)}/v1/cases/${shown.id}/journal\n`);
