/** What a case that came before may be to a filing. */
export const linkKinds = ["account", "meeting", "pre-filing", "coverage", "certificate", "study"] as const;
export type LinkKind = (typeof linkKinds)[number];
