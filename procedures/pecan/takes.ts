import { takesOfCertificate } from "../certificate.js";
import type { Takes } from "../handovers.js";

/**
 * What a PECAN takes of the listing cases that name it, and of a certificate's: its listing clock and the listing's case never
 * disagree. A listing that lives elsewhere is told by the same acts, sent by whoever knows of it.
 */
export const takes: Takes = {
  certificateStruck: takesOfCertificate.certificateStruck,
  listingRequested: ({ about, facts: { list } }) => ({
    act: "listingRequested",
    by: "applicant",
    about: about ?? "",
    body: { list },
  }),
  listingRequestWithdrawn: ({ about }) => ({
    act: "listingRequestWithdrawn",
    by: "applicant",
    about: about ?? "",
    body: {},
  }),
  listingDecided: ({ about, facts: { outcome, reasons } }) => ({
    act: "listingDecided",
    by: "ministers",
    about: about ?? "",
    body: { outcome, ...(reasons !== undefined && { reasons }) },
  }),
  tariffPublished: ({ about, facts: { journal } }) => ({
    act: "tariffPublished",
    by: "ministers",
    about: about ?? "",
    body: { journal },
  }),
};
