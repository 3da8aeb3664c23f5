import { say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { AccountSesame } from "./definition.js";
import * as by from "./sources.js";

/** What the company and the HAS read of a Sésame account. */
export const letters = lettersOf<AccountSesame>({
  requested: (letter) => [
    say`Votre demande de compte Sésame est reçue`,
    say`La HAS a reçu, le ${letter.today(by.request)}, votre numéro SIRET et l'attestation de votre représentant légal.`,
    say`Aucun texte ne fixe de délai pour l'ouverture du compte (${by.opening.ref}) : nous n'en annonçons donc pas. Vous serez prévenu dès qu'il sera ouvert.`,
  ],
  toOpen: (letter) => [
    say`Compte Sésame à ouvrir`,
    say`Une demande de compte, attestation jointe, est arrivée le ${letter.today(by.request)}.`,
  ],
  attestationReturned: (letter) => [
    say`Votre attestation est à corriger`,
    say`La HAS vous a renvoyé votre attestation le ${letter.today(by.piecesOfRequest)}, pour la raison suivante :`,
    letter.text("reason"),
    say`Elle doit être tamponnée et signée par votre représentant légal, et désigner deux gestionnaires de compte au maximum (${by.opening.ref}).`,
  ],
  opened: (letter) =>
    letter.toApplicant
      ? [
          say`Votre compte Sésame est ouvert`,
          say`Votre compte est ouvert depuis le ${letter.today(by.opening)}. En sont gestionnaires :`,
          letter.items("managers"),
          say`Ils peuvent créer des contributeurs, qui déposent et suivent vos dossiers. Chaque contributeur a son propre identifiant et mot de passe, et en est responsable (${by.credentials.ref}).`,
          say`Vous pouvez à tout moment consulter le statut de vos dossiers sur la plateforme, et choisir d'être notifié par courriel à chaque changement.`,
        ]
      : [say`Compte Sésame ouvert`, say`Le compte est ouvert depuis le ${letter.today(by.opening)}.`],
  contributorCreated: (letter) => [
    say`Un contributeur a été créé`,
    say`${letter.text("contributor")} est contributeur de votre compte depuis le ${letter.today(by.contributors)}.`,
  ],
  delegationGiven: (letter) => {
    const until = letter.dated("until", by.delegation);
    return [
      say`Délégation ${letter.about} : ${letter.party === "HAS" ? "un accès est à ouvrir" : "elle est enregistrée"}`,
      say`${letter.text("consultant")} a reçu délégation pour ${letter.text("scope") === "follow" ? "suivre" : "déposer et suivre"} des demandes au nom de l'entreprise, à compter du ${letter.dated("from", by.delegation)}${until === undefined ? ", jusqu'à révocation" : say` et jusqu'au ${until}`}.`,
      say`Il ne dépose et ne suit que les demandes qu'il aura lui-même initialisées (${by.consultantScope.ref}).`,
    ];
  },
  consultantAccess: (letter) => [
    say`Délégation ${letter.about} : l'accès est ouvert`,
    say`La HAS a ouvert l'accès du consultant le ${letter.today(by.consultantAccess)}.`,
  ],
  delegationOver: (letter) => [
    say`Délégation ${letter.about} : elle a pris fin`,
    say`La délégation donnée à ${letter.text("consultant")} ${letter.text("ending") === "revoked" ? "a été révoquée" : "est arrivée au terme que vous lui aviez donné"} : elle est sans effet depuis le ${letter.today(by.delegation)}.`,
  ],
  managersDesignated: (letter) => [
    say`Nouveaux gestionnaires à enregistrer`,
    say`Une attestation reçue le ${letter.today(by.attestation)} désigne :`,
    letter.items("managers"),
  ],
  managersRecorded: (letter) => [
    say`Les gestionnaires de votre compte ont changé`,
    say`Depuis le ${letter.today(by.managers)}, les gestionnaires de votre compte sont :`,
    letter.items("managers"),
  ],
  notificationOption: (letter) => [
    say`Votre option de notification`,
    letter.facts.active === true
      ? say`Depuis le ${letter.today(by.notificationOption)}, chaque changement de statut vous est notifié par courriel.`
      : say`Depuis le ${letter.today(by.notificationOption)}, les changements de statut ne vous sont plus notifiés par courriel. Les notifications légales vous sont adressées quoi qu'il en soit.`,
  ],
  closed: (letter) => [
    say`Le compte Sésame est fermé`,
    say`Le compte a été fermé à la demande de l'entreprise, le ${letter.today(by.request)}.`,
  ],
  withdrawn: (letter) => [
    say`La demande de compte est retirée`,
    say`L'entreprise a renoncé à sa demande de compte le ${letter.today(by.request)}.`,
  ],
});
