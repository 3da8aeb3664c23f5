import { rulesetId } from "../case/definition.js";
import type { Procedure } from "../case/procedure.js";
import { fullRulesetName, rulesetDigest } from "../case/ruleset-document.js";
import { type Certificate, certify, type SignedCertificate } from "../law/certificate.js";
import { parisDay } from "../law/paris.js";
import { type Desk, nowOf } from "./desk.js";
import { clockOf, shownQuery } from "./explanation.js";
import type { Principal } from "./principal.js";

/** The signed certificate of a clock of a case. @throws DeskRefusal `not-found` as `clockOf` does, `unavailable` without a key. */
export async function certificateOf(
  desk: Desk,
  principal: Principal,
  caseId: string,
  clockId: string,
): Promise<SignedCertificate> {
  const found = await clockOf(desk, principal, caseId, clockId);
  const { record, clock, procedure } = found;
  const { id, delay, spec, rule } = clock;
  return desk.signer.sign({
    ...certify(shownQuery(found), certifiedRuleset(procedure, found.ruleset)),
    about: {
      case: record.id,
      clock: id,
      delay,
      label: spec.label,
      source: rule.source,
      on: parisDay(nowOf(record)),
    },
  });
}

function certifiedRuleset({ shape, rulesets }: Procedure, id: string): Certificate["ruleset"] {
  const ruleset = rulesets.find((one) => rulesetId(one) === id);
  return ruleset === undefined
    ? null
    : { name: fullRulesetName(shape, ruleset), digest: rulesetDigest(shape, ruleset) };
}
