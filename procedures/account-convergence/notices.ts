import { type LettersOf, lettersOf } from "../letters.js";
import type { AccountConvergence } from "./definition.js";
import * as by from "./sources.js";

const roleInFrench: Readonly<Record<string, string>> = {
  "mandataire-social": "mandataire social",
  representant: "représentant",
  salarie: "salarié",
};

/** What the structure and the ANS read of a Convergence account. */
const letters = {
  requested: (letter) => [
    "Votre demande de compte Convergence est reçue",
    `L'ANS a reçu, le ${letter.on(by.accountStep)}, le Kbis de votre entreprise et la pièce d'identité de son mandataire social.`,
    `L'ouverture d'un compte demande ${letter.length("accountOpening")}, soit au plus tard le ${letter.lastDay("accountOpening")}. C'est un objectif de service : aucun texte n'attache d'effet à son dépassement.`,
    `Pour engager votre structure dans un dispositif, son représentant doit être inscrit en tant que tel (${by.representative.ref}).`,
  ],
  toOpen: (letter) => [
    "Compte Convergence à ouvrir",
    `Une demande de compte est arrivée le ${letter.on(by.accountStep)}. Objectif de service : le ${letter.lastDay("accountOpening")}.`,
    "À vérifier : le Kbis de l'entreprise, et l'identité du mandataire social sur la base d'une pièce d'identité valide.",
  ],
  documentRefused: (letter) => [
    "Une pièce justificative est à remplacer",
    `L'ANS n'a pas pu accepter ${letter.fact("document")}, le ${letter.on(by.supportingDocuments)}, pour la raison suivante :`,
    letter.fact("reason"),
    "Votre demande reste ouverte : transmettez une autre pièce.",
  ],
  documentSubmitted: (letter) => [
    "Une pièce justificative est remplacée",
    `La structure a transmis, le ${letter.on(by.supportingDocuments)}, une nouvelle version de la pièce suivante : ${letter.fact("document")}.`,
  ],
  opened: (letter) =>
    letter.party === "applicant"
      ? [
          "Votre compte Convergence est ouvert",
          `Votre compte est ouvert depuis le ${letter.on(by.opening)} : vous pouvez déposer vos dossiers et correspondre avec l'équipe en charge par la messagerie interne.`,
        ]
      : ["Compte Convergence ouvert", `Le compte est ouvert depuis le ${letter.on(by.opening)}.`],
  roleGiven: (letter) => [
    "Un rôle a été donné",
    `${letter.fact("name")} est inscrit comme ${roleInFrench[letter.fact("role")] ?? ""} depuis le ${letter.on(by.representative)}.`,
  ],
  closed: (letter) => [
    "Le compte Convergence est fermé",
    `Le compte a été fermé à la demande de la structure, le ${letter.on(by.accountStep)}.`,
  ],
  withdrawn: (letter) => [
    "La demande de compte est retirée",
    `La structure a renoncé à sa demande de compte le ${letter.on(by.accountStep)}.`,
  ],
} satisfies LettersOf<AccountConvergence>;

export const { render, renderRectification } = lettersOf(letters);
