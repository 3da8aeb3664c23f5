/** The official documents that several procedures are told from. */
import { type Citation, guide } from "../law/citation.js";

const method = "https://www.has-sante.fr/jcms/c_2962022/fr/mode-operatoire-depot-de-dossier-plateforme-sesame";

/** HAS, « Rencontre précoce pour un dispositif médical en cours de développement clinique », méthode, 21 décembre 2022. */
export const meetingGuide = (section: string, quote: string): Citation =>
  guide(`Guide HAS des rencontres précoces, ${section}`, quote);

/** Its passage on the access to Sésame, of which the operating instructions stand at the address given. */
export const sesameGuide = (quote: string): Citation =>
  guide("Guide HAS des rencontres précoces, Modalités d'accès à Sésame", quote, method);

/** The page of the HAS among the institutions of G_NIUS. */
export const institutionPage = (question: string, quote: string): Citation =>
  guide(`G_NIUS, fiche HAS, « ${question} »`, quote);

/** HAS, ANSM et ministère, « Accès précoce des médicaments : un bilan positif après deux ans », octobre 2023. */
export const earlyAccessReview = (section: string, quote: string): Citation =>
  guide(`HAS, Accès précoce : bilan à deux ans (octobre 2023), ${section}`, quote);
