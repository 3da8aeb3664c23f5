import type { Form } from "../form.js";

export const form: Form = [
  { title: "Le demandeur et le médicament", fields: ["/applicant", "/product"] },
  {
    title: "La demande",
    fields: [
      "/motive",
      "/indications",
      "/area",
      "/parallelAmm",
      "/chmpFavourableOn",
      "/ammGrantedOn",
      "/listingRequestedOn",
    ],
  },
  { title: "Le protocole et les documents", fields: ["/preFilingMeeting", "/gmo", "/protocol", "/documents"] },
];
