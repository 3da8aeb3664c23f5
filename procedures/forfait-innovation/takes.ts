import type { Takes } from "../handovers.js";

/** What a forfait innovation takes of the LPPR's case that names it: the request that it owes, and the listing that ends it. */
export const takes: Takes = {
  listingRequested: () => ({ act: "listingRequested", by: "applicant", body: {} }),
  listingPublished: ({ about, facts: { effectiveOn } }) => ({
    act: "listingPublished",
    by: "ministers",
    about: about ?? "",
    body: { effectiveOn },
  }),
};
