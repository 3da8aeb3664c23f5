/** The ways that a demonstration may take: acts of the parties, and time passing between them. */

export interface DemoAct {
  readonly say: string;
  readonly act: string;
  readonly by: string;
  readonly about?: string;
  readonly body?: (today: string) => object;
}

export interface DemoWait {
  readonly say: string;
  /** ISO 8601 duration of civil days. */
  readonly wait: string;
}

export type DemoStep = DemoAct | DemoWait;

const document = (title: string) => ({ title });

export const filing = {
  applicant: { siret: "73282932000074", name: "Société de démonstration", rank: "manufacturer" },
  indications: [{ id: "insuffisance-cardiaque", label: "Télésurveillance de l'insuffisance cardiaque", list: "latm" }],
  accounts: { convergence: { status: "open" }, sesame: { status: "open" } },
  studies: [{ title: "Étude multicentrique en cours", endsOn: "2027-12-31" }],
};
const indication = "insuffisance-cardiaque";

const deposit: readonly DemoStep[] = [
  {
    say: "L'exploitant dépose son dossier administratif sur Convergence (étape 5.a)",
    act: "convergenceDeposited",
    by: "applicant",
    body: () => ({
      functionalDocumentation: document("Documentation fonctionnelle"),
      dataProtectionAttestation: document("Attestation de protection des données"),
      ceDeclaration: document("Déclaration de marquage CE"),
      hdsCertificate: document("Certificat HDS"),
    }),
  },
  {
    say: "… et sa candidature sur Sésame (5.b)",
    act: "sesameDeposited",
    by: "applicant",
    body: () => ({ documents: [document("Dossier PECAN")] }),
  },
  {
    say: "L'ANS dit le dossier recevable (6.a, 7)",
    act: "ansAdmissibilityNotified",
    by: "ANS",
    body: () => ({ admissible: true }),
  },
  { say: "L'ANS envoie la convention (8)", act: "conventionSent", by: "ANS" },
  { say: "Dix jours passent", wait: "P10D" },
  {
    say: "Le représentant légal signe la convention (8)",
    act: "conventionSigned",
    by: "applicant",
    body: () => ({ signatory: "legal-representative", signature: "signature-electronique-1" }),
  },
  {
    say: "L'exploitant dépose les preuves d'une section (9)",
    act: "evidenceSubmitted",
    by: "applicant",
    about: "identification",
    body: () => ({ documents: [document("Preuves d'identification")] }),
  },
  {
    say: "L'ANS en refuse une (9)",
    act: "evidenceRefused",
    by: "ANS",
    about: "identification",
    body: () => ({ reason: "Le jeton n'expire pas." }),
  },
  {
    say: "L'exploitant la corrige (9)",
    act: "evidenceSubmitted",
    by: "applicant",
    about: "identification",
    body: () => ({ documents: [document("Preuves corrigées")] }),
  },
  { say: "L'exploitant déclare toutes les preuves déposées (9)", act: "evidenceCompleted", by: "applicant" },
  {
    say: "Les ministres disent la demande recevable et complète (6.b)",
    act: "completenessNotified",
    by: "ministers",
    body: () => ({ admissible: true, complete: true }),
  },
  {
    say: "Les ministres délivrent l'accusé de réception : l'instruction commence (10)",
    act: "applicationAcknowledged",
    by: "ministers",
  },
  { say: "Dix jours passent", wait: "P10D" },
  {
    say: "Les ministres demandent des renseignements : tous les délais s'arrêtent (R. 162-112)",
    act: "furtherInformationRequested",
    by: "ministers",
    body: () => ({
      request: "R1",
      items: ["Le protocole de l'étude en cours"],
      proposedBy: "CNEDiMTS",
      means: "platform",
      consentRecorded: true,
      availabilityEmailSent: true,
    }),
  },
  { say: "L'exploitant consulte la demande : son délai court", act: "requestConsulted", by: "applicant", about: "R1" },
];

const answered: readonly DemoStep[] = [
  { say: "Huit jours passent", wait: "P8D" },
  {
    say: "L'exploitant répond : les délais repartent",
    act: "furtherInformationReceived",
    by: "applicant",
    about: "R1",
    body: () => ({ items: ["Le protocole de l'étude en cours"] }),
  },
  {
    say: "Les ministres disent la réponse complète",
    act: "furtherInformationReviewed",
    by: "ministers",
    about: "R1",
    body: () => ({ complete: true }),
  },
  { say: "Un mois passe", wait: "P30D" },
  {
    say: "L'ANS rend un avis favorable et délivre le certificat (12.a)",
    act: "ansOpinionRendered",
    by: "ANS",
    body: () => ({
      sense: "favourable",
      certificate: "DMN-DEMO-1",
      nextSteps: "Joindre le certificat à la demande d'inscription.",
    }),
  },
];

