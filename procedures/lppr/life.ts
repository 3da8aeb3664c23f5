import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { newCertificates } from "../certificate.js";
import { type DelistingRules, delistings } from "../delisting.js";
import { type RenewalRules, type Term, terms } from "../renewal.js";
import type { Bodies } from "./bodies.js";
import { changes, measures, tariffChanges, tariffProjects } from "./changes.js";
import { type Lppr, story } from "./definition.js";
import * as by from "./sources.js";

/** R. 165-3, R. 165-10. The listing as long as it lasts, and what may happen to it meanwhile. */
export const listed = story(function* (file, from: CivilDate, years: number | undefined) {
  return yield* file.under(
    [
      changes(file),
      tariffProjects(file),
      tariffChanges(file),
      measures(file),
      newCertificates(file, by.newCertificateLaw),
      delistings(file, delisting),
    ],
    terms(file, from, years, renewals(file)),
  );
});

const renewals = (file: CaseFile<Lppr>): RenewalRules => ({
  years: file.filing.form === "brand" ? 5 : 10,
  term: (running) => file.end(file.filing.form === "brand" ? "term" : "genericTerm", running),
  told: {
    request: ["applicant", "ministers", "CNEDiMTS", "CEPS"],
    decision: ["applicant", "insurer", "CEPS"],
    end: ["applicant", "ministers", "CEPS", "insurer"],
  },
  examination: (term) => completeness(file, term),
  lawful({ termYears }) {
    if (file.filing.form === "brand" && (termYears ?? 5) > 5)
      refuse("Une inscription sous forme de marque dure au plus cinq ans.", by.brandTermLaw);
  },
  publication: () => file.received("renewalPublished"),
  refusalLaw: by.refusalLaw,
});

/** II. Only a complete file is tacitly renewed. */
const completeness = story(function* (file, term: Term) {
  for (;;) {
    const { body } = yield* file.received("renewalIncomplete");
    term.complete = false;
    file.notify("applicant", "renewalIncomplete", { facts: { missing: body.missing, lastDay: term.lastDay } });
    file.task("applicant", "completeRenewal");
    yield* file.received("renewalCompleted");
    term.complete = true;
  }
});

type Ground = Bodies["delistingPlanned"]["ground"];
const forTheCommission: readonly Ground[] = ["asked-for", "criteria", "specifications"];
const withoutNotice: readonly Ground[] = ["discontinued", "ce-withdrawn", "banned", "hospital-care"];

/** R. 165-5, R. 165-5-1. The grounds of I are for the commission, unpaid rebates for the CEPS; a few need no notice, and a ban binds. */
const delisting: DelistingRules = {
  forTheCommission,
  withoutNotice,
  informed: ["applicant"],
  addressee: (ground) =>
    ground === "rebates" ? "CEPS" : (forTheCommission as readonly string[]).includes(ground) ? "CNEDiMTS" : "ministers",
  opinionLaw: by.deemedOpinionLaw,
};
