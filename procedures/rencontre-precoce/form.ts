import type { Form } from "../form.js";

/** The pages are the sections of annex 1, in its order; what the guide asks for beside it follows. */
export const form: Form = [
  { title: "Le demandeur", fields: ["/applicant", "/form/applicant"] },
  { title: "Le dispositif médical", fields: ["/product", "/category", "/form/device"] },
  {
    title: "Dans le cas d'une innovation",
    fields: ["/form/innovation"],
    help: "À laisser vide si le dispositif n'est pas une innovation.",
  },
  { title: "État de la mise sur le marché du dispositif", fields: ["/form/marketing"] },
  { title: "Intérêt", fields: ["/form/interest"] },
  { title: "Programme de développement", fields: ["/form/programme", "/study"] },
  {
    title: "Questions à discuter lors de la rencontre",
    fields: ["/form/questions"],
    help: "Des questions d'ordre réglementaire ou relatives à la prise en charge peuvent être abordées, sans être l'objet principal du rendez-vous.",
  },
  {
    title: "Documents joints",
    fields: ["/items", "/noPublication", "/economicEvaluationPlanned"],
    help: "En plus du ou des protocoles ou synopsis soumis à discussion, les publications et résumés tabulés des études disponibles doivent être fournis. Si elle est disponible, la brochure pour l'investigateur est jointe.",
  },
  {
    title: "La rencontre",
    fields: ["/channel", "/reimbursementFileSubmitted", "/attendees", "/language", "/links"],
  },
];
