import { say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { AccountConvergence } from "./definition.js";
import * as by from "./sources.js";

const roleInFrench: Readonly<Record<string, string>> = {
  "mandataire-social": "mandataire social",
  representant: "représentant",
  salarie: "salarié",
};

/** What the structure and the ANS read of a Convergence account. */
export const letters = lettersOf<AccountConvergence>({
  requested: (letter) => [
    say`Votre demande de compte Convergence est reçue`,
    say`L'ANS a reçu, le ${letter.today(by.accountStep)}, le Kbis de votre entreprise et la pièce d'identité de son mandataire social.`,
    say`L'ouverture d'un compte demande ${letter.length("accountOpening")} (${letter.rule("accountOpening").source.ref}), soit au plus tard le ${letter.lastDay("accountOpening")}. C'est un objectif de service : aucun texte n'attache d'effet à son dépassement.`,
    say`Pour engager votre structure dans un dispositif, son représentant doit être inscrit en tant que tel (${by.representative.ref}).`,
  ],
  toOpen: (letter) => [
    say`Compte Convergence à ouvrir`,
    say`Une demande de compte est arrivée le ${letter.today(by.accountStep)}. Objectif de service : le ${letter.lastDay("accountOpening")}.`,
    say`À vérifier : le Kbis de l'entreprise, et l'identité du mandataire social sur la base d'une pièce d'identité valide.`,
  ],
  documentRefused: (letter) => [
    say`Une pièce justificative est à remplacer`,
    say`L'ANS n'a pas pu accepter ${letter.text("document")}, le ${letter.today(by.supportingDocuments)}, pour la raison suivante :`,
    letter.text("reason"),
    say`Votre demande reste ouverte : transmettez une autre pièce.`,
  ],
  documentSubmitted: (letter) => [
    say`Une pièce justificative est remplacée`,
    say`La structure a transmis, le ${letter.today(by.supportingDocuments)}, une nouvelle version de la pièce suivante : ${letter.text("document")}.`,
  ],
  opened: (letter) =>
    letter.toApplicant
      ? [
          say`Votre compte Convergence est ouvert`,
          say`Votre compte est ouvert depuis le ${letter.today(by.opening)} : vous pouvez déposer vos dossiers et correspondre avec l'équipe en charge par la messagerie interne.`,
        ]
      : [say`Compte Convergence ouvert`, say`Le compte est ouvert depuis le ${letter.today(by.opening)}.`],
  roleGiven: (letter) => [
    say`Un rôle a été donné`,
    say`${letter.text("name")} est inscrit comme ${roleInFrench[letter.text("role")] ?? ""} depuis le ${letter.today(by.representative)}.`,
  ],
  closed: (letter) => [
    say`Le compte Convergence est fermé`,
    say`Le compte a été fermé à la demande de la structure, le ${letter.today(by.accountStep)}.`,
  ],
  withdrawn: (letter) => [
    say`La demande de compte est retirée`,
    say`La structure a renoncé à sa demande de compte le ${letter.today(by.accountStep)}.`,
  ],
});
