import type { Form } from "../form.js";

export const form: Form = [
  { title: "L'exploitant et le produit", fields: ["/applicant", "/product"] },
  {
    title: "Les indications",
    fields: ["/indications"],
    help: "Chaque indication suit son propre chemin jusqu'à la décision ; la liste visée fixe le délai de la demande d'inscription.",
  },
  {
    title: "Les comptes et les études",
    fields: ["/accounts", "/studies"],
    help: "La demande se dépose sur Convergence pour l'ANS et sur Sésame pour la HAS : un compte est nécessaire sur chacune.",
  },
  { title: "Ce qui a précédé", fields: ["/links"] },
];
