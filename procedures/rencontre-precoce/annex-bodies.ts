import { z } from "zod";
import { choice, day, text, texts, yesOrNo } from "../common-bodies.js";

/** The two annexes of the guide, every field in its order. "Le cas échéant" and "si" make a field optional, nothing else does. */

const company = z.strictObject({
  companyName: text("Dénomination sociale", 200),
  address: text("Adresse", 500),
  contact: text("Tél. / e-mail", 300),
});

/** Acte(s) associé(s). */
const associatedActs = z
  .strictObject({
    required: text("L'usage du dispositif nécessite-t-il un acte diagnostique ou thérapeutique ?"),
    nomenclature: text("Cet acte est-il inscrit sur la NGAP ou sur la CCAM ?").optional(),
    ongoingStudies: text("Études cliniques en cours portant sur les actes associés").optional(),
  })
  .meta({ description: "Actes associés" });

const nature = choice("Nature de l'innovation", {
  "new-mode-of-action": "Un mode d'action nouveau transformant la prise en charge d'une pathologie ou d'un handicap",
  "medical-act-transformed-for-use": "Une transformation radicale d'un acte médical pour l'usage du dispositif",
  "medical-act-transformed-by-use": "Une transformation radicale d'un acte médical par l'usage du dispositif",
  "original-mode-in-existing-act": "Des modes d'actions originaux dans un acte médical existant",
  "care-organisation-transformed":
    "Une transformation radicale du système d'organisation des soins associés à une pathologie ou un handicap",
  "known-technology-new-to-class":
    "L'introduction d'une technologie connue mais non encore utilisée dans une classe de dispositifs existants",
  "new-technology-in-class": "L'introduction d'une nouvelle technologie dans une classe de dispositifs existants",
  other: "Autre nature d'innovation",
});
/** Annexe 1. Formulaire de demande de RP pour un dispositif médical. */
export const annex1 = z
  .strictObject({
    applicant: z
      .strictObject({
        identification: company.meta({ description: "Identification du demandeur" }),
        correspondent: text("Nom, qualité et coordonnées du correspondant", 500),
        manufacturer: company
          .meta({ description: "Identification du fabricant (si différent du demandeur)" })
          .optional(),
      })
      .meta({ description: "Le demandeur" }),

    device: z
      .strictObject({
        generalDescription: text("Description générale du dispositif"),
        technicalDescription: text(
          "Description technique (fonctions techniques réalisées, technologies utilisées, architecture, spécifications techniques)",
        ),
        digital: yesOrNo("S'agit-il d'un DM numérique ?"),
        targets: z
          .array(
            choice("Mode de prise en charge", {
              lppr: "Inscription du dispositif médical sur la liste des produits remboursables",
              latm: "Inscription sur la liste des activités de télésurveillance médicale",
              "forfait-innovation": "Forfait innovation",
            }),
          )
          .min(1)
          .max(3)
          .meta({ description: "Mode de prise en charge visé" }),
        modeOfAction: text("Mode d'action"),
        uses: z
          .strictObject({
            pathologies: text(
              "Quelles pathologies sont susceptibles d'être traitées (selon le contexte quel handicap) ?",
            ),
            indications: text("Dans quelle(s) indication(s) ?"),
            placeInStrategy: text("Quelle est sa place dans la stratégie médicale ?"),
            alternatives: text("Quelles sont les alternatives ?"),
            manner: text("Comment est utilisé le dispositif ?"),
          })
          .meta({ description: "Description des usages et modes d'utilisation" }),

        associatedActs,
        otherConditions: text("Modalités d'utilisation, équipe, plateau technique, formation nécessaires").optional(),
      })
      .meta({ description: "Le dispositif médical" }),

    innovation: z
      .strictObject({
        natures: z.array(nature).min(1).max(8).meta({ description: "Nature de la ou des innovations du dispositif" }),
        analysis: text("Description analytique des caractéristiques de la ou des innovations"),
        need: z
          .strictObject({
            alternatives: text("Besoin médical : existence d'alternatives"),
            placeAmongAlternatives: text("Place du DM par rapport aux alternatives"),
          })
          .meta({ description: "Besoin médical" }),
      })
      .meta({ description: "Dans le cas d'une innovation" })
      .optional(),

    marketing: z
      .strictObject({
        ceMarking: text("Marquage CE : date d'obtention ou calendrier prévisionnel", 500),
        notifiedBody: text("Organisme notifié : numéro d'identification et pays", 300).optional(),
        ceIndications: text("Indication(s) du marquage CE").optional(),
        sales: text("Commercialisation effective et/ou prévisionnelle : calendrier et pays concernés"),
      })
      .meta({ description: "État de la mise sur le marché du dispositif" }),

    interest: z
      .strictObject({
        severity: text("Gravité de la/des pathologie(s) concernée(s)"),
        epidemiology: text("Données épidémiologiques"),
        patients: text("Estimation chiffrée du nombre de patients concernés"),
        benefitsAndRisks: text("Bénéfices et risques cliniques"),
        organisationalImpact: text("Impact au niveau de l'organisation et de la structure des soins"),
        economicImpact: text("Impact économique : coûts directs, organisationnels, soins évités…"),
        other: text("Autre (ex : impact éthique…)").optional(),
      })
      .meta({ description: "Intérêt" }),

    programme: z
      .strictObject({
        maturity: text("État de maturité de la technologie, avec un résumé tabulé des essais et études"),
        studies: text("Études en cours ou prévues dans le programme de développement"),
        difficulties: text("Difficultés rencontrées").optional(),
      })
      .meta({ description: "Programme de développement" }),

    questions: z
      .array(
        z.strictObject({
          topic: choice("Sujet (la réglementation et le remboursement n'en sont pas l'objet principal)", {
            "clinical-development": "Développement clinique",
            "health-economics": "Économie de la santé",
            regulatory: "Réglementation",
            reimbursement: "Remboursement",
          }),
          question: text("Question à discuter lors de la rencontre"),
        }),
      )
      .min(1)
      .max(50)
      .meta({ description: "Questions à discuter lors de la rencontre" }),
  })
  .meta({ description: "Annexe 1 : formulaire de demande de RP pour un dispositif médical" });

/** Annexe 2. Modèle de compte rendu de la RP pour un dispositif médical. */
export const annex2 = z
  .strictObject({
    meetingOn: day("Date de la RP"),
    subject: z
      .strictObject({
        tradeName: text("Nom commercial du dispositif", 200),
        studyTitle: text("Titre de l'étude", 500),
        protocolVersion: text("Version du protocole objet de la RP", 100),
      })
      .meta({ description: "Objet" }),
    participants: z
      .strictObject({
        has: texts("Pour la Haute Autorité de Santé").min(1),
        applicant: texts("Pour le demandeur").min(1),
      })
      .meta({ description: "Participants" }),
    preambleKept: yesOrNo("Le préambule du modèle est repris"),
    supportingDocuments: texts("Documents supports"),
    pointsDiscussed: texts("Points discutés").min(1),
  })
  .meta({ description: "Annexe 2 : compte rendu de rencontre précoce" });
