import { nothing, say, senseInFrench, when } from "../../letter.js";
import type { Letters } from "../../letters.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";
import { asked, bothOpinions, reasons } from "./common.js";

/** Steps 10 to 12: the acknowledgement, those who examine, the two opinions. */
export const examination = {
  acknowledged: (letter) => [
    say`Accusé de réception`,
    say`Les ministres ont délivré l'accusé de réception le ${letter.today(by.acknowledgementLaw)} : votre demande comporte toutes les pièces requises et l'instruction commence.`,
    letter.has("service")
      ? say`Service chargé de votre dossier : ${letter.text("service")} (${by.acknowledgementMentions.ref}).`
      : nothing,
    bothOpinions(letter),
    say`Pendant l'instruction, les ministres peuvent demander des renseignements : tous les délais s'arrêtent alors jusqu'à leur réception (${by.suspensionLaw.ref}). Vous pouvez vous désister jusqu'à la décision.`,
  ],

  examinationStarted: (letter) => {
    const own =
      { ANS: "ansOpinion", CNEDiMTS: "cnedimtsOpinion", HAS: "cnedimtsOpinion" }[letter.party] ?? "ansOpinion";
    return [
      say`Instruction ouverte`,
      say`Les ministres ont délivré l'accusé de réception le ${letter.today(by.acknowledgementLaw)}.`,
      when(letter.lastDay(own), (due) => say`${letter.label(own)} est à rendre au plus tard le ${due}.`),
      say`Une demande de renseignements des ministres suspend ce délai (${by.suspensionLaw.ref}).`,
    ];
  },

  expertNamed: (letter) => [
    say`Rapporteur ou expert désigné`,
    say`La HAS a désigné ${letter.text("role") === "rapporteur" ? "le rapporteur" : "l'expert"} ${letter.about} le ${letter.today(by.step.cnedimtsEvaluation)}, après vérification de ses liens d'intérêts.`,
  ],

  supplementProposed: (letter) => [
    say`Demande de renseignements proposée`,
    say`${letter.text("party") === "ANS" ? "L'ANS" : "La CNEDiMTS"} vous a proposé le ${letter.today(by.requestLaw)} de demander des renseignements complémentaires.`,
    asked(letter),
    say`La proposition ne déplace aucune date : seule votre notification, avec date certaine, suspend les délais (${by.suspensionLaw.ref}).`,
  ],

  ansOpinion: (letter) => {
    const sense = letter.text("sense");
    const favourable = sense === "favourable";
    return [
      say`Avis ${senseInFrench(sense)} de l'ANS`,
      say`L'ANS a rendu un avis ${senseInFrench(sense)} le ${letter.today(by.ansOpinionLaw)}, sur les conditions 3° et 4° (${by.conditionsLaw.ref}).`,
      reasons(letter),
      favourable
        ? nothing
        : letter.toApplicant
          ? say`Cet avis ne met pas fin au dossier, mais ces conditions sont nécessaires : la prise en charge ne peut pas être accordée. Les ministres décident, et un refus donne ses motifs et vos recours.`
          : say`Ces conditions étant nécessaires, seul un refus motivé est possible ; il ne se prend pas tout seul.`,
    ];
  },

  certificate: (letter) => [
    say`Certificat de conformité`,
    say`Avec son avis favorable, l'ANS a établi le ${letter.today(by.ansOpinionLaw)} votre certificat de conformité n° ${letter.text("certificate")}.`,
    letter.text("nextSteps") === ""
      ? say`La suite : gardez le dispositif conforme au référentiel certifié, et joignez ce certificat à votre demande d'inscription de droit commun.`
      : say`La suite : ${letter.text("nextSteps")}`,
    say`L'ANS peut retirer le certificat après un contrôle : une condition de la prise en charge manquerait alors (${by.endByOrderLaw.ref}).`,
  ],

  cnedimtsOpinion: (letter) => {
    const opinions = letter
      .objects("opinions")
      .flatMap(({ indication, sense, reasons: why, icd, specifications, population, framework, recommendations }) => [
        say`${letter.indication(indication)} : avis ${senseInFrench(sense)}. ${why === undefined ? "" : `Motifs : ${why}`}`,
        icd === undefined
          ? nothing
          : say`Pathologie (CIM) : ${icd}. Spécifications : ${specifications ?? ""} Population : ${population ?? ""} (${by.opinionContentLaw.ref}).`,
        framework === undefined ? nothing : say`Référentiel (${by.frameworkLaw.ref}) : ${framework}`,
        recommendations === undefined ? nothing : say`Recommandations : ${recommendations}`,
      ]);
    return [
      say`Avis de la CNEDiMTS`,
      say`La CNEDiMTS a rendu son avis le ${letter.today(by.cnedimtsOpinionLaw)} sur les conditions 1° et 2° (${by.conditionsLaw.ref}).`,
      ...opinions,
      say`Il est publié sans délai sur le site de la HAS (${by.publicationLaw.ref}).`,
      letter.toApplicant
        ? say`L'avis ne décide pas : les ministres se prononcent après les deux avis. À la différence d'une inscription de droit commun, aucune phase d'observations ne précède cet avis.`
        : letter.party === "CNP"
          ? say`Il vous est communiqué parce qu'une indication relève de la télésurveillance médicale (${by.cnedimtsOpinionLaw.ref}).`
          : nothing,
    ];
  },

  opinionPublished: (letter) => [
    say`Avis publié`,
    say`L'avis de la CNEDiMTS a été publié le ${letter.today(by.publicationLaw)} : ${letter.text("address")}`,
  ],
} satisfies Partial<Letters<Pecan>>;
