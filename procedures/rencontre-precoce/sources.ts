/** The texts of the rencontre précoce, with the words relied upon: the HAS's guide of 21 December 2022, in its order. */
import { css, reading } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";
import { institutionPage, meetingGuide } from "../texts.js";

export const meetingLaw = css("L. 161-37, 11°", {
  legiarti: "LEGIARTI000051064386",
  inForceSince: civilDate("2025-01-31"),
  earlier: [
    { legiarti: "LEGIARTI000048580976", inForceSince: civilDate("2024-01-01") },
    { legiarti: "LEGIARTI000046822470", inForceSince: civilDate("2023-12-31") },
    { legiarti: "LEGIARTI000043830404", inForceSince: civilDate("2023-01-01") },
    { legiarti: "LEGIARTI000046812380", inForceSince: civilDate("2022-12-25") },
    { legiarti: "LEGIARTI000045137006", inForceSince: civilDate("2022-02-09") },
  ],
  quote: "Organiser des consultations précoces avec ses services à la demande des entreprises",
});

// Objectif
export const purpose = meetingGuide(
  "Objectif",
  "fournir aux entreprises qui le souhaitent des recommandations et des réponses aux questions qu’elles se posent sur leur développement clinique d’un produit",
);
export const scope = meetingGuide(
  "Objectif, note 1",
  "Ces rencontres peuvent concerner tout dispositif médical mais aussi tout autre produit ou prestation entrant dans le champ de la liste des produits et prestations remboursables",
);
export const professionalActs = institutionPage(
  "A quelle phase de mon projet entrer en contact ?",
  "qui relèvent du statut de dispositif médical ou impliquent la création d'un nouvel acte professionnel",
);

// Principes généraux
export const principles = meetingGuide(
  "Principes généraux",
  "optionnelles, non liantes et gratuites. Les données fournies dans ce cadre, ainsi que les échanges sont confidentiels",
);
export const notAnEvaluation = meetingGuide("Principes généraux", "ne constituent en rien une évaluation");

// La demande
export const channel = meetingGuide(
  "La demande",
  "Le dépôt des demandes de rencontre précoce se fait uniquement en ligne via la plateforme SESAME",
);
export const items = meetingGuide("La demande", "Le dossier de demande de RP comporte :");
export const form = meetingGuide(
  "La demande",
  "le formulaire de demande (selon l’annexe 1), intégrant la description du produit et les questions soulevées par l’industriel motivant la demande",
);
export const protocols = meetingGuide("La demande", "le ou les protocoles faisant l’objet de la demande");
export const synopsis = meetingGuide(
  "La demande, note 2",
  "A défaut de protocole, un synopsis détaillé pourra être accepté",
);
export const publications = meetingGuide(
  "La demande",
  "un dossier comportant l’ensemble des publications ou rapports d’étude d’ores et déjà disponibles sur le produit",
);
export const economicMethod = meetingGuide(
  "La demande",
  "le cas échéant, un aperçu de la méthode envisagée pour produire l’évaluation médico-économique est joint à ce dossier",
);

// La recevabilité
export const planning = meetingGuide(
  "La recevabilité",
  "Le rendez-vous sera planifié après transmission par le demandeur de l’ensemble des éléments du dossier",
);
export const consultantAlone = meetingGuide(
  "La recevabilité",
  "aucun rendez-vous ne peut être accepté avec le consultant pour seul représentant du demandeur",
);
export const secondMeeting = meetingGuide(
  "La recevabilité",
  "Le demandeur ne peut solliciter un second rendez-vous pour la même technologie",
);
export const interest = meetingGuide(
  "La recevabilité",
  "La HAS évalue l’intérêt d’une rencontre précoce selon les éléments transmis ; elle peut refuser une demande",
);
export const timing = meetingGuide(
  "La recevabilité",
  "Ces rendez-vous ne peuvent être mis en œuvre qu’en amont de l’évaluation clinique du dossier pour l’admission au remboursement",
);
export const studyStarted = meetingGuide(
  "La recevabilité",
  "n’ont d’intérêt que si l’étude clinique n’a pas encore débuté",
);
export const ceMarking = meetingGuide("La recevabilité", "Ils peuvent avoir lieu avant l’obtention du marquage CE");
export const mainObject = meetingGuide(
  "La recevabilité",
  "ces questions ne peuvent néanmoins être l’objet principal du rendez-vous",
);

