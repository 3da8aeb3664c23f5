import type { ActOf } from "../../case/act.js";
import { type AccountPerson, closedAccount, type ReadAccount } from "../accounts.js";
import type { Bodies, Filing } from "./bodies.js";
import type { AccountConvergence } from "./definition.js";

type Person = Bodies["roleGiven"]["person"];

/**
 * Whom the account gives a role runs it or files. None becomes the legal representative by it, who alone signs the convention: no
 * text has anybody check that such a role is true.
 */
const roleOf = {
  "mandataire-social": "manager",
  representant: "manager",
  salarie: "contributor",
} as const satisfies Record<Person["role"], AccountPerson["role"]>;

/** What the Convergence account says today: its representative from its opening, then whom it gives a role. */
export const account: ReadAccount = ({ filing, acts, view }) => {
  if (view.status !== "open" || view.phase !== "open") return closedAccount;
  const { siret: organisation } = filing.applicant;
  const people = new Map<string, AccountPerson>();
  const give = ({ id, role }: Person, from: string): void => {
    people.set(id, { person: id, email: null, role: roleOf[role], organisation, from, until: null });
  };
  for (const act of acts as readonly ActOf<AccountConvergence>[]) {
    if (act.act === "accountOpened") give((filing as unknown as Filing).identityProvider.representative, act.on);
    if (act.act === "roleGiven") give(act.body.person, act.on);
  }
  return { mutesStatusMails: false, people: [...people.values()] };
};
