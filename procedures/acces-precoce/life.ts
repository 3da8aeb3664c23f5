import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate, civilDate, daysBetween, yearOf } from "../../law/civil-date.js";
import { days, months, years } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import {
  type Authorisation,
  authorised,
  type Examined,
  type File,
  type Outcome,
  register,
  stage,
} from "./authorisation.js";
import { chapter } from "./definition.js";
import { examination } from "./examination.js";
import { marketing } from "./marketing.js";
import { penalties } from "./penalty.js";
import * as by from "./sources.js";
import { endingOf, terms } from "./terms.js";

type Granted = Extract<Outcome, { kind: "granted" }>;

/** Why the coverage is over, and from which day. */
interface End {
  readonly how: "expired" | "withdrawn" | "holder-withdrawal" | "ordered" | "listed" | "safety";
  readonly on: CivilDate;
}

/** An authorisation from its grant to the end of the duties that outlive it. */
export const life = chapter(function* (file, auth: Authorisation, granted: Granted) {
  const { id } = auth;
  auth.protocol =
    granted.decision?.body.protocol ?? file.recorded("ansmOpinionRendered", id)?.body.protocol ?? file.filing.protocol;
  auth.protocolFrom = granted.on;
  authorised(file, auth, "authorised");
  file.notify(["applicant", "ministers", "prescribers"], "authorised", {
    about: id,
    facts: { from: granted.on, tacit: granted.decision === null, protocol: auth.protocol?.reference },
  });
  file.task("HAS", "publishProtocol", { about: id });
  file.task("applicant", "informPatients", { about: id });

  return yield* file.under([penalties(file, id), declarations(file, id)], coverage(file, auth, granted));
});

/** The coverage, to its end and to the end of the duties that outlive it. */
const coverage = chapter(function* (file, auth: Authorisation, granted: Granted) {
  const { id } = auth;
  const end: End = yield* file.under(
    [
      reports(file, auth),
      newData(file, auth),
      modifications(file, auth),
      ammFiling(file, auth, granted),
      measures(file, id),
      suspensions(file, auth),
    ],
    file.first(
      coverageToTheEnd(file, auth, granted),
      listed(file, auth),
      holderWithdrawal(file, id),
      withdrawalByHas(file, id),
      endByOrder(file, id),
    ),
  );
  file.notify(["applicant", "ministers", "HAS", "prescribers"], "coverageEnded", {
    about: id,
    facts: { how: end.how, firstDayWithout: end.on },
  });
  if (end.how === "listed") return yield* file.ends("listed", id);
  if (end.how === "safety") return yield* file.ends("dutiesLifted", id);
  return yield* continuity(file, auth, end);
});

const coverageToTheEnd = chapter(function* (file, auth: Authorisation, granted: Granted) {
  const on = yield* terms(file, auth, granted);
  const end: End = { how: "expired", on };
  return end;
});

const listed = chapter(function* (file, auth: Authorisation) {
  yield* marketing(file, auth);
  const end: End = { how: "listed", on: file.today };
  return end;
});

/** R. 5121-72-1, II. A month of silence on the holder's own request accepts it: the opposite of most silences (E60). */
const holderWithdrawal = chapter(function* (file, id: string) {
  yield* file.received("withdrawalRequested").about(id);
  file.notify("HAS", "withdrawalAcknowledged", { about: id });
  const ack = yield* file.received("withdrawalAcknowledged").about(id);
  file.notify("applicant", "withdrawalAcknowledged", { about: id });
  const on = yield* file.end("holderWithdrawal", { from: ack.on, about: id });
  file.notify(["applicant", "HAS", "ministers"], "withdrawn", { about: id, facts: { how: "silence" } });
  const end: End = { how: "holder-withdrawal", on };
  return end;
});

/** R. 5121-72-1, I. After the holder's observations, except in urgency or at its own request. */
const withdrawalByHas = chapter(function* (file, id: string) {
  const { on, body } = yield* file.received("authorisationWithdrawn").about(id);
  if (body.ground === "holder-request") {
    if (file.recorded("withdrawalRequested", id) === undefined)
      refuse("Le titulaire n'a pas demandé le retrait.", by.holderWithdrawalLaw);
  } else if (body.urgent !== true) heardBefore(file, id);
  file.notify(["applicant", "ministers", "prescribers"], "withdrawn", {
    about: id,
    facts: { ground: body.ground, reason: body.reason },
  });
  file.task("ministers", "considerCoverageEnd", { about: id, facts: { ground: "authorisation-withdrawn" } });
  const end: End = {
    how: body.ground === "safety" ? "safety" : body.ground === "holder-request" ? "holder-withdrawal" : "withdrawn",
    on: addDays(on, 1),
  };
  return end;
});

const endByOrder = chapter(function* (file, id: string) {
  const { on } = yield* file.received("coverageEndOrdered").about(id);
  const end: End = { how: "ordered", on: addDays(on, 1) };
  return end;
});

/** CRPA L. 121-1: the holder is first told of the measure, and may answer. */
const measures = chapter(function* (file, id: string) {
  yield* file.under(
    file.each(
      "observationsMade",
      ({ body }) => {
        if (file.recorded("measureContemplated", id) === undefined)
          refuse("Aucune mesure n'est envisagée.", by.observationsLaw);
        file.notify(["HAS", "ANSM"], "observations", { about: id, facts: { observations: body.observations } });
      },
      id,
    ),
    file.each(
      "measureContemplated",
      ({ by: authority, body }) => {
        file.notify("applicant", "measureContemplated", { about: id, facts: { authority, ...body } });
      },
      id,
    ),
  );
});

