/** One who speaks for each role, and how each stands to a case: what the matrix of rights goes through. */
import type { Shape } from "../case/definition.js";
import { Refusal } from "../case/refusal.js";
import { speakingBy } from "../desk/directory.js";
import { type Principal, principalName, type Role } from "../desk/principal.js";

export const ownSiret = "73282932000074";
const otherSiret = "55210055400013";

import { DeskRefusal } from "../desk/refusal.js";
import { refuseToAsk, type SentAct, sees, senderOf } from "../desk/rights.js";
import { instant } from "../law/instant.js";
import type { Mandate } from "../register/register.js";

/** How whoever asks stands to a case. */
export const relations = {
  own: "déposé par lui-même, ou pour la partie qu'il représente",
  mandated: "de l'entreprise dont il a mandat, déposé par un autre",
  foreign: "d'une autre entreprise",
  ended: "déposé par lui-même, son mandat ayant pris fin",
} as const;
export type Relation = keyof typeof relations;

const ofCompany = (role: Role): Principal => ({ person: role, role, party: "applicant", organisation: ownSiret });

/** Those who may speak on a procedure, by what they are called in its table. */
export const speakersOn = ({ parties }: Pick<Shape, "parties">): ReadonlyMap<string, Principal> =>
  new Map([
    ...(["legal-representative", "manager", "contributor", "consultant"] as const).map((role): [string, Principal] => [
      role,
      ofCompany(role),
    ]),
    ...Object.keys(parties)
      .filter((party) => party !== "applicant")
      .map((party): [string, Principal] => [party, { person: party, role: "officer", party }]),
    ["stranger", { person: "stranger", role: "officer", party: "another authority" }],
    ["platform", { person: "sesame", role: "platform", party: "applicant", platform: "sesame" }],
    ["platform of a company", { ...ofCompany("platform"), person: "own", platform: "sesame" }],
    ["operator", { person: "operator", role: "operator", party: "operator" }],
    ["developer", { person: "developer", role: "developer", party: "operator" }],
  ]);

/** A case that stands so to a speaker; what of it rights look at. */
export const caseOf = (speaker: Principal, relation: Relation, procedure: string, sandbox: boolean) => ({
  procedure,
  sandbox,
  company: (relation === "foreign" ? otherSiret : ownSiret).slice(0, 9),
  principal: relation === "own" || relation === "ended" ? principalName(speaker) : "somebody;applicant;;",
});

const day = "2026-06-01";

/** The one mandate by which a speaker speaks; ended where the relation says so. */
const mandateOf = (speaker: Principal, relation: Relation): Mandate => ({
  id: "mandate",
  person: speaker.person,
  role: speaker.role,
  party: speaker.party,
  organisation: speaker.organisation ?? null,
  platform: speaker.platform ?? null,
  from: "2026-01-01",
  until: null,
  endedAt: relation === "ended" ? "2026-05-01T10:00:00.000Z" : null,
});

/** What is decided, as the desk decides it: nothing is refused on the way. */
function allowed(decide: () => boolean): boolean {
  try {
    return decide();
  } catch (fault) {
    if (fault instanceof DeskRefusal || fault instanceof Refusal) return false;
    throw fault;
  }
}

/** Does the speaker read such a case? */
export const reads = (speaker: Principal, relation: Relation, procedure: string, sandbox = true): boolean =>
  allowed(() => {
    const principal = speakingBy([mandateOf(speaker, relation)], day);
    refuseToAsk(principal, "cases");
    return sees(principal, caseOf(speaker, relation, procedure, sandbox));
  });

/** Does an act that the speaker sends reach such a case? A platform relays, and a developer plays, those who may send it. */
export const sends = (speaker: Principal, relation: Relation, shape: Shape, act: string, sandbox = true): boolean =>
  allowed(() => {
    const principal = speakingBy([mandateOf(speaker, relation)], day);
    refuseToAsk(principal, "act");
    if (!sees(principal, caseOf(speaker, relation, shape.name, sandbox))) return false;
    const by = speaker.platform !== undefined || speaker.role === "developer" ? shape.acts[act]?.by[0] : undefined;
    const sent: SentAct = {
      ...(by !== undefined && { by }),
      ...(speaker.platform !== undefined && { via: { platform: speaker.platform, reference: "R-1" } }),
    };
    senderOf(principal, { shape, sandbox, now: instant(`${day}T10:00:00.000Z`) }, act, sent);
    return true;
  });