// Le rendez-vous
export const meeting = meetingGuide(
  "Le rendez-vous",
  "Un rendez-vous d’une heure est proposé avec le service d’évaluation des dispositifs de la HAS",
);
export const participants = meetingGuide(
  "Le rendez-vous",
  "Un ou plusieurs experts peuvent y participer, ainsi que tout autre service de la HAS",
);
export const documentsBeforehand = meetingGuide(
  "Le rendez-vous",
  "Aucun document non transmis au préalable ne pourra être discuté",
);
export const validAtItsDate = meetingGuide(
  "Le rendez-vous",
  "les conseils et avis formulés ne sont valables qu’à la date où ont lieu ces échanges",
);
export const bindsNobody = meetingGuide(
  "Le rendez-vous",
  "le demandeur n’est pas contraint de les mettre en œuvre ; réciproquement, ils n‘engagent pas la HAS et ne pourront être opposés lors de l’évaluation par les commissions",
);
export const english = meetingGuide("Le rendez-vous", "Les RP peuvent se dérouler en langue anglaise");

// Le compte rendu
export const minutes = meetingGuide(
  "Le compte rendu",
  "rédige le compte-rendu dans les 10 jours qui suivent le rendez-vous, en reprenant le format défini à annexe 2",
);
export const editable = meetingGuide("Le compte rendu", "l’adresse à la HAS en version word modifiable");
export const amendedMinutes = meetingGuide(
  "Le compte rendu",
  "La HAS y intègre toute modification qui lui semble nécessaire et retourne au demandeur le compte-rendu ainsi modifié sous 10 jours",
);
export const kept = meetingGuide(
  "Le compte rendu",
  "Ce compte-rendu est conservé par le demandeur et par la HAS. Il n’est pas publié",
);
export const annex2 = meetingGuide(
  "Annexe 2",
  "En aucun cas les discussions ne pourront être reprises comme une quelconque recommandation engageant la HAS",
);

// Gestion de la confidentialité et de la déontologie
export const noAgreement = meetingGuide(
  "Gestion de la confidentialité et de la déontologie",
  "Aucun accord supplémentaire de confidentialité soumis par l’industriel ne sera signé par la HAS",
);
export const secrecyLaw = css("R. 161-84, 1°", {
  legiarti: "LEGIARTI000025860059",
  inForceSince: civilDate("2012-07-01"),
  quote: "Sont tenus au secret et à la discrétion professionnels",
});
export const expertSecrecyLaw = css("R. 161-85, al. 1", {
  legiarti: "LEGIARTI000025860073",
  inForceSince: civilDate("2012-07-01"),
  quote: "sont soumises aux obligations énoncées au 1° de l'article R. 161-84",
});
export const c14 = reading(
  "C14",
  "Le guide cite R. 161-64, devenu un autre texte, et L. 1451-1 du code de la santé publique, qui est la déclaration d'intérêts : le secret des agents est à l'article R. 161-84, celui des experts à l'article R. 161-85.",
);
export const interests = meetingGuide(
  "Gestion de la confidentialité et de la déontologie",
  "Ils sont choisis après analyse de leur déclaration publique d’intérêt (DPI) afin d’éviter tout conflit d’intérêts positif et négatif",
);
export const expertExclusion = meetingGuide(
  "Gestion de la confidentialité et de la déontologie",
  "Les experts participant à ces RP ne pourront pas participer à l’évaluation du produit concerné",
);
export const noCommissionMember = meetingGuide(
  "Gestion de la confidentialité et de la déontologie",
  "aucun membre de la CNEDiMTS ne peut participer à ces RP",
);
