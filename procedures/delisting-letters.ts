import type { Citation } from "../law/citation.js";
import { type Letter, say, senseInFrench } from "./letter.js";
import type { Writing } from "./letters.js";

/** What LATM and LPPR write in the same words of a new certificate and of a delisting: outside the bundle, as all letters are. */

type Law =
  | "newCertificateLaw"
  | "certificateNotAskedLaw"
  | "delistingInformationLaw"
  | "delistingGroundsLaw"
  | "delistingObservationsLaw"
  | "deemedOpinionLaw"
  | "delistingLaw";

/** What is listed, as a sentence has it. */
interface Listed {
  /** « le produit peut être radié » */
  readonly mayBeDelisted: string;
  /** « du produit » */
  readonly whose: string;
  /** « prononcée », and by what. */
  readonly pronounced: string;
}

/** The words, as they begin a sentence. */
const beginning = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const delistingLetters = (by: Readonly<Record<Law, Citation>>, it: Listed) =>
  ({
    newCertificate: (letter) => [
      say`Nouveau certificat de conformité à demander`,
      say`Le ${letter.today(by.newCertificateLaw)}, une modification des référentiels est signalée, en vigueur le ${letter.dated("from", by.newCertificateLaw)}. Un nouveau certificat se demande au plus tard le ${letter.lastDay("newCertificate")} ; sinon ${it.mayBeDelisted} (${by.certificateNotAskedLaw.ref}).`,
    ],
    newCertificateOverdue: (letter) => [
      say`Nouveau certificat non demandé`,
      say`Au ${letter.today(by.newCertificateLaw)}, aucun nouveau certificat n'a été demandé dans les quinze jours de l'entrée en vigueur. ${beginning(it.mayBeDelisted)} (${by.certificateNotAskedLaw.ref}) ; rien n'est automatique.`,
    ],
    delistingPlanned: (letter) => [
      say`Radiation envisagée`,
      say`Les ministres vous informent le ${letter.today(by.delistingInformationLaw)} qu'ils envisagent la radiation ${it.whose} (${by.delistingGroundsLaw.ref}) : ${letter.text("reasons")}`,
      ...(letter.lastDay("delistingObservations") === undefined
        ? []
        : [say`Vous pouvez présenter vos observations jusqu'au ${letter.lastDay("delistingObservations")}.`]),
    ],
    delistingObservations: (letter) => [
      say`Observations sur la radiation envisagée`,
      say`Observations reçues le ${letter.today(by.delistingObservationsLaw)} :`,
      letter.text("observations"),
    ],
    delistingOpinion: (letter) => [
      say`Avis de la CNEDiMTS sur la radiation envisagée`,
      letter.has("deemed")
        ? say`La commission ne s'est pas prononcée dans le délai fixé : son avis est réputé rendu depuis le ${letter.today(by.deemedOpinionLaw)}.`
        : say`La commission a rendu le ${letter.today(by.deemedOpinionLaw)} un avis ${senseInFrench(letter.text("sense"))}.`,
    ],
    delistingDecided: (letter) => [
      say`Radiation envisagée : suite donnée`,
      letter.text("outcome") === "delisted"
        ? say`La radiation est ${it.pronounced} le ${letter.today(by.delistingLaw)}. ${letter.text("journal")}`
        : say`Les ministres ont renoncé à la radiation le ${letter.today(by.delistingLaw)}.`,
    ],
  }) satisfies Readonly<Record<string, (letter: Letter) => Writing>>;
