/** The texts of the rendez-vous pré-dépôt before an accès précoce, with the words relied upon. */
import { earlyAccessReview } from "../texts.js";

export const meeting = earlyAccessReview(
  "§ 1.1",
  "En amont des demandes d’autorisation d’accès précoce pré-AMM, les industriels peuvent solliciter un rendez-vous pré-dépôt",
);
export const joint = earlyAccessReview(
  "§ 1.1",
  "Ces rendez-vous pré-dépôt avec l’industriel se déroulent conjointement avec les services de la HAS et de l’ANSM",
);
export const encouraged = earlyAccessReview("§ 1.1", "Ils ne sont pas obligatoires, mais fortement encouragés");
export const topics = earlyAccessReview(
  "§ 1.1",
  "discuter de l’éligibilité de la demande au regard des critères de l’accès précoce, du contenu du dossier à déposer, du calendrier de dépôt et notamment du type de données à recueillir",
);
export const purpose = earlyAccessReview(
  "§ 1.1",
  "permettre aux laboratoires d’anticiper au mieux l’évaluation de l’ANSM et la décision de la HAS",
);
