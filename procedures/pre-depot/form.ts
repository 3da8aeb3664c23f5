import type { Form } from "../form.js";

export const form: Form = [
  { title: "Le demandeur et le produit", fields: ["/applicant", "/product", "/category"] },
  { title: "Le rendez-vous demandé", fields: ["/channel", "/kind", "/topics", "/questions"] },
  { title: "Les documents et ce qui a précédé", fields: ["/documents", "/links"] },
];
