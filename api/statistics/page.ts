import { dateInFrench } from "../../law/citation.js";
import type { Line, Unit } from "./lines.js";
import type { StatisticsReport } from "./report.js";

/** The same figures for people: tables, and bars drawn here, each with the table that says the same. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** "77 jours", "78 %", "100 500"; a dash where there is nothing to count. */
export function valueInFrench(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  switch (unit) {
    case "share":
      return `${Math.round(value * 100)}\u00a0%`;
    case "growth":
      return `${value < 0 ? "−" : "+"}${Math.round(Math.abs(value) * 100)}\u00a0% par trimestre`;
    case "days":
      return `${thousands(Math.round(value))}\u00a0jours`;
    case "count":
      return thousands(value);
  }
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ label, definition, value, unit, flag }) =>
      `<tr><th scope="row">${safe(label)}</th><td class="figure">${safe(valueInFrench(value, unit))}</td><td>${safe(definition)}${flag === undefined ? "" : `<p class="flag">${safe(flag)}</p>`}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Figure</th><th scope="col">Valeur</th><th scope="col">Définition</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

interface Bar {
  readonly label: string;
  readonly value: number;
}

const rowHeight = 26;
const labelWidth = 210;
const barWidth = 420;

/** Horizontal bars, and their table beside them for whoever doesn't see them. */
export function bars(title: string, unit: string, all: readonly Bar[]): string {
  if (all.length === 0) return "";
  const most = Math.max(...all.map(({ value }) => value), 1);
  const height = all.length * rowHeight;
  const drawn = all
    .map(({ label, value }, i) => {
      const y = i * rowHeight;
      const width = Math.round((barWidth * value) / most);
      return `<text x="${labelWidth - 8}" y="${y + 17}" text-anchor="end">${safe(label)}</text><rect x="${labelWidth}" y="${y + 4}" width="${width}" height="${rowHeight - 8}" rx="2"/><text x="${labelWidth + width + 6}" y="${y + 17}">${thousands(value)}</text>`;
    })
    .join("");
  const rows = all.map(
    ({ label, value }) => `<tr><th scope="row">${safe(label)}</th><td class="figure">${thousands(value)}</td></tr>`,
  );
  return `<figure><figcaption>${safe(title)}</figcaption>
<svg viewBox="0 0 ${labelWidth + barWidth + 70} ${height}" role="img" aria-label="${safe(title)}">${drawn}</svg>
<details><summary>Le même en tableau</summary><table><thead><tr><th scope="col">${safe(title)}</th><th scope="col">${safe(unit)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></details></figure>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #d2d2d7}
thead th{font-weight:600}tbody th{font-weight:400;width:40%}.figure{white-space:nowrap;font-variant-numeric:tabular-nums;text-align:right}
.flag{margin:.25rem 0 0;padding:.25rem .5rem;background:#fff4d6;border-left:3px solid #b36b00}
figure{margin:1.5rem 0}figcaption{font-weight:600;margin-bottom:.5rem}svg{width:100%;height:auto;max-width:44rem}
svg rect{fill:#000091}svg text{font:13px system-ui,sans-serif;fill:#1d1d1f}.note{color:#595959}`;

/** The whole page. French, as everything that people read here. */
export function statisticsPage(report: StatisticsReport): string {
  const { title, from, to, lines, quarters, moves, sandbox, complete } = report;
  const groups = [...new Set(lines.map(({ group }) => group))];
  const figures = [
    bars(
      "Demandes déposées par trimestre",
      "Demandes",
      quarters.map(({ quarter, filed }) => ({ label: quarter, value: filed })),
    ),
    bars(
      "Critères non remplis dans les refus",
      "Refus",
      lines
        .filter(({ id, value }) => id.startsWith("criterion-") && value !== null)
        .map(({ label, value }) => ({ label: label.replace(/^– critère non rempli : /, ""), value: value ?? 0 })),
    ),
    bars(
      "À qui était la main, en jours",
      "Jours",
      moves.map(({ parties, days }) => ({
        label: parties === "nobody" ? "personne" : parties.replaceAll("+", " et "),
        value: days,
      })),
    ),
  ];
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)} : statistiques</title>
<style>${style}</style>
</head>
<body>
<h1>${safe(title)}</h1>
<p>Du ${safe(dateInFrench(from))} au ${safe(dateInFrench(to))}, ${sandbox ? "dossiers d’essai" : "dossiers réels"}. Chaque figure est comptée sur les actes enregistrés, selon la définition qui la suit.</p>
${complete ? "" : '<p class="flag">Des dossiers récents ne sont pas encore comptés : rechargez la page.</p>'}
${groups.map((group) => `<section><h2>${safe(group)}</h2>${table(lines.filter((line) => line.group === group))}</section>`).join("\n")}
<section><h2>En images</h2>${figures.join("\n")}</section>
<p class="note">Les taux portent sur les décisions, les médianes sur les demandes décidées ; les abandons sont comptés à part. Un jour appartient à ceux qui avaient la main quand il a commencé.</p>
</body>
</html>
`;
}
