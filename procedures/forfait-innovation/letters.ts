import { type Letter, nothing, type Sentence, say, when } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { ForfaitInnovation } from "./definition.js";
import * as by from "./sources.js";

/** What each party of a forfait innovation reads, in French: what happened, by which text, and what follows. */

type Own = Letter<ForfaitInnovation>;
const senses: Readonly<Record<string, string>> = {
  favourable: "favorable sans observation",
  "with-observations": "favorable avec observations",
  unfavourable: "défavorable",
};
const outcomes: Readonly<Record<string, string>> = {
  completed: "menée à son terme",
  "stopped-for-safety": "arrêtée pour la sécurité des patients",
  "stopped-on-interim-results": "arrêtée sur ses résultats intermédiaires",
  abandoned: "abandonnée",
};
const euros = (letter: Own, fact: string): string =>
  `${(Number(letter.facts[fact]) / 100).toFixed(2).replace(".", ",")} €`;
const refusal = (letter: Own): Sentence =>
  letter.has("reasons") && letter.has("remedies")
    ? say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`
    : nothing;

export const letters = lettersOf<ForfaitInnovation>({
  requested: (letter) => [
    say`Demande de forfait innovation reçue`,
    say`La demande a été reçue le ${letter.today(by.applicationLaw)}. La HAS en apprécie la recevabilité au plus tard le ${letter.lastDay("admissibility")}.`,
    say`Sans décision expresse au terme de ${letter.length("silence")}, le ${letter.lastDay("silence")}, majorés des délais donnés au demandeur, la demande est rejetée.`,
  ],
  inadmissible: (letter) => [
    say`Demande non recevable`,
    say`La HAS a constaté le ${letter.today(by.missingLaw)} qu'il manque :`,
    letter.items("missing"),
    say`La demande complétée, la HAS dispose de nouveau de ${letter.length("admissibility")}.`,
  ],
  acknowledged: (letter) => [
    say`Accusé de réception de la demande complète`,
    say`La HAS a accusé réception de la demande complète le ${letter.today(by.admissibilityLaw)}. Elle rend son avis au plus tard le ${letter.lastDay("opinion")}.`,
    letter.toApplicant
      ? say`Désormais, il n'est tenu compte que des modifications qu'elle demande (${by.unsolicitedLaw.ref}). Vous lui transmettez sans attendre ce qui peut remettre en cause l'efficacité ou la sécurité (${by.adverseFactsLaw.ref}).`
      : nothing,
  ],
  adverseFacts: (letter) => [
    say`Information sur l'efficacité ou la sécurité`,
    say`Le demandeur a transmis le ${letter.today(by.adverseFactsLaw)} : ${letter.text("facts")}`,
  ],
  protocolRequested: (letter) => [
    say`Modification du protocole demandée`,
    say`Le ${letter.today(by.requestLaw)}, la HAS demande :`,
    letter.items("items"),
    say`Le protocole modifié, et au besoin le budget, se transmettent à la HAS et aux ministres au plus tard le ${letter.lastDay("protocol")}. Ces trente jours s'ajoutent au délai de la HAS, qui court jusqu'au ${letter.lastDay("opinion")}, et à celui de la décision (${by.addedLaw.ref}, ${by.silenceLaw.ref}).`,
  ],
  protocolModified: (letter) => [
    say`Protocole modifié`,
    say`Le protocole modifié selon la demande « ${letter.about} » a été reçu le ${letter.today(by.requestLaw)}.`,
  ],
  protocolNotModified: (letter) => [
    say`Protocole non modifié`,
    say`Au ${letter.today(by.requestLaw)}, rien n'a été transmis dans les trente jours de la demande « ${letter.about} ». La demande n'est pas abandonnée : la HAS évalue le protocole tel qu'il est.`,
  ],
  opinion: (letter) => [
    letter.has("second") ? say`Nouvel avis de la HAS` : say`Avis de la HAS`,
    say`La HAS a rendu le ${letter.today(letter.has("second") ? by.secondOpinionLaw : by.opinionLaw)} un avis ${senses[letter.text("sense")] ?? ""}. ${letter.text("reasons")}`,
    when(
      letter.text("sense") === "with-observations" ? letter.lastDay("amendment") : undefined,
      (due) =>
        say`Le protocole se modifie au plus tard le ${due} ; sinon, la HAS rend un avis défavorable (${by.unamendedLaw.ref}).`,
    ),
  ],
  protocolAmended: (letter) => [
    say`Protocole mis en conformité`,
    say`Le protocole modifié a été reçu le ${letter.today(by.amendmentLaw)}. Le nouvel avis est rendu au plus tard le ${letter.lastDay("secondOpinion")}.`,
  ],
  notAmended: (letter) => [
    say`Protocole non mis en conformité`,
    say`Au ${letter.today(by.unamendedLaw)}, le protocole n'a pas été modifié dans les trente jours de l'avis : la HAS rend un avis défavorable.`,
  ],
  opinionPublished: (letter) => [
    say`Avis rendu public`,
    say`L'avis est rendu public depuis le ${letter.today(by.publicationLaw)} : ${letter.text("address")}`,
    when(
      letter.lastDay("ministers") ?? letter.lastDay("ministersAfterSecond"),
      (due) => say`Les ministres l'examinent jusqu'au ${due}.`,
    ),
  ],
  informationRequested: (letter) => [
    say`Éléments complémentaires sollicités`,
    say`Le ${letter.today(by.elementsLaw)}, les ministres sollicitent :`,
    letter.items("items"),
    say`Dernier jour pour les transmettre : le ${letter.lastDay("information")}. Sans réponse complète, la demande est réputée retirée (${by.deemedWithdrawnLaw.ref}). Les jours donnés s'ajoutent au délai des ministres.`,
  ],
  informationPartial: (letter) => [
    say`Réponse partielle reçue`,
    say`Une partie des éléments a été reçue le ${letter.today(by.elementsLaw)}. Il manque :`,
    letter.items("missing"),
  ],
  informationComplete: (letter) => [
    say`Réponse complète reçue`,
    say`Tous les éléments de la demande « ${letter.about} » sont reçus depuis le ${letter.today(by.elementsLaw)}.`,
  ],
  abandoned: (letter) => [
    say`Demande réputée retirée`,
    say`Les éléments de la demande « ${letter.about} » n'ont pas été transmis dans le délai : au ${letter.today(by.deemedWithdrawnLaw)}, la demande de forfait innovation est réputée retirée.`,
  ],
  withdrawn: (letter) => [say`Demande retirée`, say`La demande a été retirée le ${letter.today(by.applicationLaw)}.`],
  decided: (letter) => [
    letter.text("outcome") === "granted" ? say`Prise en charge décidée` : say`Prise en charge refusée`,
    letter.text("outcome") === "granted"
      ? say`Les ministres ont accepté la demande le ${letter.today(by.orderLaw)}. L'arrêté est publié au Journal officiel.`
      : say`Les ministres ont refusé la prise en charge le ${letter.today(by.refusalLaw)}.`,
    refusal(letter),
  ],
  silentRejection: (letter) => [
    say`Demande rejetée par le silence des ministres`,
    say`Aucune décision expresse n'est intervenue dans le délai : au ${letter.today(by.silenceLaw)}, la demande est réputée rejetée.`,
    letter.toApplicant
      ? say`Recours devant le tribunal administratif jusqu'au ${letter.lastDayOfAppeal()}.`
      : say`Le demandeur peut former un recours devant le tribunal administratif.`,
  ],
  covered: (letter) => [
    say`Prise en charge au forfait innovation`,
    say`L'arrêté est publié le ${letter.today(by.orderLaw)} (${letter.text("journal")}). Prise en charge à compter du ${letter.dated("from", by.orderInForceLaw)}, jusqu'au ${letter.lastDay("coverage")} ; forfait : ${letter.text("amount")} ; patients de l'étude : ${letter.text("patients")}.`,
    letter.toApplicant
      ? say`Aucun patient n'est inclus avant toutes les autorisations et tous les avis, transmis dès leur délivrance (${by.clearancesLaw.ref}).`
      : nothing,
  ],
  clearances: (letter) => [
    say`Autorisations et avis délivrés`,
    say`Transmis le ${letter.today(by.clearancesLaw)} :`,
    letter.items("clearances"),
  ],
  coverageOver: (letter) => [
    say`Fin de la prise en charge au forfait`,
    letter.text("how") === "listed"
      ? say`L'indication ${letter.indication()} est prise en charge en droit commun : le forfait s'arrête de plein droit le ${letter.dated("firstDayWithout", by.endByListingLaw)}.`
      : say`La durée fixée par l'arrêté est écoulée : l'indication ${letter.indication()} n'est plus prise en charge au forfait depuis le ${letter.dated("firstDayWithout", by.durationLaw)}.`,
  ],
  studyCompleted: (letter) => [
    say`Fin de l'étude`,
    say`L'étude est ${outcomes[letter.text("outcome")] ?? ""} depuis le ${letter.dated("endedOn", by.studyDutyLaw)}.`,
    letter.text("listing") === "owed"
      ? say`La demande d'inscription sur la LPPR se dépose au plus tard le ${letter.lastDay("lpprRequest")}.`
      : say`Aucune demande d'inscription n'est due (${by.exemptionLaw.ref}).`,
  ],
  listingRequested: (letter) => [
    say`Inscription sur la LPPR demandée`,
    letter.has("late")
      ? say`La demande a été déposée le ${letter.today(by.listingDutyLaw)}, plus d'un an après la fin de l'étude : l'engagement n'a pas été tenu dans son délai.`
      : say`La demande a été déposée le ${letter.today(by.listingDutyLaw)}, au plus tard dans l'année de la fin de l'étude.`,
  ],
  dutyBreached: (letter) => [
    say`Engagement non tenu`,
    letter.text("duty") === "study"
      ? say`L'étude a été abandonnée : constaté le ${letter.today(by.studyDutyLaw)}.`
      : say`Au ${letter.today(by.listingDutyLaw)}, aucune demande d'inscription n'a été déposée dans l'année de la fin de l'étude.`,
    say`Une pénalité peut être prononcée, après observations (${by.penaltyLaw.ref}) ; rien n'est automatique.`,
  ],
  penaltyPlanned: (letter) => [
    say`Pénalité envisagée`,
    say`Les ministres vous informent le ${letter.today(by.penaltyLaw)} d'une pénalité envisagée : ${letter.text("breach")}`,
    say`Vous pouvez présenter vos observations jusqu'au ${letter.lastDay("penaltyObservations")}. La pénalité n'excède pas 30 % du montant perçu au titre du forfait (${by.penaltyCapLaw.ref}).`,
  ],
  penaltyObserved: (letter) => [
    say`Observations sur la pénalité envisagée`,
    say`Reçues le ${letter.today(by.penaltyLaw)} :`,
    letter.text("observations"),
  ],
  penaltyWaived: (letter) => [
    say`Pénalité écartée`,
    say`Les ministres n'ont pas donné de suite au manquement le ${letter.today(by.penaltyLaw)} : ${letter.text("reason")}`,
  ],
  penaltyDecided: (letter) => [
    say`Pénalité décidée`,
    say`Les ministres ont prononcé le ${letter.today(by.penaltyCapLaw)} une pénalité de ${euros(letter, "amount")}, pour un montant perçu de ${euros(letter, "received")}.`,
    say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`,
  ],
});
