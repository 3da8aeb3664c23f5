import { nobody } from "../../case/double-entry.js";
import type { Line, StatisticsReport } from "../../desk/statistics.js";
import { dateInFrench } from "../../law/citation.js";
import type { Unit } from "../../procedures/figures.js";
import { escapeHtml } from "./html.js";

/** The same figures for people: tables, and bars drawn here, each with the table that says the same. */

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** "77 jours", "78 %", "100 500"; a dash where there is nothing to count. */
export function valueInFrench(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  switch (unit) {
    case "share":
      return `${Math.round(value * 100)}\u00a0%`;
    case "growth":
      return `${value < 0 ? "−" : "+"}${Math.round(Math.abs(value) * 100)}\u00a0%`;
    case "days":
      return `${thousands(Math.round(value))}\u00a0jours`;
    case "count":
      return thousands(value);
  }
}

/** A label's dashes are its depth, which a page shows by its margin. */
function rowHeader(label: string): string {
  const depth = /^–*/.exec(label)?.[0].length ?? 0;
  return `<th scope="row"${depth === 0 ? "" : ` class="depth-${depth}"`}>${escapeHtml(label.slice(depth).trim())}</th>`;
}

function table(group: string, lines: readonly Line[]): string {
  const rows = lines.map(({ label, definition, value, unit, flag }, i) => {
    const said = lines[i - 1]?.definition === definition ? "<i>Idem</i>" : escapeHtml(definition);
    const flagged = flag === undefined ? "" : `<p class="flag">${escapeHtml(flag)}</p>`;
    return `<tr>${rowHeader(label)}<td class="figure">${escapeHtml(valueInFrench(value, unit))}</td><td>${said}${flagged}</td></tr>`;
  });
  return `<section><h2>${escapeHtml(group)}</h2><table class="lines"><thead><tr><th scope="col">Indicateur</th><th scope="col" class="figure">Valeur</th><th scope="col">Définition</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

interface Bar {
  readonly label: string;
  readonly value: number;
}

const rowHeight = 26;
const chartWidth = 760;
/** The widest of its letters: SVG doesn't measure a text for us. */
const letterWidth = 7.5;
const gap = 8;

/** Horizontal bars, and their table beside them for whoever doesn't see them; nothing where nothing was counted. */
function bars(title: string, unit: string, all: readonly Bar[]): string {
  const most = Math.max(0, ...all.map(({ value }) => value));
  if (most === 0) return "";
  const start = Math.ceil(Math.max(...all.map(({ label }) => label.length)) * letterWidth) + gap;
  const longest = chartWidth - start - Math.ceil(thousands(most).length * letterWidth) - gap;
  const drawn = all
    .map(({ label, value }, i) => {
      const y = i * rowHeight;
      const width = Math.round((longest * value) / most);
      return `<text x="${start - gap}" y="${y + 17}" text-anchor="end">${escapeHtml(label)}</text><rect x="${start}" y="${y + 4}" width="${width}" height="${rowHeight - 8}" rx="2"/><text x="${start + width + gap}" y="${y + 17}">${thousands(value)}</text>`;
    })
    .join("");
  const rows = all.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="figure">${thousands(value)}</td></tr>`,
  );
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>
<svg viewBox="0 0 ${chartWidth} ${all.length * rowHeight}" role="img" aria-label="${escapeHtml(title)}">${drawn}</svg>
<details><summary>Les mêmes chiffres en tableau</summary><table><thead><tr><th scope="col">${escapeHtml(title)}</th><th scope="col" class="figure">${escapeHtml(unit)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></details></figure>`;
}

/** Parties that aren't called by initials, in a word. */
const words: Readonly<Record<string, string>> = {
  applicant: "demandeur",
  ministers: "ministres",
  prescribers: "prescripteurs",
  insurer: "assurance maladie",
  [nobody]: "personne",
};

/** "CT, HAS et ministres". */
function partiesInFrench(set: string): string {
  const parties = set.split("+").map((party) => words[party] ?? party);
  return [parties.slice(0, -1).join(", "), ...parties.slice(-1)].filter(Boolean).join(" et ");
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
table{border-collapse:collapse;width:100%}.lines{table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #d2d2d7;overflow-wrap:break-word}
thead th{font-weight:600}tbody th{font-weight:400}.lines th:first-child{width:38%}.lines .figure{width:6.5rem}
th.figure,td.figure{text-align:right;font-variant-numeric:tabular-nums}td.figure{white-space:nowrap;font-weight:600}
.lines td:last-child,.lines th:last-child{padding-left:1.25rem}.lines td:last-child,.note{color:#595959}
th.depth-1{padding-left:1.75rem}th.depth-2{padding-left:3rem}
.flag{margin:.25rem 0;padding:.25rem .5rem;background:#fff4d6;border-left:3px solid #b36b00;color:#1d1d1f}
figure{margin:1.5rem 0}figcaption{font-weight:600;margin-bottom:.5rem}svg{display:block;width:100%;height:auto;max-width:${chartWidth}px}
svg rect{fill:#000091}svg text{font:13px system-ui,sans-serif;fill:#1d1d1f}summary{margin-top:.5rem}details table{max-width:${chartWidth}px}
@media (max-width:40rem){.lines{font-size:.8rem;hyphens:auto}.lines .figure{width:4.5rem}th.depth-1{padding-left:1rem}th.depth-2{padding-left:1.5rem}}`;

/** What some figures draw together, by the title that they share. */
function charts(lines: readonly Line[]): string[] {
  const titles = [...new Set(lines.flatMap(({ chart }) => chart?.title ?? []))];
  return titles.map((title) => {
    const drawn = lines.flatMap(({ chart, value }) => (chart?.title === title ? [{ chart, value: value ?? 0 }] : []));
    const [first] = drawn;
    return bars(
      title,
      first?.chart.unit ?? "",
      drawn.map(({ chart, value }) => ({ label: chart.name, value })),
    );
  });
}

/** The whole page. French, as everything that people read here. */
export function statisticsPage(report: StatisticsReport): string {
  const { title, from, to, lines, quarters, moves, sandbox, complete } = report;
  const groups = [...new Set(lines.map(({ group }) => group))];
  const images = [
    bars(
      "Demandes déposées par trimestre",
      "Demandes",
      quarters.map(({ quarter, filed }) => ({ label: quarter, value: filed })),
    ),
    ...charts(lines),
    bars(
      "À qui était la main, en jours",
      "Jours",
      moves.map(({ parties, days }) => ({ label: partiesInFrench(parties), value: days })),
    ),
  ].filter((chart) => chart !== "");
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} : statistiques</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>Du ${escapeHtml(dateInFrench(from))} au ${escapeHtml(dateInFrench(to))}, ${sandbox ? "dossiers d’essai" : "dossiers réels"}. Chaque chiffre est compté sur les actes enregistrés, selon la définition qui le suit.</p>
${complete ? "" : '<p class="flag">Des dossiers récents ne sont pas encore comptés : rechargez la page.</p>'}
${groups
  .map((group) =>
    table(
      group,
      lines.filter((line) => line.group === group),
    ),
  )
  .join("\n")}
${images.length === 0 ? "" : `<section><h2>En images</h2>${images.join("\n")}</section>`}
<p class="note">Les taux portent sur les décisions, les médianes sur les demandes décidées ; les abandons sont comptés à part. Un jour appartient à ceux qui avaient la main quand il a commencé ; des jours qui se suivent sont comptés le dernier d’entre eux.</p>
</body>
</html>
`;
}
