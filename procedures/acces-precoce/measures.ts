import { refuse } from "../../case/refusal.js";
import { addDays } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { type Authorisation, type Granted, show } from "./authorisation.js";
import { story } from "./definition.js";
import { ammFiling, modifications, newData, reports } from "./duties.js";
import { endToPronounce, groundGone, heardOn } from "./ends.js";
import * as by from "./sources.js";
import { terms } from "./terms.js";

/** The authorisation ends where it expires, or where it is withdrawn: each is an end of its own, whatever becomes of the coverage. */
const authorisationOf = (id: string): string => `${id}.authorisation`;

/**
 * The authorisation, to its end. Expired, it takes the coverage along (reading A7): its first day without is given. Withdrawn, it
 * ends on its day, and the coverage goes on until the order of the ministers.
 */
export const theAuthorisation = story(function* (file, auth: Authorisation, granted: Granted) {
  const over = yield* file.under(
    [
      reports(file, auth),
      newData(file, auth),
      modifications(file, auth),
      ammFiling(file, auth, granted),
      suspensions(file, auth),
    ],
    file.first(terms(file, auth, granted), holderWithdrawal(file, auth), withdrawalByHas(file, auth)),
  );
  if (typeof over === "string") {
    yield* file.ends("authorisationExpired", authorisationOf(auth.id));
    return over;
  }
  yield* file.ends(over.atItsRequest ? "authorisationGivenUp" : "authorisationWithdrawn", authorisationOf(auth.id));
  // A suspension ends with its authorisation.
  auth.suspended = false;
  auth.coverage.grounds.delete("authorisation-suspended");
  endToPronounce(file, auth, "authorisation-withdrawn");
  return yield* file.nothing();
});

/** R. 5121-72-1, II. A month of silence on the holder's own request accepts the withdrawal: the opposite of most silences (E60). */
const holderWithdrawal = story(function* (file, { id }: Authorisation) {
  yield* file.received("withdrawalRequested").about(id);
  file.notify("HAS", "withdrawalAcknowledged", { about: id });
  const ack = yield* file.received("withdrawalAcknowledged").about(id);
  file.notify("applicant", "withdrawalAcknowledged", { about: id });
  yield* file.end("holderWithdrawal", { from: ack.on, of: id });
  file.notify(["applicant", "HAS", "ministers", "prescribers"], "withdrawn", { about: id, facts: { how: "silence" } });
  return { atItsRequest: true };
});

/** R. 5121-72-1, I. After the holder's observations, except in urgency or at its own request. */
const withdrawalByHas = story(function* (file, auth: Authorisation) {
  const { on, body } = yield* file.received("authorisationWithdrawn").about(auth.id);
  const { ground, reason, urgent } = body;
  const atItsRequest = ground === "holder-request";
  if (atItsRequest) {
    if (file.recorded("withdrawalRequested", auth.id) === undefined)
      refuse("Le titulaire n'a pas demandé le retrait.", by.holderWithdrawalLaw);
  } else if (urgent !== true) heardOn(auth, on, "withdrawal", ground);
  file.notify(["applicant", "ministers", "prescribers"], "withdrawn", { about: auth.id, facts: { ground, reason } });
  return { atItsRequest };
});

/** R. 5121-72-1, III to V. By the HAS, or by the ANSM alone in urgency; three months at most; no examination stops for it (E61). */
const suspensions = story(function* (file, auth: Authorisation) {
  const { id } = auth;
  for (;;) {
    const { on, by: authority, body } = yield* file.received("authorisationSuspended").about(id);
    if (!body.urgent && authority === "ANSM") refuse("L'ANSM ne suspend seule qu'en cas d'urgence.", by.suspensionLaw);
    if (!body.urgent) heardOn(auth, on, "suspension");
    if (addDays(on, body.days) > file.lastDay("authorisationSuspension", on))
      refuse("Une suspension dure trois mois au plus.", by.suspensionLaw);
    auth.suspended = true;
    show(file, auth);
    file.notify(["applicant", "ministers", "prescribers", "HAS"], "suspended", {
      about: id,
      facts: { authority, days: body.days, reason: body.reason },
    });
    endToPronounce(file, auth, "authorisation-suspended");
    yield* file
      .received("suspensionLifted")
      .about(id)
      .within("authorisationSuspension", { from: on, of: id, length: days(body.days) });
    auth.suspended = false;
    groundGone(file, auth, "authorisation-suspended");
    show(file, auth);
    file.notify(["applicant", "ministers", "prescribers"], "suspensionOver", { about: id });
  }
});
