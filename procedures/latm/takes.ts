import { takesOfCertificate } from "../certificate.js";
import type { Takes } from "../handovers.js";

/** What a LATM's case takes of a certificate's, and of a PECAN: its certificate, and the end of its coverage. */
export const takes: Takes = {
  ...takesOfCertificate,
  coverageEnded: ({ about }) => ({ act: "coverageEnded", by: "ministers", about: about ?? "", body: {} }),
};
