import { sharedChapters } from "../case/chapters.js";
import type { ActSpec, Definition, DelaySpec, FilingBase, Shape } from "../case/definition.js";
import { lapsed } from "../case/file.js";
import type { Citation } from "../law/citation.js";
import { days } from "../law/delay.js";
import { dayGiven } from "./day-given.js";
import type { Takes } from "./handovers.js";

/** The ANS's certificate, in the listings that rest on it: joined by the applicant, or told by the certificate's own case; struck as a whole. */

interface Bodies {
  readonly certificateJoined: { readonly reference: string };
  readonly certificateStruck: { readonly reference?: string | undefined; readonly reasons: string };
  readonly referentialChanged: { readonly inForceOn: string };
  readonly certificateRequested: object;
}

interface Certified extends Shape {
  readonly acts: Readonly<Record<keyof Bodies, ActSpec>>;
  readonly notices: Readonly<
    Record<"certificateStruck" | "newCertificate" | "newCertificateOverdue", Shape["notices"][string]>
  >;
  readonly delays: Readonly<Record<"newCertificate", DelaySpec & { readonly onExpiry: "lapse" }>>;
  readonly tasks: Readonly<Record<"joinCertificate" | "considerDelisting", Shape["tasks"][string]>>;
}

/** What a listing knows of its certificate. */
export interface CertificateHeld {
  held: boolean;
  /** Once listed, what is left is to delist; before, to join another. */
  listed: boolean;
}

const chapter = sharedChapters<Definition<Certified, Bodies, FilingBase>>();

/** R. 162-77, R. 165-5-3. At any time; whoever told it, it is told here once. */
export const strikes = chapter(function* (file, certificate: CertificateHeld) {
  yield* file.each("certificateStruck", ({ body }) => {
    if (!certificate.held) return;
    certificate.held = false;
    file.notify(["applicant", "ministers"], "certificateStruck", { facts: { ...body } });
    if (certificate.listed) file.task("ministers", "considerDelisting");
    else file.task("applicant", "joinCertificate");
  });
});

/** R. 162-76, VI, R. 165-5-2, V. Asked for within fifteen days of the entry into force of a change; else, a ground of delisting. */
export const newCertificates = chapter(function* (file, law: Citation) {
  for (;;) {
    const { body } = yield* file.received("referentialChanged");
    const from = dayGiven(body.inForceOn, law);
    file.notify("applicant", "newCertificate", { facts: { from } });
    const asked = yield* file.received("certificateRequested").within("newCertificate", { from });
    if (asked !== lapsed) continue;
    file.notify(["applicant", "ministers"], "newCertificateOverdue", { facts: { from } });
    file.task("ministers", "considerDelisting");
    yield* file.received("certificateRequested");
  }
});

export const newCertificateDelay = (by: { readonly newCertificateLaw: Citation }) =>
  ({
    newCertificate: {
      label: "Demande d'un nouveau certificat de conformité",
      bearer: "applicant",
      onExpiry: "lapse",
      reminders: [5, 1],
      roll: "next",
      rule: { length: days(15), start: "l'entrée en vigueur de ces modifications", source: by.newCertificateLaw },
    },
  }) as const;

/** What a listing takes of the case of its certificate, and of a PECAN that established one. */
export const takesOfCertificate = {
  certificateEstablished: ({ facts: { reference } }) => ({
    act: "certificateJoined",
    by: "applicant",
    body: { reference },
  }),
  referentialChanged: ({ facts: { inForceOn } }) => ({ act: "referentialChanged", by: "ANS", body: { inForceOn } }),
  certificateStruck: ({ facts: { reference, reasons } }) => ({
    act: "certificateStruck",
    by: "ANS",
    body: { reasons, ...(reference !== undefined && { reference }) },
  }),
} satisfies Takes;
