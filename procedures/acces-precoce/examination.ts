import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import { months } from "../../law/delay.js";
import {
  type Authorisation,
  chmpWaives,
  type Examined,
  needsAnsm,
  needsCt,
  type Outcome,
  stage,
} from "./authorisation.js";
import { lawfulDecision } from "./decision.js";
import { type AccesPrecoce, story } from "./definition.js";
import { informationRequests } from "./information.js";
import { marketing, noteAmm } from "./marketing.js";
import { silence } from "./silence.js";
import * as by from "./sources.js";

/** R. 5121-68 to 69-1. A request, whatever its motive: completeness, acknowledgement, opinions, decision; or silence. */
export const examination = story(function* (file, auth: Authorisation, examined: Examined) {
  const ar = yield* file.first(completeness(file, auth, examined), withdrawal(file, auth, examined));
  if ("kind" in ar) return ar;

  // A later announcement finds nothing to extend: it is told before the three months are over (E56).
  const told = { extended: false, over: false };
  return yield* file.under(
    [extension(file, examined, told), contributions(file, examined)],
    file.first(
      withdrawal(file, auth, examined),
      informationRequests(file, examined, auth.names),
      silence(file, auth, examined, ar.on, told),
      instruction(file, auth, examined),
    ),
  );
});

/** The HAS acknowledges a complete request; until then it says what is missing. */
const completeness = story(function* (file, auth: Authorisation, examined: Examined) {
  const { request, motive } = examined;
  stage(file, examined, "deposited");
  file.notify(["HAS", ...(needsAnsm(file, auth, examined) ? (["ANSM"] as const) : [])], "requestFiled", {
    about: request,
    facts: { motive },
  });
  for (;;) {
    const beforeAmm = motive === "first" && auth.ammOn === null;
    const answer = beforeAmm
      ? yield* file.received("requestAcknowledged", "missingItemsNotified", "ammGranted").about(request)
      : yield* file.received("requestAcknowledged", "missingItemsNotified").about(request);
    if (answer.act === "ammGranted") {
      noteAmm(file, auth, answer);
      file.notify(["applicant", "HAS", "ANSM"], "motiveChanged", { about: request });
      continue;
    }
    if (answer.act === "requestAcknowledged") {
      file.notify("applicant", "acknowledged", { about: request });
      file.notify(["CT", "ministers"], "examinationStarted", { about: request, facts: { motive } });
      if (needsAnsm(file, auth, examined))
        file.notify("ANSM", "examinationStarted", { about: request, facts: { motive } });
      file.task("HAS", "publishFiling", { about: request });
      return answer;
    }
    stage(file, examined, "incomplete");
    file.notify("applicant", "missingItems", { about: request, facts: { missing: answer.body.missing } });
    yield* file.received("applicationCompleted").about(request);
    stage(file, examined, "deposited");
    file.notify("HAS", "requestFiled", { about: request, facts: { motive } });
  }
});

/** R. 5121-68, V. The holder gives up a pending request; the HAS informs the ministers and, before the AMM, the ANSM. */
const withdrawal = story(function* (file, auth: Authorisation, examined: Examined) {
  const { on } = yield* file.received("requestWithdrawn").about(examined.request);
  const parties = ["applicant", "HAS", "ministers"] as const;
  file.notify(needsAnsm(file, auth, examined) ? [...parties, "ANSM"] : parties, "requestWithdrawn", {
    about: examined.request,
  });
  const outcome: Outcome = { kind: "withdrawn", on };
  return outcome;
});

/** R. 5121-69, III. One month more, announced before the end; counted from the origin. */
const extension = story(function* (file, { request }: Examined, told: { extended: boolean; over: boolean }) {
  yield* file.each(
    "examinationExtended",
    ({ body }) => {
      if (told.over) refuse("Les trois mois sont écoulés : la prolongation s'annonce avant leur fin.", by.extensionLaw);
      if (told.extended) refuse("L'examen n'est prolongé qu'une fois, d'un mois.", by.extensionLaw);
      told.extended = true;
      file.notify(["applicant", "ANSM", "CT"], "examinationExtended", {
        about: request,
        facts: { reason: body.reason },
      });
    },
    request,
  );
});

/** First requests and renewals are open to the patient associations, in writing and in hearings. */
const contributions = story(function* (file, examined: Examined) {
  if (!needsCt(examined)) return;
  const { request } = examined;
  yield* file.under(
    file.each(
      "hearingHeld",
      ({ body }) => {
        file.notify("HAS", "contribution", { about: request, facts: { association: body.association, heard: true } });
      },
      request,
    ),
    file.each(
      "contributionReceived",
      ({ body }) => {
        file.notify(["HAS", "CT"], "contribution", {
          about: request,
          facts: { association: body.association, heard: false },
        });
      },
      request,
    ),
  );
});

