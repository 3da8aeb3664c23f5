/** The kinds of problems that the API answers, each with its status and what it means to the one who gets it. */
export const problemTypes = {
  "bad-request": { status: 400, title: "The request can't be read." },
  "bad-query": { status: 400, title: "The query can't be computed." },
  "idempotency-key-missing": { status: 400, title: "A command needs an Idempotency-Key." },
  unidentified: { status: 401, title: "Nobody is identified." },
  "not-allowed": { status: 403, title: "This isn't yours to do." },
  "not-found": { status: 404, title: "There is no such thing." },
  unknown: { status: 404, title: "The procedure has no such act." },
  "method-not-allowed": { status: 405, title: "This address doesn't take that method." },
  "not-awaited": { status: 409, title: "The case doesn't await this act now." },
  "not-lawful": { status: 409, title: "The text forbids this now." },
  confirm: { status: 409, title: "An adverse effect must be confirmed." },
  conflict: { status: 409, title: "This contradicts what is already recorded." },
  "open-case-exists": { status: 409, title: "An open case already covers this indication." },
  "not-a-sandbox-case": { status: 409, title: "Only a sandbox case's time can be moved." },
  "time-is-moving": { status: 409, title: "The time of this case is already being moved." },
  "precondition-failed": { status: 412, title: "It isn't any more what If-Match names." },
  "too-large": { status: 413, title: "The request is too large." },
  "unsupported-media-type": { status: 415, title: "The request isn't JSON." },
  malformed: { status: 422, title: "The message isn't what was expected." },
  "idempotency-key-reused": { status: 422, title: "This Idempotency-Key was used for another request." },
  "simulation-too-long": { status: 422, title: "The simulation takes too long." },
  "too-many-commands": { status: 429, title: "Too many commands wait for their turn." },
  internal: { status: 500, title: "Something went wrong on our side." },
  unavailable: { status: 503, title: "The service can't answer now." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problemTypes;
