import type { Form } from "../form.js";

export const form: Form = [
  { title: "L'exploitant et le produit", fields: ["/applicant", "/product"] },
  { title: "L'inscription demandée", fields: ["/form", "/indications"] },
  { title: "Le certificat et ce qui a précédé", fields: ["/certificate", "/links"] },
];