const opinion = (sense: "favourable" | "unfavourable"): DemoStep => ({
  say:
    sense === "favourable"
      ? "La CNEDiMTS rend un avis favorable (12.b)"
      : "La CNEDiMTS rend un avis défavorable (12.b)",
  act: "cnedimtsOpinionRendered",
  by: "CNEDiMTS",
  body: () => ({
    opinions: [
      { indication, sense, ...(sense === "unfavourable" && { reasons: "Présomption d'innovation non établie." }) },
    ],
  }),
});

const granted: readonly DemoStep[] = [
  ...deposit,
  ...answered,
  opinion("favourable"),
  {
    say: "La HAS publie l'avis",
    act: "opinionPublished",
    by: "HAS",
    body: () => ({ address: "https://www.has-sante.fr/" }),
  },
  { say: "Trois semaines passent", wait: "P21D" },
  {
    say: "Les ministres accordent la prise en charge (13)",
    act: "decisionNotified",
    by: "ministers",
    body: (today) => ({ signedOn: today, decisions: [{ indication, outcome: "granted" }] }),
  },
  { say: "Une semaine passe", wait: "P7D" },
  {
    say: "L'arrêté est publié (14) : l'année de prise en charge, et les neuf mois pour demander l'inscription, sont armés",
    act: "orderPublished",
    by: "ministers",
    body: () => ({ journal: "JORF (démonstration)" }),
  },
];

export const ways: Readonly<Record<string, { readonly title: string; readonly steps: readonly DemoStep[] }>> = {
  listed: {
    title: "accordée, puis inscrite dans le droit commun",
    steps: [
      ...granted,
      { say: "Six mois passent", wait: "P183D" },
      {
        say: "L'exploitant demande l'inscription sur la LATM, dans les neuf mois",
        act: "listingRequested",
        by: "applicant",
        about: indication,
        body: () => ({ list: "latm" }),
      },
      { say: "Trois mois passent", wait: "P90D" },
      {
        say: "Les ministres inscrivent l'activité",
        act: "listingDecided",
        by: "ministers",
        about: indication,
        body: () => ({ outcome: "listed" }),
      },
      {
        say: "Le tarif est publié : la prise en charge anticipée cesse de plein droit",
        act: "tariffPublished",
        by: "ministers",
        about: indication,
        body: () => ({ journal: "JORF (démonstration)" }),
      },
      { say: "Six mois de continuité passent, que l'inscription ne supprime pas", wait: "P190D" },
    ],
  },
  "supplement-unanswered": {
    title: "une demande de renseignements sans réponse",
    steps: [
      ...deposit,
      { say: "Trente jours passent, sans réponse ; puis le prochain jour ouvré à midi", wait: "P36D" },
    ],
  },
  refused: {
    title: "refusée après deux avis",
    steps: [
      ...deposit,
      ...answered,
      opinion("unfavourable"),
      {
        say: "Les ministres refusent, avec motifs et voies de recours (13)",
        act: "decisionNotified",
        by: "ministers",
        body: (today) => ({
          signedOn: today,
          decisions: [
            {
              indication,
              outcome: "refused",
              criteria: ["presumed-innovation"],
              reasons: "La présomption d'innovation n'est pas établie au vu de l'avis de la commission.",
              remedies: "Tribunal administratif, dans les deux mois de la notification.",
            },
          ],
        }),
      },
    ],
  },
  "no-listing-request": {
    title: "accordée, mais aucune inscription demandée",
    steps: [
      ...granted,
      {
        say: "Neuf mois passent sans demande d'inscription : la fin est à prononcer par arrêté, la prise en charge continue",
        wait: "P285D",
      },
      { say: "L'année s'achève : fin de plein droit, puis continuité des traitements", wait: "P90D" },
      { say: "Six mois de continuité passent", wait: "P190D" },
    ],
  },
  withdrawn: {
    title: "retirée par l'exploitant pendant l'instruction",
    steps: [...deposit, ...answered, { say: "L'exploitant se désiste", act: "withdrawn", by: "applicant" }],
  },
};