/** The opinions that the request needs, in their order, and the decision. */
const instruction = story(function* (file, auth: Authorisation, examined: Examined) {
  if (needsAnsm(file, auth, examined)) {
    const opinion = yield* file.first(ansmOpinion(file, auth, examined), chmpOpinion(file, auth, examined));
    if (opinion?.body.sense === "unfavourable") {
      // CSS R. 161-78-1, al. 3: the HAS must refuse, and the commission needn't give its opinion.
      file.task("HAS", "draftRefusal", { about: examined.request });
      return yield* decision(file, auth, examined);
    }
  }
  const followsTheAmm = examined.motive === "first" && file.filing.motive === "first-pre-amm";
  return yield* file.under(followsTheAmm ? [marketing(file, auth)] : [], collegiate(file, auth, examined));
});

/** Before the AMM. Granted meanwhile, the AMM changes the motive of a first request: the opinion no longer conditions it (E58). */
const ansmOpinion = story(function* (file, auth: Authorisation, examined: Examined) {
  const { request, motive } = examined;
  stage(file, examined, "ansm");
  const answer =
    motive === "first"
      ? yield* file.received("ansmOpinionRendered", "ammGranted").about(request)
      : yield* file.received("ansmOpinionRendered").about(request);
  if (answer.act === "ammGranted") {
    noteAmm(file, auth, answer);
    file.notify(["applicant", "HAS", "ANSM", "ministers"], "motiveChanged", { about: request });
    return undefined;
  }
  const { sense, reasons, protocol } = answer.body;
  if (sense === "unfavourable" && reasons === undefined) refuse("Un avis défavorable dit pourquoi.", by.ansmOpinionLaw);
  if (sense === "favourable" && motive === "first" && protocol === undefined)
    refuse("L'avis favorable de l'ANSM annexe le projet de PUT-RD.", by.defaultProtocolLaw);
  file.notify(["applicant", "HAS", "CT"], "ansmOpinion", { about: request, facts: { sense, reasons } });
  return answer;
});

/** L. 5121-12, III, since 25 December 2022. A favourable opinion of the CHMP stands in for the ANSM's; another changes nothing. */
const chmpOpinion = story(function* (file, auth: Authorisation, { request }: Examined) {
  for (;;) {
    const { body } = yield* file.received("chmpOpinionGiven").about(request);
    auth.chmpFavourable = body.sense === "favourable";
    const waived = auth.chmpFavourable && chmpWaives(file);
    file.notify(["applicant", "HAS", "ANSM", "CT"], "chmpOpinion", { about: request, facts: { ...body, waived } });
    if (waived) return undefined;
  }
});

/** The commission's opinion where the texts that were read require it; then the Collège. */
const collegiate = story(function* (file, auth: Authorisation, examined: Examined) {
  const { request } = examined;
  const tell = ({ body }: ActOf<AccesPrecoce, "ctOpinionRendered">) =>
    file.notify(["HAS", "applicant"], "ctOpinion", { about: request, facts: { ...body } });
  if (needsCt(examined)) {
    stage(file, examined, "ct");
    tell(yield* file.received("ctOpinionRendered").about(request));
    return yield* decision(file, auth, examined);
  }
  return yield* file.under(file.each("ctOpinionRendered", tell, request), decision(file, auth, examined));
});

/** R. 5121-69, I. Reasoned, communicated, by the Collège or by the president on a conforming opinion. */
const decision = story(function* (file, auth: Authorisation, examined: Examined) {
  const { request } = examined;
  stage(file, examined, "decision");
  const rendered = yield* file.received("decisionRendered").about(request);
  lawfulDecision(file, auth, examined, rendered);
  const { outcome, decidedBy, criteria, reasons, remedies, months: lasts } = rendered.body;
  file.notify(["applicant", "ministers", "ANSM"], "decision", {
    about: request,
    facts: { outcome, decidedBy, criteria, reasons, remedies, months: lasts, motive: examined.motive },
  });
  file.task("HAS", "publishDecision", { about: request });
  const result: Outcome =
    outcome === "granted"
      ? {
          kind: "granted",
          on: rendered.on,
          length: lasts === undefined ? null : months(lasts),
          decision: rendered,
        }
      : { kind: "refused", on: rendered.on, tacit: false, criteria: criteria ?? [] };
  return result;
});
