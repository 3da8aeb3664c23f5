/** What a case that came before may be to a filing: an account, a meeting, a pre-filing. */
export const linkKinds = ["account", "meeting", "pre-filing"] as const;
export type LinkKind = (typeof linkKinds)[number];
