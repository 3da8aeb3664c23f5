import type { ActOf } from "../../case/act.js";
import { type CaseFile, lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { chapter, type Pecan } from "./definition.js";
import * as by from "./sources.js";

/** @throws Refusal when the case already has a request of that name. */
export function register(requests: Set<string>, request: string): void {
  if (requests.has(request)) refuse(`Une demande porte déjà le nom ${request} dans ce dossier.`, by.requestLaw);
  requests.add(request);
}

/** A request of the ministers, as its parts know it. */
interface Request {
  readonly name: string;
  readonly notifiedOn: CivilDate;
  readonly delay: "furtherInformation" | "ministersInformation";
  readonly body: ActOf<Pecan, "furtherInformationRequested">["body"];
  /** All that was ever asked under that name: the items of the request, and those that a review found missing. */
  readonly asked: Set<string>;
  /** What hasn't come yet. */
  readonly missing: Set<string>;
  /** The day of the last part that came. */
  lastPartOn: CivilDate | null;
  /** Once it is known; the applicant's delay runs from then. */
  receivedOn: CivilDate | null;
  /** The suspension that it keeps open; null while all that was asked has come. */
  suspension: string | null;
}

/** R. 162-112, al. 5 and 6. The ministers may request further information, as often as they need. */
export const furtherInformation = chapter(function* (file, requests: Set<string>) {
  yield* file.each("furtherInformationRequested", (requested) => supplement(file, requested, requests));
});

/**
 * A request suspends every delay of the case "jusqu'à la date de réception des informations demandées": in as many parts as the
 * applicant likes, until the last that was needed, and from its receipt, not from its review. Unanswered, the application is deemed
 * abandoned.
 */
const supplement = chapter(function* (
  file,
  { on: notifiedOn, body }: ActOf<Pecan, "furtherInformationRequested">,
  requests: Set<string>,
) {
  register(requests, body.request);
  const request: Request = {
    name: body.request,
    notifiedOn,
    // Fixed on the day addressed: a request still open when the last opinion arrives keeps its thirty days.
    delay: delayOfStage(file, notifiedOn),
    body,
    asked: new Set(body.items),
    missing: new Set(body.items),
    lastPartOn: null,
    receivedOn: null,
    suspension: file.suspend("furtherInformation", { addressedOn: notifiedOn, about: body.request }),
  };
  file.enter("requested", request.name);
  file.notify(["applicant", "ANS", "HAS", "CNEDiMTS"], "informationRequested", {
    about: request.name,
    facts: { items: body.items, delay: request.delay },
  });
  for (;;) {
    const act = yield* nextOf(file, request);
    if (act.act === "furtherInformationReceived") receivePart(file, request, act);
    else if (review(file, request, act)) return;
  }
});

/** While something is missing, a part of it, or a review; then the review, and whatever the applicant still wishes to add. */
const nextOf = chapter(function* (file, request: Request) {
  const { name } = request;
  if (request.missing.size === 0)
    return yield* file.under(
      file.each("furtherInformationReceived", (part) => receivePart(file, request, part), name),
      file.received("furtherInformationReviewed").about(name),
    );
  return yield* file.first(
    file.received("furtherInformationReceived").about(name),
    file.received("furtherInformationReviewed").about(name),
    unanswered(file, request),
  );
});

/** One part of an answer: what it brings, by its accusé d'enregistrement (CRPA L. 112-13); the last that was missing ends the suspension. */
function receivePart(
  file: CaseFile<Pecan>,
  request: Request,
  { on, at, body: { items } }: ActOf<Pecan, "furtherInformationReceived">,
): void {
  for (const item of items) {
    if (!request.asked.has(item))
      refuse(
        `« ${item} » n'a pas été demandé. La demande porte sur : ${[...request.asked].join(" ; ")}.`,
        by.requestLaw,
      );
    request.missing.delete(item);
  }
  request.lastPartOn = on;
  file.notify(["applicant", "ministers", "ANS", "CNEDiMTS"], "informationReceived", {
    about: request.name,
    facts: { items, missing: [...request.missing], registeredAt: at ?? on },
  });
  if (request.missing.size === 0) resumeOn(file, request, on);
  else receivedAtTheLatest(file, request, on);
  file.enter(request.missing.size === 0 ? "underReview" : "partial", request.name);
  file.task("ministers", "reviewAnswer", { about: request.name });
}

/** The ministers alone qualify the answer. True when it satisfies the request; what it lacks stops nothing twice. */
function review(
  file: CaseFile<Pecan>,
  request: Request,
  { body }: ActOf<Pecan, "furtherInformationReviewed">,
): boolean {
  const { name, lastPartOn } = request;
  if (lastPartOn === null) refuse("Aucune réponse n'est encore reçue.", by.requestLaw);
  if (body.complete) {
    resumeOn(file, request, lastPartOn);
    file.notify(["applicant", "ANS", "CNEDiMTS"], "informationComplete", {
      about: name,
      facts: { receivedOn: lastPartOn },
    });
    file.enter("satisfied", name);
    return true;
  }
  const missing = body.missing ?? [...request.missing];
  if (missing.length === 0) refuse("Une réponse partielle est dite avec ce qui lui manque encore.", by.requestLaw);
  for (const item of missing) {
    request.asked.add(item);
    request.missing.add(item);
  }
  // As if the delays had never run again: the last part wasn't the last that was needed.
  request.suspension ??= file.suspend("furtherInformation", { addressedOn: lastPartOn, about: name });
  receivedAtTheLatest(file, request, lastPartOn);
  file.enter("partial", name);
  file.notify("applicant", "informationPartial", { about: name, facts: { missing } });
  file.task("applicant", "completeAnswer", { about: name, facts: { missing } });
  return false;
}

/** Whoever answers a request has received it, at the latest that day. */
function receivedAtTheLatest(file: CaseFile<Pecan>, request: Request, on: CivilDate): void {
  if (request.receivedOn === null) recordReception(file, request, on);
}

/** The delays run again from the day of the last part that was needed, even if that is found later. */
function resumeOn(file: CaseFile<Pecan>, request: Request, on: CivilDate): void {
  if (request.suspension === null) return;
  file.resume(request.suspension, on);
  request.suspension = null;
  askAtOnce(file, request.name);
}

/** Step 13: once the ministers have received both opinions, their stage has its own delay (C3). */
function delayOfStage(file: CaseFile<Pecan>, on: CivilDate): Request["delay"] {
  const opinions = [file.recorded("ansOpinionRendered"), file.recorded("cnedimtsOpinionRendered")];
  return opinions.every((opinion) => opinion !== undefined && opinion.receivedOn <= on)
    ? "ministersInformation"
    : "furtherInformation";
}

/** E18. Asked on the very day an opinion, or the decision, was due, a request leaves no day after its answer: due the same day. */
function askAtOnce(file: CaseFile<Pecan>, request: string): void {
  for (const [delay, party, task] of [
    ["ansOpinion", "ANS", "ansOpinionDueAtOnce"],
    ["cnedimtsOpinion", "CNEDiMTS", "cnedimtsOpinionDueAtOnce"],
    ["decision", "ministers", "decisionDueAtOnce"],
  ] as const) {
    const lastDay = file.dueOn(delay);
    if (lastDay !== null && lastDay <= file.today) file.task(party, task, { about: request });
  }
}

/** Al. 6: not sent in the delay, the application is deemed abandoned, whole; what was sent by then is never late. */
const unanswered = chapter(function* (file, request: Request) {
  const receivedOn = request.receivedOn ?? (yield* reception(file, request));
  if (file.lastDay(request.delay, receivedOn) >= file.today)
    yield* file.end(request.delay, { from: receivedOn, about: request.name });
  else {
    // Over while an answer sent in time was under review, and found partial: the ministers confirm, unless they take what still arrives.
    file.task("ministers", "confirmAbandonment", { about: request.name });
    yield* file.received("abandonmentConfirmed").about(request.name);
  }
  return yield* abandoned(file, request);
});

const abandoned = chapter(function* (file, request: Request) {
  file.notify(["applicant", "ministers", "HAS", "ANS"], "abandoned", {
    about: request.name,
    facts: { delay: request.delay, receivedOn: request.receivedOn },
  });
  return yield* file.ends("deemedAbandoned");
});

/** CRPA R. 112-20. Received when first consulted; on a platform, never consulted in fifteen days: on the day it was made available. */
const reception = chapter(function* (file, request: Request) {
  const { name, notifiedOn, body } = request;
  const tell = (receivedOn: CivilDate) => recordReception(file, request, receivedOn);
  if (body.means !== "platform") return tell(yield* byLetter(file, request));

  const consulted = yield* file
    .received("requestConsulted")
    .about(name)
    .within("consultation", { from: notifiedOn, about: name });
  if (consulted !== lapsed) return tell(consulted.on);
  if (!body.consentRecorded || !body.availabilityEmailSent) {
    file.task("ministers", "establishReception", { about: name });
    return tell((yield* file.received("requestConsulted").about(name)).on);
  }
  if (file.lastDay(request.delay, notifiedOn) >= file.today) return tell(notifiedOn);

  // Deemed received so early that the delay would already be over: a person confirms.
  file.task("ministers", "reviewDeemedReception", { about: name });
  const review = yield* file.received("deemedReceptionReviewed", "requestConsulted").about(name);
  if (review.act === "deemedReceptionReviewed" && review.body.outcome === "abandon")
    return yield* abandoned(file, request);
  return tell(review.on);
});

/** CRPA R. 112-20, and reading F6. A letter is received as its receipt proves it, by the ministers' record and not by the applicant's word. */
const byLetter = chapter(function* (file, { name, notifiedOn }: Request) {
  let reception = yield* file
    .received("requestConsulted")
    .about(name)
    .within("receptionProof", { from: notifiedOn, about: name });
  if (reception === lapsed) {
    file.task("ministers", "establishReception", { about: name });
    reception = yield* file.received("requestConsulted").about(name);
  }
  if (reception.by !== "ministers")
    refuse(
      "La réception d'une lettre est établie par son avis de réception, que les ministres enregistrent.",
      by.receptionProof,
    );
  return reception.on;
});

function recordReception(file: CaseFile<Pecan>, request: Request, receivedOn: CivilDate): CivilDate {
  request.receivedOn = receivedOn;
  file.notify(["applicant", "ministers"], "receptionRecorded", {
    about: request.name,
    facts: { receivedOn, delay: request.delay },
  });
  return receivedOn;
}
