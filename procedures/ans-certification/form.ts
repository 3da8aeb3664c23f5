import type { Form } from "../form.js";

export const form: Form = [
  { title: "Le demandeur et le produit", fields: ["/applicant", "/product"] },
  { title: "Ce qui sera sollicité, et le dossier", fields: ["/list", "/documents", "/links"] },
];
