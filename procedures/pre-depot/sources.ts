/** The texts of the rendez-vous pré-dépôt for devices, with the words relied upon. */
import { parcours } from "../../law/citation.js";
import { institutionPage, meetingGuide } from "../texts.js";

export const meeting = institutionPage(
  "A quelle phase de mon projet entrer en contact ?",
  "ces rendez-vous sont mis en place spécifiquement pour les dispositifs médicaux afin d’accompagner les industriels sur les aspects technico-réglementaires",
);
export const topics = institutionPage(
  "A quelle phase de mon projet entrer en contact ?",
  "dans la constitution ou dans la phase de finalisation de leur dossier (champ de la LPPR, LATM, PECAN, contenu du dossier notamment)",
);
export const address = institutionPage(
  "Quel est le bon interlocuteur ?",
  "Pour toutes questions relatives à l’accès au remboursement, ou une demande de rendez-vous pré-dépôt : predepot.dmdmn@has-sante.fr",
);
export const otherAddresses = institutionPage(
  "Quel est le bon interlocuteur ?",
  "Pour toutes questions relatives au forfait innovation : secretariat-innovation@has-sante.fr",
);
export const earlyMeeting = institutionPage(
  "A quelle phase de mon projet entrer en contact ?",
  "L’objectif principal de ces rencontres est d’échanger sur les questions que vous vous posez, relatives à la méthodologie de l’étude clinique que vous envisagez",
);
export const free = institutionPage(
  "Les services de la HAS sont-ils payants ?",
  "l’ensemble des publications et services sont accessibles gratuitement",
);
export const step = parcours(
  "3",
  "Des [rendez-vous pré-dépôt](#) pour échanger sur les questions que vous vous posez lors de la construction de votre dossier",
);
export const principles = parcours(
  "3",
  "Ces rencontres sont gratuites et confidentielles. Elles n'ont aucun caractère obligatoire",
);
export const help = parcours(
  "5.b",
  "En cas de difficulté, un [rendez-vous pré-dépôt](#) est mis à disposition par l'HAS",
);
export const economic = meetingGuide(
  "La demande, note 3",
  "Dossier préparatoire en vue d’un rendez-vous pré-dépôt avec la direction de l’évaluation et de l’accès à l’innovation",
);
