import type { TextRule } from "../../case/definition.js";
import type { CivilDate } from "../../law/civil-date.js";
import { type Authorisation, type Examined, type File, needsAnsm, type Outcome, stage } from "./authorisation.js";
import { story } from "./definition.js";
import type { SilenceEffect, Situation } from "./delays.js";
import * as by from "./sources.js";

/**
 * A5, A6. The examination is over without a decision. The case's ruleset says what that silence is worth; where no text
 * that was read says it, a person decides, both outcomes before them.
 */
export const silence = story(function* (
  file,
  auth: Authorisation,
  examined: Examined,
  from: CivilDate,
  told: { over: boolean },
) {
  const { request } = examined;
  const on = yield* file.end("examination", { from, of: request });
  told.over = true;
  const situation = situationOf(file, auth, examined);
  const { effect, source } = ruleOf(file, situation);
  const facts = { situation, source: source.ref, motive: examined.motive };
  switch (effect) {
    case "grant": {
      file.notify(["applicant", "ministers", "HAS", "ANSM"], "tacitGrant", { about: request, facts });
      auth.tacit.add(request);
      const outcome: Outcome = { kind: "granted", on, length: null, decision: null };
      return outcome;
    }
    case "reject": {
      file.notify(["applicant", "ministers", "HAS", "ANSM"], "tacitRejection", { about: request, facts });
      const outcome: Outcome = { kind: "refused", on, tacit: true, criteria: [] };
      return outcome;
    }
    case "person": {
      stage(file, examined, "silent");
      file.notify(["applicant", "HAS"], "silence", { about: request, facts });
      file.task("HAS", "decideSilence", {
        about: request,
        facts: {
          ...facts,
          ifAccepted: `acceptation : ${by.defaultProtocolLaw.ref} donne alors le PUT-RD annexé à l'avis de l'ANSM`,
          ifRejected: "rejet : le titulaire peut redéposer, ou contester",
        },
      });
      // The opinions and the decision are still awaited.
      return yield* file.nothing();
    }
  }
});

/** In which situation of the text does the delay end? An opinion of a later day isn't there yet. */
export function situationOf(file: File, auth: Authorisation, examined: Examined): Situation {
  const { request, motive } = examined;
  if (motive !== "first" && motive !== "renewal") return "other";
  if (auth.ammOn !== null) return "postAmm";
  if (!needsAnsm(file, auth, examined)) return "preAmmWaived";
  switch (file.recorded("ansmOpinionRendered", request)?.body.sense) {
    case undefined:
      return "preAmmWithout";
    case "favourable":
      return "preAmmFavourable";
    case "unfavourable":
      return "preAmmUnfavourable";
  }
}

/** Rulesets say it as data; `satisfies` there has checked the effects. */
function ruleOf(file: File, situation: Situation): TextRule & { readonly effect: SilenceEffect } {
  const rule = file.rule("examination").silence?.[situation];
  const effect = rule?.effect;
  if (rule === undefined || (effect !== "grant" && effect !== "reject")) {
    return { effect: "person", source: rule?.source ?? by.a6 };
  }
  return { effect, source: rule.source };
}
