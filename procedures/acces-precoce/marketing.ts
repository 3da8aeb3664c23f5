import type { ActOf } from "../../case/act.js";
import { lapsed, type Tellable } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import type { Authorisation, File } from "./authorisation.js";
import { type AccesPrecoce, story } from "./definition.js";
import { endToPronounce } from "./ends.js";
import * as by from "./sources.js";

/** The AMM is known from this act on. */
export function noteAmm(file: File, auth: Authorisation, { on }: ActOf<AccesPrecoce, "ammGranted">): void {
  auth.ammOn = on;
  file.notify(["applicant", "HAS", "ministers"], "ammGranted", { about: auth.id, facts: { ammOn: on } });
}

/** L. 5121-12, II. From the AMM to the common-law listing. Over when the tariff is published: the coverage ends then (E59). */
export const marketing: (file: File, auth: Authorisation) => Tellable<"listed"> = story(function* (
  file,
  auth: Authorisation,
) {
  const { id } = auth;
  if (auth.ammOn === null) noteAmm(file, auth, yield* file.received("ammGranted").about(id));
  return yield* file.under(commonLawOpinions(file, id), listing(file, auth));
});

/** The listing of an indication: what its suspensions stop, and nothing else of the indication. */
const listingOf = (id: string): string => `${id}.listing`;

/** The listing is requested within a month of the AMM (A9); the ministers decide in 180 days, stopped by their requests (A24). */
const listing = story(function* (file, auth: Authorisation) {
  const { id, ammOn, listing } = auth;
  if (listing.requestedOn === null && ammOn !== null) {
    const request = yield* file
      .received("listingRequested")
      .about(id)
      .within("listingRequest", { from: ammOn, of: id });
    listing.requestedOn = request.receivedOn;
    file.notify(["applicant", "HAS", "ministers"], "listingRequested", { about: id });
  }
  if (!listing.listed && listing.requestedOn !== null) {
    const decided = yield* file.under(
      drafts(file, id),
      file
        .received("listingDecided", "listingRequestWithdrawn")
        .about(id)
        .within("listingDecision", { from: listing.requestedOn, of: listingOf(id) }),
    );
    if (decided.act === "listingRequestWithdrawn") {
      file.notify(["HAS", "ministers"], "listingWithdrawn", { about: id });
      endToPronounce(file, auth, "listing-request-withdrawn");
      return yield* file.nothing();
    }
    const { outcome, reasons } = decided.body;
    file.notify(["applicant", "HAS"], "listingDecided", { about: id, facts: { outcome, reasons } });
    if (outcome === "refused") {
      // The coverage ends by order of the ministers, not by this refusal.
      endToPronounce(file, auth, "listing-refused");
      return yield* file.nothing();
    }
    listing.listed = true;
  }
  if (!listing.tariff) {
    yield* file.received("tariffPublished").about(id);
    listing.tariff = true;
  }
  return "listed" as const;
});

/** The commission's opinions in common law. The two weeks of the liste en sus are those of the last one (A23). */
const commonLawOpinions = story(function* (file, id: string) {
  let opinion = yield* file.received("commonLawOpinionRendered").about(id);
  for (;;) {
    opinionTold(file, id, opinion.body);
    opinion = yield* file.first(file.received("commonLawOpinionRendered").about(id), listeEnSus(file, id, opinion.on));
  }
});

/** Two weeks from an opinion; nothing follows but another opinion. */
const listeEnSus = story(function* (file, id: string, from: CivilDate) {
  const asked = yield* file.received("listeEnSusRequested").about(id).within("listeEnSus", { from, of: id });
  if (asked === lapsed) file.notify("applicant", "listeEnSusOver", { about: id });
  else file.notify("ministers", "listingRequested", { about: id, facts: { list: "en-sus" } });
  return yield* file.nothing();
});

export function opinionTold(
  file: File,
  id: string,
  body: ActOf<AccesPrecoce, "commonLawOpinionRendered">["body"],
): void {
  if (body.smr === "sufficient" && body.asmr === undefined)
    refuse("Un service médical rendu suffisant s'accompagne d'une ASMR.", by.review.commonLaw);
  file.notify(["applicant", "HAS"], "commonLawOpinion", { about: id, facts: { ...body } });
}

/** R. 163-16. A draft opinion: ten days to observe it or to be heard, forty-five to be heard. */
const drafts = story(function* (file, id: string) {
  for (;;) {
    const draft = yield* file.received("listingDraftSent").about(id);
    file.notify("applicant", "listingDraft", { about: id });
    const observations = yield* file
      .received("listingObservationsMade")
      .about(id)
      .within("listingObservations", { from: draft.receivedOn, of: id });
    if (observations === lapsed || !observations.body.hearing) continue;
    yield* file.received("listingHearingHeld").about(id).within("listingHearing", { from: observations.on, of: id });
  }
});

/** R. 163-9, II. The ministers may ask for information about a listing. */
export const listingInformation = story(function* (file, names: (name: string) => void) {
  yield* file.each("listingInformationRequested", (requested) => listingSupplement(file, requested, names));
});

/** Family C: the listing's delay stops when the holder receives the request, and runs again from the answer. */
const listingSupplement = story(function* (
  file,
  { on: addressedOn, receivedOn, about: id = "", body }: ActOf<AccesPrecoce, "listingInformationRequested">,
  names: (name: string) => void,
) {
  names(body.request);
  const suspension = file.suspend("listingInformation", {
    addressedOn,
    receivedOn,
    about: body.request,
    of: listingOf(id),
  });
  file.enter("requested", body.request);
  file.notify("applicant", "listingInformation", { about: body.request, facts: { items: body.items } });
  const answer = yield* file.received("listingInformationReceived").about(body.request);
  file.resume(suspension, answer.on);
  file.enter("satisfied", body.request);
});
