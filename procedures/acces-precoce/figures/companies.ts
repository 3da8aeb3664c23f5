import { type Figure, share } from "../../figures.js";

const classes = ["over-100-million", "10-to-100-million", "under-10-million", "unknown"];
const group = "Laboratoires";

/** Companies that filed a first request, by class of turnover. */
export const companies: readonly Figure[] = [
  {
    id: "laboratories",
    group,
    label: "Laboratoires ayant déposé une première demande",
    definition: "SIRET distincts, au jour du dépôt",
    unit: "count",
    of: ({ during }) => during.distinct(...during.metrics("laboratory:")),
  },
  laboratoryShare("over-100-million", "– chiffre d'affaires remboursable de plus de 100 M€", ["over-100-million"]),
  laboratoryShare("under-10-million", "– de moins de 10 M€", ["under-10-million"]),
  laboratoryShare("under-10-or-unknown", "– de moins de 10 M€ ou non connu", ["under-10-million", "unknown"]),
];

function laboratoryShare(id: string, label: string, some: readonly string[]): Figure {
  return {
    id: `laboratories-${id}`,
    group,
    label,
    definition: "Sur les laboratoires distincts",
    unit: "share",
    of: ({ during }) =>
      share(
        during.distinct(...some.map((each) => `laboratory:${each}`)),
        during.distinct(...classes.map((each) => `laboratory:${each}`)),
      ),
  };
}
