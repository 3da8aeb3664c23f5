import type { Form } from "../form.js";

export const form: Form = [
  { title: "L'exploitant et le produit", fields: ["/applicant", "/product"] },
  { title: "Les indications", fields: ["/indications", "/underPecan"] },
  { title: "Le certificat et ce qui a précédé", fields: ["/certificate", "/links"] },
];
