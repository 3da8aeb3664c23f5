import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { type Authorisation, authorised, type Granted } from "./authorisation.js";
import { story } from "./definition.js";
import { declarations } from "./duties.js";
import { endToPronounce, marketingStop, measures, tellEndToPronounce, theOrder } from "./ends.js";
import { marketing } from "./marketing.js";
import { theAuthorisation } from "./measures.js";
import { penalties } from "./penalty.js";
import * as by from "./sources.js";

/** Why the coverage is over, and its first day without. */
interface End {
  readonly how: "expired" | "ordered" | "listed";
  readonly on: CivilDate;
}

/** An authorisation and its coverage, from the grant to the end of the duties that outlive them. */
export const life = story(function* (file, auth: Authorisation, granted: Granted) {
  const { id } = auth;
  auth.protocol =
    granted.decision?.body.protocol ?? file.recorded("ansmOpinionRendered", id)?.body.protocol ?? file.filing.protocol;
  auth.protocolFrom = granted.on;
  auth.coverage.state = "running";
  authorised(file, auth, "authorised");
  file.notify(["applicant", "ministers", "prescribers"], "authorised", {
    about: id,
    facts: { from: granted.on, tacit: granted.decision === null, protocol: auth.protocol?.reference },
  });
  file.task("HAS", "publishProtocol", { about: id });
  file.task("applicant", "informPatients", { about: id });
  for (const ground of auth.coverage.grounds) tellEndToPronounce(file, auth, ground);

  return yield* file.under([penalties(file, id), declarations(file, id)], coverage(file, auth, granted));
});

/** L. 162-16-5-1, II. The coverage, to its end by law or by order, and to the end of the duties that outlive it. */
const coverage = story(function* (file, auth: Authorisation, granted: Granted) {
  const { id } = auth;
  const end: End = yield* file.under(
    [measures(file, auth), ammApplication(file, auth), marketingStop(file, auth)],
    file.first(untilItExpires(file, auth, granted), listed(file, auth), ordered(file, auth)),
  );
  auth.coverage.state = "over";
  auth.suspended = false;
  file.settled("pronounceEnd", id);
  const { marketingStopped } = auth.coverage;
  file.notify(["applicant", "ministers", "HAS", "prescribers"], "coverageEnded", {
    about: id,
    facts: { how: end.how, firstDayWithout: end.on, lifted: marketingStopped },
  });
  if (marketingStopped) return yield* file.ends("dutiesLifted", id);
  return yield* continuity(file, auth, end);
});

const untilItExpires = story(function* (file, auth: Authorisation, granted: Granted) {
  const end: End = { how: "expired", on: yield* theAuthorisation(file, auth, granted) };
  return end;
});

const listed = story(function* (file, auth: Authorisation) {
  yield* marketing(file, auth);
  const end: End = { how: "listed", on: file.today };
  return end;
});

const ordered = story(function* (file, auth: Authorisation) {
  const end: End = { how: "ordered", on: yield* theOrder(file, auth) };
  return end;
});

/** II, B, 3°. Before the AMM, its application may be withdrawn. */
const ammApplication = story(function* (file, auth: Authorisation) {
  yield* file.received("ammApplicationWithdrawn").about(auth.id);
  if (auth.ammOn !== null) refuse("L'AMM est obtenue : sa demande ne se retire plus.", by.endByOrderLaw);
  endToPronounce(file, auth, "amm-application-withdrawn");
});

/**
 * L. 162-16-5-4 and D. 163-3. A year of continuity from the end of the coverage, that no holiday lengthens; owed after a listing too,
 * under the conditions of the lists. A drug that isn't sold any more for the patients' safety lifts it.
 */
const continuity = story(function* (file, auth: Authorisation, end: End) {
  const { id } = auth;
  const from = addDays(end.on, -1);
  authorised(file, auth, "continuity");
  const over = yield* file.under(
    end.how === "listed" ? [] : [conditions(file, auth, from)],
    file.first(file.end("continuity", { from, of: id }), marketingStop(file, auth)),
  );
  if (over === "stopped") return yield* file.ends("dutiesLifted", id);
  file.notify(["applicant", "ministers"], "continuityOver", { about: id });
  return yield* file.ends(auth.listing.tariff ? "listed" : "continuityOver", id);
});

/** I bis. The last conditions of coverage, for three months; those of the lists from the listing on. */
const conditions = story(function* (file, auth: Authorisation, from: CivilDate) {
  yield* file.first(listed(file, auth), lastConditions(file, auth.id, from));
  file.notify(["applicant", "ministers", "prescribers"], "listedMeanwhile", { about: auth.id });
});

const lastConditions = story(function* (file, id: string, from: CivilDate) {
  yield* file.end("lastConditions", { from, of: id });
  file.notify(["applicant", "ministers"], "lastConditionsOver", { about: id });
  return yield* file.nothing();
});
