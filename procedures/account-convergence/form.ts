import type { Form } from "../form.js";

export const form: Form = [
  { title: "L'entreprise et le compte", fields: ["/applicant", "/product"] },
  { title: "Le représentant et les pièces", fields: ["/identityProvider", "/documents"] },
];
