/** The texts of the Convergence account, with the words relied upon. */
import { parcours, reading } from "../../law/citation.js";

export const accountStep = parcours("4.a", "Je me connecte à mon compte sur la plateforme Convergence");
export const identityProvider = parcours(
  "4.a",
  "Je crée mon compte sur le [Fournisseur d'Identité iSC](#) me permettant par la suite d'accéder sur la plateforme Convergence",
);
export const supportingDocuments = parcours(
  "4.a",
  "Pièces justificatives à fournir : Kbis de l'entreprise et vérification de l'identité du mandataire social sur la base d'une pièce d'identité valide",
);
export const representative = parcours(
  "4.a",
  "le représentant de votre structure doit être inscrit sur le Fournisseur d'Identité en tant que représentant de celle-ci",
);
export const opening = parcours("4.a", "Délai 3 jours pour l'ouverture d'un compte");
export const c12 = reading(
  "C12",
  "Trois jours ouvrés, objectif de service sans effet juridique ; en jours calendaires, trois jours aussi.",
);
