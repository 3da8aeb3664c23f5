import { nothing, say } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";

const euros = (cents: unknown): string => `${(Number(cents) / 100).toFixed(2).replace(".", ",")} €`;

/** The penalty (L. 162-1-23, VIII, R. 162-121). */
export const penalty = {
  penaltyPlanned: (letter) => [
    say`Pénalité envisagée`,
    say`Les ministres vous informent le ${letter.today(by.penaltyNoticeLaw)} qu'ils envisagent une pénalité, pour un manquement constaté le ${letter.dated("foundOn", by.penaltyNoticeLaw)} : ${letter.text("breach")}`,
    say`Observations écrites jusqu'au ${letter.lastDay("penaltyObservations")} ; demande d'audition jusqu'au ${letter.lastDay("penaltyHearingRequest")}.`,
    say`Déclarez au plus tard le ${letter.lastDay("turnover")} le chiffre d'affaires hors taxes réalisé en France au titre du dispositif, toutes indications confondues, depuis le ${letter.dated("since", by.turnoverLaw)} jusqu'à la constatation. Sans déclaration complète, la pénalité est égale à 30 % des montants remboursés (${by.undeclaredLaw.ref}) ; sinon, elle n'excède pas 30 % de ce chiffre d'affaires (${by.penaltyCapLaw.ref}).`,
  ],
  penaltyObserved: (letter) => [
    say`Observations sur la pénalité envisagée`,
    say`Reçues le ${letter.today(by.penaltyObservationsLaw)} :`,
    letter.text("observations"),
  ],
  penaltyHearing: (letter) => [
    say`Audition demandée sur la pénalité`,
    say`L'exploitant a demandé le ${letter.today(by.penaltyHearingRequestLaw)} à être entendu. L'audition a lieu au plus tard le ${letter.lastDay("penaltyHearing")}.`,
  ],
  turnover: (letter) =>
    letter.text("declared") === "yes"
      ? [
          say`Chiffre d'affaires déclaré`,
          say`La déclaration a été reçue le ${letter.today(by.turnoverLaw)}. La pénalité n'excède pas 30 % de ce chiffre d'affaires (${by.penaltyCapLaw.ref}).`,
        ]
      : [
          say`Chiffre d'affaires non déclaré`,
          say`Au ${letter.today(by.undeclaredLaw)}, aucune déclaration complète n'a été reçue dans les vingt jours : le montant de la pénalité est égal à 30 % des montants remboursés.`,
        ],
  penaltyDecided: (letter) => [
    say`Pénalité décidée`,
    letter.facts.amount === 0
      ? say`Les ministres ont renoncé à la pénalité le ${letter.today(by.penaltyDecisionLaw)}.`
      : say`Les ministres ont fixé le ${letter.today(by.penaltyDecisionLaw)} une pénalité de ${euros(letter.facts.amount)}, à acquitter au plus tard le ${letter.lastDay("penaltyPayment")}.`,
    say`Motifs : ${letter.text("reasons")}\nVoies et délais de recours : ${letter.text("remedies")}`,
    letter.facts.amount === 0 ? nothing : say`Le recours est de pleine juridiction (${by.penaltyCapLaw.ref}).`,
  ],
  penaltyPaid: (letter) => [
    say`Pénalité acquittée`,
    say`Le paiement a été enregistré le ${letter.today(by.penaltyPaymentLaw)}.`,
  ],
} satisfies Partial<Letters<Pecan>>;
