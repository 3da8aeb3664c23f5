/**
 * What each role may ask for, and of which cases: data, published in docs/rights.md. What isn't written here is refused, and a route
 * or a page that asks for something else keeps the process from starting. The acts of a case are said by its procedure.
 */
import { type Role, roles } from "./principal.js";

/** Those who speak for a company. */
const company = ["legal-representative", "manager", "contributor", "consultant"] as const satisfies readonly Role[];
const operates = ["operator", "developer"] as const satisfies readonly Role[];

/** What can be asked for, and by whom. `anyone` needs no identity. */
export const asks = {
  law: "anyone",
  self: roles,
  cases: roles,
  notices: roles,
  certificate: roles,
  statistics: roles,
  filing: [...company, "platform", ...operates],
  act: ["officer", ...company, "platform", ...operates],
  "trial time": roles,
  mandates: roles,
  "giving mandates": ["legal-representative", "manager", ...operates],
  people: operates,
  decoding: operates,
  erasing: operates,
  "personal data": roles,
  mailboxes: operates,
  "own mails": company,
} as const satisfies Readonly<Record<string, readonly Role[] | "anyone">>;

export type Ask = keyof typeof asks;

/** What each is, in French, as docs/rights.md says it. */
export const askLabels: Readonly<Record<Ask, string>> = {
  law: "Lire les procédures, calculer et simuler des délais, vérifier un certificat",
  self: "Savoir qui l'on est ici",
  cases: "Lire les dossiers que l'on connaît : liste, journal, délais, tâches, vie d'un produit",
  notices: "Lire les notifications : les siennes, ou toutes pour une autorité",
  certificate: "Obtenir le certificat d'une échéance d'un dossier que l'on connaît",
  statistics: "Lire les statistiques des procédures que l'on connaît, de toutes les entreprises",
  filing: "Déposer une demande",
  act: "Envoyer un acte de sa partie sur un dossier que l'on connaît",
  "trial time": "Faire avancer le temps d'un dossier d'essai que l'on connaît",
  mandates: "Lire les mandats que l'on administre, et les siens ; mettre fin aux siens",
  "giving mandates": "Donner des mandats : ceux de son entreprise, ou tous pour l'exploitation",
  people: "Inscrire des personnes à l'annuaire, corriger et effacer leurs données",
  erasing: "Effacer ce que contenait un dossier clos",
  decoding: "Lire en clair ce que Temporal garde (serveur de codec)",
  "personal data": "Exporter ses propres données ; celles de chacun, pour l'exploitation",
  mailboxes: "Lire et donner les adresses des autorités",
  "own mails": "Choisir les courriels que l'on reçoit",
};

/**
 * Of which cases a role knows: every organisation's; its company's; those that it filed itself ("uniquement les demandes qu'il aura
 * initialisées", E52). A platform that speaks for one company knows of that one's.
 */
export const reaches = {
  officer: "every",
  "legal-representative": "company",
  manager: "company",
  contributor: "company",
  consultant: "filed",
  platform: "every",
  operator: "every",
  developer: "every",
} as const satisfies Readonly<Record<Role, "every" | "company" | "filed">>;

/** Need nobody be known to ask for it? */
export const forAnyone = (ask: Ask): boolean => asks[ask] === "anyone";

/** May that role ask for it? */
export const mayAsk = (role: Role | "anyone", ask: Ask): boolean => {
  const who: readonly string[] | "anyone" | undefined = asks[ask];
  return who === "anyone" || who?.includes(role) === true;
};
