import { refuse } from "../../case/refusal.js";
import { civilDate, daysBetween, yearOf } from "../../law/civil-date.js";
import { days, months, years } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { type Authorisation, type Examined, type Granted, register } from "./authorisation.js";
import { story } from "./definition.js";
import { examination } from "./examination.js";
import * as by from "./sources.js";
import { endingOf } from "./terms.js";

/** What a holder has to do while its authorisation lasts, and may ask for. */

/** R. 5121-70-1. Synthesis reports, at the rhythm of the PUT-RD, always counted from its first day. */
export const reports = story(function* (file, auth: Authorisation) {
  const { id } = auth;
  let from = auth.protocolFrom ?? file.today;
  for (let rank = 1; ; rank++) {
    const every = auth.protocol?.reportEveryMonths;
    const { body } = yield* file
      .received("synthesisReportSubmitted")
      .about(id)
      .within("synthesisReport", { from, of: id, length: every === undefined ? years(rank) : months(every * rank) });
    file.notify(["HAS", "ministers", ...(auth.ammOn === null ? (["ANSM"] as const) : [])], "reportReceived", {
      about: id,
      facts: { patients: body.patients },
    });
    file.task("HAS", "publishSummary", { about: id });
    if (auth.protocolFrom !== null && auth.protocolFrom !== from) {
      from = auth.protocolFrom;
      rank = 0;
    }
  }
});

/** L. 5121-12, II, 1°. Before the AMM, the day by which it must be applied for. */
export const ammFiling = story(function* (file, { id, ammOn }: Authorisation, { on, decision }: Granted) {
  const filingBy = decision?.body.ammFilingBy;
  if (ammOn !== null || filingBy === undefined || file.filing.parallelAmm === true) return;
  const length = days(daysBetween(on, dayGiven(filingBy, by.ammFilingLaw)));
  yield* file.received("ammFiled").about(id).within("ammFiling", { from: on, of: id, length });
  file.notify(["HAS", "ANSM"], "ammFiled", { about: id });
});

/** R. 5121-71-1. Without delay; told to the ministers and, before the AMM, to the ANSM; examined as a request. */
export const newData = story(function* (file, auth: Authorisation) {
  yield* file.each(
    "newDataSubmitted",
    ({ body }) => {
      if (body.kind === "chmp-opinion" && body.sense !== undefined) auth.chmpFavourable = body.sense === "favourable";
      file.notify(["HAS", "ministers", ...(auth.ammOn === null ? (["ANSM"] as const) : [])], "newData", {
        about: auth.id,
        facts: { kind: body.kind },
      });
      return examinedBeside(file, auth, { request: body.request, motive: "newData" });
    },
    auth.id,
  );
});

/** R. 5121-72, I. Same rules; the ANSM's opinion where the presumption is concerned. */
export const modifications = story(function* (file, auth: Authorisation) {
  yield* file.each(
    "modificationRequested",
    ({ body }) =>
      examinedBeside(file, auth, {
        request: body.request,
        motive: "modification",
        presumptionConcerned: body.presumptionConcerned,
      }),
    auth.id,
  );
});

/** A request examined while the authorisation lives: granted, it may change its PUT-RD. */
const examinedBeside = story(function* (file, auth: Authorisation, examined: Examined) {
  register(auth.names, examined.request);
  const outcome = yield* examination(file, auth, examined);
  if (outcome.kind === "granted" && outcome.decision?.body.protocol !== undefined) {
    auth.protocol = outcome.decision.body.protocol;
    auth.protocolFrom = outcome.on;
  }
  yield* file.ends(endingOf(outcome), examined.request, { on: outcome.on });
});

/** L. 162-16-5-1-1. Each year's turnover and units, by 15 February of the next. */
export const declarations = story(function* (file, id: string) {
  for (let year = yearOf(file.today); ; year++) {
    const from = civilDate(`${year}-12-31`);
    const { body } = yield* file.received("turnoverDeclared").about(id).within("yearlyDeclaration", { from, of: id });
    if (body.year !== year) refuse(`La déclaration attendue porte sur ${year}.`, by.declarationLaw);
    file.notify("CEPS", "declared", { about: id, facts: { year } });
  }
});
