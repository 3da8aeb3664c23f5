/** What a case that came before may be to a filing. */
export const linkKinds = {
  account: "Compte",
  meeting: "Rencontre précoce",
  "pre-filing": "Rendez-vous pré-dépôt",
  coverage: "Prise en charge anticipée",
  certificate: "Certificat",
  study: "Étude",
} as const;
export type LinkKind = keyof typeof linkKinds;
