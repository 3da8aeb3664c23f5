/** The metrics that several figures of the accès précoce are made of; `facts.ts` counts them. */

export const filed = ["first-pre", "first-post", "renewal", "new-data", "continuity", "modification", "withdrawal"].map(
  (motive) => `filed:${motive}`,
);

export const decided = (motive: string) => [`decided:${motive}:granted`, `decided:${motive}:refused`];

/** Decisions on first requests, on renewals, and on the others. */
export const first = [...decided("first-pre"), ...decided("first-post")];
export const renewals = decided("renewal");
export const others = ["new-data", "continuity", "modification"].flatMap(decided);
