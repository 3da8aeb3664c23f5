import type { Form } from "../form.js";

export const form: Form = [
  { title: "Le demandeur et le produit", fields: ["/applicant", "/associates", "/product", "/nature"] },
  { title: "Les indications revendiquées", fields: ["/indications"] },
  { title: "Le dossier et ce qui a précédé", fields: ["/documents", "/links"] },
];
