import { count, type Figure } from "../../figures.js";

const C16 =
  "C16 : le rapport publie « 80 % » pour 11 avis ; aucun entier ne donne 80 %. Le dénominateur (tous les médicaments évalués) n'est pas dans les dossiers : seul le numérateur se compte.";

const group = "Droit commun";
const after = (outcome: "granted" | "refused", ...classes: string[]) =>
  classes.map((each) => `common-law:${outcome}:${each}`);
const all = ["insufficient", "I", "II", "III", "IV", "V"];
const definition = "Premier avis de droit commun, compté quand la décision et l'avis sont connus";

/** What the commission says later, in common law, of drugs that asked for an accès précoce. */
export const commonLaw: readonly Figure[] = [
  count(
    group,
    "common-law",
    "Médicaments aussi évalués en droit commun",
    definition,
    ...after("granted", ...all),
    ...after("refused", ...all),
  ),
  count(group, "common-law-granted", "– accès précoce octroyé", definition, ...after("granted", ...all)),
  count(group, "common-law-granted-I-III", "–– ASMR I à III", definition, ...after("granted", "I", "II", "III")),
  count(group, "common-law-granted-IV", "–– ASMR IV", definition, ...after("granted", "IV")),
  count(group, "common-law-granted-V", "–– ASMR V", definition, ...after("granted", "V")),
  count(
    group,
    "common-law-granted-insufficient",
    "–– SMR insuffisant",
    definition,
    ...after("granted", "insufficient"),
  ),
  count(group, "bet-unsettled", "–– « pari » non levé", "ASMR V avec réévaluation programmée", "bet-unsettled"),
  count(group, "common-law-refused", "– accès précoce refusé", definition, ...after("refused", ...all)),
  count(
    group,
    "common-law-refused-insufficient",
    "–– SMR insuffisant",
    definition,
    ...after("refused", "insufficient"),
  ),
  count(group, "common-law-refused-IV", "–– ASMR IV", definition, ...after("refused", "IV")),
  count(group, "common-law-refused-V", "–– ASMR V", definition, ...after("refused", "V")),
  {
    id: "innovative-in-access-last-year",
    group,
    label: "ASMR I à III de l'année en cours déjà en accès précoce",
    definition: "Avis rendus dans l'année civile du dernier jour sur un accès précoce octroyé (numérateur seul)",
    unit: "count",
    of: ({ lastYear }) => lastYear.count(...after("granted", "I", "II", "III")),
    flag: C16,
  },
];
