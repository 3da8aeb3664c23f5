/** The texts of the Sésame account, with the words relied upon. */
import { guide, parcours, reading } from "../../law/citation.js";
import { sesameGuide } from "../texts.js";

export const accountStep = parcours(
  "4.b",
  "Pour soumettre un dossier sur Sésame, je dois disposer d'un compte d'accès à la plateforme",
);
export const request = sesameGuide("le demandeur doit au préalable demander la création d’un compte d’accès");
export const piecesOfRequest = sesameGuide(
  "munissez-vous du numéro SIRET de l’entreprise et de l’attestation tamponnée et signée par son représentant légal",
);
export const attestation = sesameGuide(
  "donnant délégation aux personnes mentionnées pour être « gestionnaire de compte »",
);
export const opening = sesameGuide(
  "La HAS crée un compte dédié, pour lequel au maximum deux personnes désignées par l’entreprise pourront avoir accès",
);
export const managers = sesameGuide("Ces personnes deviennent des gestionnaires de compte pour leur entreprise");
export const contributors = sesameGuide(
  "Elles pourront alors créer des contributeurs, qui pourront accéder/déposer/suivre des dossiers ou demandes",
);
export const credentials = sesameGuide(
  "Chaque contributeur aura son propre identifiant et mot de passe et en sera responsable",
);
export const delegation = sesameGuide(
  "L’entreprise peut également donner délégation à un consultant pour déposer/suivre ses demandes en son nom",
);
export const consultantAccess = sesameGuide(
  "la HAS ouvre un accès à la personne désignée par le représentant légal de l’entreprise",
);
export const consultantScope = sesameGuide(
  "Cet utilisateur pourra déposer et suivre uniquement les demandes qu’il aura initialisés",
);
export const notificationOption = sesameGuide(
  "une notification vous sera adressée par courriel (si vous avez activé cette option)",
);
export const latestFaq = guide("HAS, FAQ Sésame (version récente, non lue)");
export const c13 = reading(
  "C13",
  "Deux gestionnaires au plus ; un paramètre, car une FAQ plus récente n'en dit pas le nombre.",
);
