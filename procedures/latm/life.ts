import type { CaseFile } from "../../case/file.js";
import type { CivilDate } from "../../law/civil-date.js";
import { newCertificates } from "../certificate.js";
import { type RenewalRules, type Term, terms } from "../renewal.js";
import { type Latm, story } from "./definition.js";
import { delistings } from "./ends.js";
import { genericLines } from "./generic-line.js";
import * as by from "./sources.js";

/** R. 162-73, III, R. 162-88. The listing as long as it lasts, and what may happen to it meanwhile. */
export const listed = story(function* (file, from: CivilDate, years: number | undefined) {
  return yield* file.under(
    [newCertificates(file, by.newCertificateLaw), delistings(file), genericLines(file)],
    terms(file, from, years, renewals(file)),
  );
});

const renewals = (file: CaseFile<Latm>): RenewalRules => ({
  years: 5,
  term: (running) => file.end("term", running),
  told: {
    request: ["applicant", "ministers", "CNEDiMTS", "CNP"],
    decision: ["applicant", "insurer"],
    end: ["applicant", "ministers", "CNEDiMTS", "insurer"],
  },
  examination: (term) => examination(file, term),
  refusalLaw: by.renewalDecisionLaw,
});

/** II. What is missing, the acknowledgement that nothing is any more, and the opinion within ninety days of it. */
const examination = story(function* (file, term: Term) {
  const incomplete = file.each("renewalIncomplete", ({ body }) => {
    term.complete = false;
    file.notify("applicant", "renewalIncomplete", { facts: { missing: body.missing, lastDay: term.lastDay } });
  });
  const { on: from } = yield* file.under(incomplete, file.received("renewalAcknowledged"));
  term.complete = true;
  const { body } = yield* file.received("renewalOpinionRendered").within("renewalOpinion", { from });
  file.notify(["applicant", "ministers", "CNP"], "renewalOpinion", { facts: { ...body } });
  return yield* file.nothing();
});