function heardBefore(file: File, id: string): void {
  if (file.recorded("measureContemplated", id) === undefined)
    refuse("Hors urgence, le titulaire est d'abord invité à présenter ses observations.", by.observationsLaw);
}

/** R. 5121-72-1, III to V. By the HAS, or by the ANSM alone in urgency; three months at most; no examination stops for it (E61). */
const suspensions = chapter(function* (file, auth: Authorisation) {
  const { id } = auth;
  for (;;) {
    const { on, by: authority, body } = yield* file.received("authorisationSuspended").about(id);
    if (!body.urgent && authority === "ANSM") refuse("L'ANSM ne suspend seule qu'en cas d'urgence.", by.suspensionLaw);
    if (!body.urgent) heardBefore(file, id);
    if (addDays(on, body.days) > file.lastDay("authorisationSuspension", on))
      refuse("Une suspension dure trois mois au plus.", by.suspensionLaw);
    stage(file, { request: id }, "authorisationSuspended");
    file.notify(["applicant", "ministers", "prescribers", "HAS"], "suspended", {
      about: id,
      facts: { authority, days: body.days, reason: body.reason },
    });
    file.task("ministers", "considerCoverageEnd", { about: id, facts: { ground: "authorisation-suspended" } });
    yield* file
      .received("suspensionLifted")
      .about(id)
      .within("authorisationSuspension", { from: on, about: id, length: days(body.days) });
    stage(file, { request: id }, auth.phase);
    file.notify(["applicant", "ministers", "prescribers"], "suspensionOver", { about: id });
  }
});

/** R. 5121-70-1. Synthesis reports, at the rhythm of the PUT-RD, always counted from its first day. */
const reports = chapter(function* (file, auth: Authorisation) {
  const { id } = auth;
  let from = auth.protocolFrom ?? file.today;
  for (let rank = 1; ; rank++) {
    const every = auth.protocol?.reportEveryMonths;
    const { body } = yield* file
      .received("synthesisReportSubmitted")
      .about(id)
      .within("synthesisReport", { from, about: id, length: every === undefined ? years(rank) : months(every * rank) });
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
const ammFiling = chapter(function* (file, { id, ammOn }: Authorisation, { on, decision }: Granted) {
  const filingBy = decision?.body.ammFilingBy;
  if (ammOn !== null || filingBy === undefined || file.filing.parallelAmm === true) return;
  const length = days(daysBetween(on, dayGiven(filingBy, by.ammFilingLaw)));
  yield* file.received("ammFiled").about(id).within("ammFiling", { from: on, about: id, length });
  file.notify(["HAS", "ANSM"], "ammFiled", { about: id });
});

/** R. 5121-71-1. Without delay; told to the ministers and, before the AMM, to the ANSM; examined as a request. */
const newData = chapter(function* (file, auth: Authorisation) {
  yield* file.each(
    "newDataSubmitted",
    ({ body }) => {
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
const modifications = chapter(function* (file, auth: Authorisation) {
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
const examinedBeside = chapter(function* (file, auth: Authorisation, examined: Examined) {
  register(auth.names, examined.request);
  const outcome = yield* examination(file, auth, examined);
  if (outcome.kind === "granted" && outcome.decision?.body.protocol !== undefined) {
    auth.protocol = outcome.decision.body.protocol;
    auth.protocolFrom = outcome.on;
  }
  yield* file.ends(endingOf(outcome), examined.request, { on: outcome.on });
});

/** L. 162-16-5-1-1. Each year's turnover and units, by 15 February of the next. */
const declarations = chapter(function* (file, id: string) {
  for (let year = yearOf(file.today); ; year++) {
    const from = civilDate(`${year}-12-31`);
    const { body } = yield* file
      .received("turnoverDeclared")
      .about(id)
      .within("yearlyDeclaration", { from, about: id });
    if (body.year !== year) refuse(`La déclaration attendue porte sur ${year}.`, by.declarationLaw);
    file.notify("CEPS", "declared", { about: id, facts: { year } });
  }
});

/** D. 163-3. A year of continuity of treatment; for three months, the last conditions of coverage, unless it is listed. */
const continuity = chapter(function* (file, auth: Authorisation, end: End) {
  const { id } = auth;
  const from = addDays(end.on, -1);
  authorised(file, auth, "continuity");
  const how = yield* file.first(listed(file, auth), yearOfContinuity(file, id, from), safetyWithdrawal(file, id));
  if (how === "over") return yield* file.ends("continuityOver", id);
  if (how === "safety") return yield* file.ends("dutiesLifted", id);
  file.notify(["applicant", "ministers"], "coverageEnded", { about: id, facts: { how: "listed" } });
  return yield* file.ends("listed", id);
});

const yearOfContinuity = chapter(function* (file, id: string, from: CivilDate) {
  yield* file.all(lastConditions(file, id, from), file.end("continuity", { from, about: id }));
  file.notify(["applicant", "ministers"], "continuityOver", { about: id });
  return "over" as const;
});

const lastConditions = chapter(function* (file, id: string, from: CivilDate) {
  yield* file.end("lastConditions", { from, about: id });
  file.notify(["applicant", "ministers"], "lastConditionsOver", { about: id });
});

/** L. 162-16-5-4. The duties end where the drug is withdrawn for the patients' safety. */
const safetyWithdrawal = chapter(function* (file, id: string) {
  const { body } = yield* file.received("authorisationWithdrawn").about(id);
  if (body.ground !== "safety")
    refuse("L'autorisation n'est plus en vigueur : seule la sécurité des patients lève les engagements.", by.dutiesLaw);
  file.notify(["applicant", "ministers", "prescribers"], "withdrawn", { about: id, facts: { ground: body.ground } });
  return "safety" as const;
});
