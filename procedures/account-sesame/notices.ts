import { dated, type LettersOf, lettersOf } from "../letters.js";
import type { AccountSesame } from "./definition.js";
import * as by from "./sources.js";

/** What the company and the HAS read of a Sésame account. */
const letters = {
  requested: (letter) => [
    "Votre demande de compte Sésame est reçue",
    `La HAS a reçu, le ${letter.on(by.request)}, votre numéro SIRET et l'attestation de votre représentant légal.`,
    `Aucun texte ne fixe de délai pour l'ouverture du compte (${by.opening.ref}) : nous n'en annonçons donc pas. Vous serez prévenu dès qu'il sera ouvert.`,
  ],
  toOpen: (letter) => [
    "Compte Sésame à ouvrir",
    `Une demande de compte, attestation jointe, est arrivée le ${letter.on(by.request)}.`,
  ],
  attestationReturned: (letter) => [
    "Votre attestation est à corriger",
    `La HAS vous a renvoyé votre attestation le ${letter.on(by.piecesOfRequest)}, pour la raison suivante :`,
    letter.fact("reason"),
    `Elle doit être tamponnée et signée par votre représentant légal, et désigner deux gestionnaires de compte au maximum (${by.opening.ref}).`,
  ],
  opened: (letter) =>
    letter.party === "applicant"
      ? [
          "Votre compte Sésame est ouvert",
          `Votre compte est ouvert depuis le ${letter.on(by.opening)}. En sont gestionnaires :`,
          letter.items("managers"),
          `Ils peuvent créer des contributeurs, qui déposent et suivent vos dossiers. Chaque contributeur a son propre identifiant et mot de passe, et en est responsable (${by.credentials.ref}).`,
          "Vous pouvez à tout moment consulter le statut de vos dossiers sur la plateforme, et choisir d'être notifié par courriel à chaque changement.",
        ]
      : ["Compte Sésame ouvert", `Le compte est ouvert depuis le ${letter.on(by.opening)}.`],
  contributorCreated: (letter) => [
    "Un contributeur a été créé",
    `${letter.fact("contributor")} est contributeur de votre compte depuis le ${letter.on(by.contributors)}.`,
  ],
  delegationGiven: ({ facts, ...letter }) => {
    const until = dated(facts.until, by.delegation);
    return [
      `Délégation ${letter.about ?? ""} : ${letter.party === "HAS" ? "un accès est à ouvrir" : "elle est enregistrée"}`,
      `${letter.fact("consultant")} a reçu délégation pour ${facts.scope === "follow" ? "suivre" : "déposer et suivre"} des demandes au nom de l'entreprise, à compter du ${dated(facts.from, by.delegation)}${until === "" ? ", jusqu'à révocation" : ` et jusqu'au ${until}`}.`,
      `Il ne dépose et ne suit que les demandes qu'il aura lui-même initialisées (${by.consultantScope.ref}).`,
    ];
  },
  consultantAccess: (letter) => [
    `Délégation ${letter.about ?? ""} : l'accès est ouvert`,
    `La HAS a ouvert l'accès du consultant le ${letter.on(by.consultantAccess)}.`,
  ],
  delegationOver: ({ facts, ...letter }) => [
    `Délégation ${letter.about ?? ""} : elle a pris fin`,
    `La délégation donnée à ${letter.fact("consultant")} ${facts.ending === "revoked" ? "a été révoquée" : "est arrivée au terme que vous lui aviez donné"} : elle est sans effet depuis le ${letter.on(by.delegation)}.`,
  ],
  managersDesignated: (letter) => [
    "Nouveaux gestionnaires à enregistrer",
    `Une attestation reçue le ${letter.on(by.attestation)} désigne :`,
    letter.items("managers"),
  ],
  managersRecorded: (letter) => [
    "Les gestionnaires de votre compte ont changé",
    `Depuis le ${letter.on(by.managers)}, les gestionnaires de votre compte sont :`,
    letter.items("managers"),
  ],
  notificationOption: ({ facts, ...letter }) => [
    "Votre option de notification",
    facts.active === true
      ? `Depuis le ${letter.on(by.notificationOption)}, chaque changement de statut vous est notifié par courriel.`
      : `Depuis le ${letter.on(by.notificationOption)}, les changements de statut ne vous sont plus notifiés par courriel. Les notifications légales vous sont adressées quoi qu'il en soit.`,
  ],
  closed: (letter) => [
    "Le compte Sésame est fermé",
    `Le compte a été fermé à la demande de l'entreprise, le ${letter.on(by.request)}.`,
  ],
  withdrawn: (letter) => [
    "La demande de compte est retirée",
    `L'entreprise a renoncé à sa demande de compte le ${letter.on(by.request)}.`,
  ],
} satisfies LettersOf<AccountSesame>;

export const { render, renderRectification } = lettersOf(letters);
