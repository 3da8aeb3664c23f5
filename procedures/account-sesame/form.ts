import type { Form } from "../form.js";

export const form: Form = [
  { title: "L'entreprise et le compte", fields: ["/applicant", "/product"] },
  {
    title: "L'attestation et les gestionnaires",
    fields: ["/attestation"],
    help: "L'attestation est tamponnée et signée par le représentant légal ; elle donne délégation à deux personnes au plus.",
  },
];
