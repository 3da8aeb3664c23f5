import type { Form } from "../form.js";

export const form: Form = [
  { title: "Le demandeur et le médicament", fields: ["/applicant", "/product"] },
  {
    title: "Le rendez-vous demandé",
    fields: ["/channel", "/marketingAuthorisation", "/indicationsAimedAt", "/topics", "/questions"],
  },
  { title: "La suite prévue et les documents", fields: ["/plannedFilingOn", "/documents", "/links"] },
];
