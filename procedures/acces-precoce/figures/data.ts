import { count, type Figure } from "../../figures.js";

const C15 =
  "C15 : le rapport compte 39 PUT-RD pré-AMM pour 38 autorisations pré-AMM octroyées. Les deux sont reproduits, aucun n'est corrigé.";

const group = "Recueil de données";

/** Protocols published, and what they collect. */
export const data: readonly Figure[] = [
  {
    id: "patients",
    group,
    label: "Patients déclarés",
    definition: "Somme des patients des rapports de synthèse reçus dans la période",
    unit: "count",
    of: ({ during }) => during.count("patients"),
  },
  {
    ...count(
      group,
      "protocols",
      "PUT-RD validés et publiés",
      "Au jour de la publication",
      "protocol:pre",
      "protocol:post",
    ),
    flag: C15,
  },
  { ...count(group, "protocols-pre", "– pré-AMM", "Selon le motif de la première demande", "protocol:pre"), flag: C15 },
  count(
    group,
    "collection-forms",
    "– efficacité par fiches de suivi",
    "Mode déclaré à la publication",
    "collection:follow-up-forms",
  ),
  count(
    group,
    "collection-pro",
    "– avec auto-questionnaire du patient",
    "Mode déclaré à la publication",
    "collection:patient-reported-outcome",
  ),
  count(
    group,
    "collection-registry",
    "– adossés à un registre",
    "Mode déclaré à la publication",
    "collection:registry",
  ),
  count(group, "collection-bamara", "– via BaMaRa", "Mode déclaré à la publication", "collection:bamara"),
  count(group, "reports", "Rapports de synthèse reçus", "Au jour de la réception", "report"),
];
