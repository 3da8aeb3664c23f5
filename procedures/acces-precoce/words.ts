/** The words in which letters say what acts say in codes. */

export const criteriaInFrench: Readonly<Record<string, string>> = {
  "serious-disease": "maladie grave, rare ou invalidante",
  "no-appropriate-treatment": "absence de traitement approprié",
  "cannot-be-deferred": "impossibilité de différer le traitement",
  "presumed-innovation": "caractère présumé innovant",
  "strong-presumption": "forte présomption d'efficacité et de sécurité",
};
export const motivesInFrench: Readonly<Record<string, string>> = {
  first: "première demande",
  renewal: "renouvellement",
  newData: "nouvelles données",
  modification: "modification",
  continuity: "continuité après AMM",
};

export const endGrounds: Readonly<Record<string, string>> = {
  "authorisation-withdrawn": "l'autorisation d'accès précoce est retirée",
  "authorisation-suspended": "l'autorisation d'accès précoce est suspendue",
  "listing-refused": "l'inscription de l'indication est refusée",
  "amm-application-withdrawn": "la demande d'AMM est retirée",
  "listing-request-withdrawn": "la demande d'inscription est retirée",
};
export const measuresInFrench: Readonly<Record<string, string>> = {
  suspension: "suspension de l'autorisation",
  withdrawal: "retrait de l'autorisation",
  "coverage-end": "fin de la prise en charge",
};
export const measureGrounds: Readonly<Record<string, string>> = {
  ...endGrounds,
  criteria: "un critère de l'accès précoce n'est plus rempli",
  safety: "la sécurité des patients",
  breach: "un manquement à un engagement",
};
export const authorities: Readonly<Record<string, string>> = {
  HAS: "La HAS",
  ANSM: "L'ANSM",
  ministers: "Les ministres",
  CEPS: "Le CEPS",
};
