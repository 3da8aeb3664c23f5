import { z } from "zod";
import {
  applicant,
  choice,
  day,
  document,
  documentFields,
  links,
  name,
  noIndication,
  product,
  text,
  texts,
  withdrawal,
  yesOrNo,
} from "../common-bodies.js";
import { annex1, annex2 } from "./annex-bodies.js";

/** The bodies of the acts of a rencontre précoce, and its request. Rules across fields live in the story. */

const item = z.strictObject({
  kind: choice("Nature", {
    protocol: "Protocole",
    synopsis: "Synopsis",
    "investigator-brochure": "Brochure investigateur",
    publication: "Publication",
    "study-report": "Rapport d'étude",
    "economic-method": "Méthode de l'évaluation économique",
    "confidentiality-agreement": "Accord de confidentialité",
    other: "Autre",
  }),
  ...documentFields,
});
const items = z.array(item).max(200).meta({ description: "Pièces" });
const attendee = z.strictObject({
  name: text("Nom et qualité de la personne", 200),
  capacity: choice("Qualité", { company: "Entreprise", consultant: "Consultant" }),
});
const attendees = z.array(attendee).min(1).max(20).meta({ description: "Participants pour le demandeur" });

const ground = choice("Motif d'un refus", {
  "second-meeting": "Deuxième rencontre sur la même technologie",
  "consultant-alone": "Consultant seul",
  "main-object": "Objet principal hors du champ de la rencontre",
  timing: "Moment de la demande",
  "study-started": "Étude commencée",
  "lack-of-interest": "Manque d'intérêt",
  "out-of-scope": "Hors du champ",
});
const language = choice("Langue de la rencontre", { fr: "Français", en: "Anglais" });
const noPublication = yesOrNo("Aucune publication, aucun rapport d'étude n'est encore disponible").optional();
export const bodies = {
  itemsSubmitted: z.strictObject({
    items: items.min(1),
    noPublication,
  }),
  completenessNotified: z.strictObject({
    complete: yesOrNo("La demande est complète"),
    missing: texts("Élément manquant").optional(),
  }),
  attendeesNamed: z.strictObject({ attendees }),
  clinicalStudyStarted: z.strictObject({
    study: text("Titre de l'étude", 300),
    startedOn: day("Début de l'étude"),
  }),
  startedStudySettled: z.strictObject({
    outcome: choice("Suite", { maintain: "La rencontre est maintenue", refuse: "La demande est refusée" }),
    reasons: text("Motif"),
  }),
  admissibilityNotified: z.strictObject({
    accepted: yesOrNo("La demande est acceptée"),
    grounds: z.array(ground).max(7).meta({ description: "Motifs d'un refus" }).optional(),
    reasons: text("Motifs d'un refus").optional(),
  }),
  expertChosen: z.strictObject({
    expert: name("Identifiant de la personne dans le registre de la HAS (jamais un nom)"),
    declarationAnalysed: yesOrNo("La déclaration publique d'intérêts a été analysée"),
    conflict: choice("Conflit d'intérêts constaté", { none: "Aucun", positive: "Positif", negative: "Négatif" }),
    commissionMember: yesOrNo("La personne est membre de la CNEDiMTS"),
  }),
  meetingPlanned: z.strictObject({
    on: day("Jour de la rencontre"),
    at: text("Heure et lieu, ou adresse de la visioconférence", 500),
    language,
    services: texts("Autre service de la HAS présent").optional(),
  }),
  meetingHeld: z.strictObject({
    applicant: attendees,
    has: z
      .array(
        z.strictObject({
          person: name("Identifiant de la personne dans le registre de la HAS (jamais un nom)"),
          capacity: choice("Qualité", {
            "device-service": "Service des dispositifs",
            "other-service": "Autre service",
            expert: "Expert",
            "commission-member": "Membre de la commission",
          }),
        }),
      )
      .min(1)
      .max(50)
      .meta({ description: "Participants pour la HAS" }),
    documentsDiscussed: z
      .array(text("Titre d'un document, tel qu'il a été transmis", 300))
      .max(200)
      .meta({ description: "Documents discutés (leur titre, tel qu'il a été transmis)" }),
  }),
  meetingNotHeld: z.strictObject({
    reason: choice("Motif", {
      "consultant-alone": "Consultant seul",
      "applicant-absent": "Demandeur absent",
      postponed: "Reportée",
      other: "Autre",
    }),
    detail: text("Ce qui s'est passé").optional(),
  }),
  minutesSubmitted: z.strictObject({
    minutes: annex2,
    document: z
      .strictObject({
        ...documentFields,
        format: choice("Format", { doc: "doc", docx: "docx", odt: "odt", pdf: "pdf", other: "Autre" }),
      })
      .meta({ description: "Document" }),
  }),
  minutesReturned: z.strictObject({
    amended: yesOrNo("La HAS a modifié le compte rendu"),
    document,
  }),
  withdrawn: withdrawal,
};

export const filing = z.strictObject({
  applicant,
  product,
  indications: noIndication,
  channel: choice("Arrivée de la demande (seule Sésame est admise)", {
    sesame: "Par Sésame",
    "e-mail": "Par courriel",
    letter: "Par lettre",
  }),
  category: choice("Nature de la technologie (le guide ne traite pas des médicaments)", {
    "medical-device": "Dispositif médical",
    "other-product-or-service": "Autre produit ou prestation",
    "professional-act": "Acte professionnel",
    medicine: "Médicament",
  }),
  form: annex1,
  items,
  noPublication,
  /** An evaluation of efficiency is planned: an outline of its method is then joined. */
  economicEvaluationPlanned: yesOrNo("Une évaluation de l'efficience est prévue"),
  study: z
    .strictObject({
      title: text("Titre de l'étude soumise à discussion", 300),
      startsOn: day("Début de l'étude, prévu ou réel").optional(),
      started: yesOrNo("L'étude a commencé"),
    })
    .meta({ description: "Étude soumise à discussion" }),
  reimbursementFileSubmitted: yesOrNo("Le dossier de remboursement est déjà déposé, ou en cours d'évaluation"),
  attendees,
  language,
  links: links.optional(),
  /** Frozen by the register at the filing: meetings already held about the same technology. */
  earlierMeetings: z
    .array(z.strictObject({ case: text("Numéro du dossier", 64), heldOn: day("Jour de la rencontre") }))
    .max(50)
    .meta({ description: "Rencontres déjà tenues sur la même technologie" })
    .optional(),
});

export type Bodies = { [Act in keyof typeof bodies]: z.infer<(typeof bodies)[Act]> };
export type Filing = z.infer<typeof filing>;
