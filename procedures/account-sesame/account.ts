import type { ActOf } from "../../case/act.js";
import { type AccountCase, type AccountPerson, closedAccount, type ReadAccount } from "../accounts.js";
import type { Filing } from "./bodies.js";
import type { AccountSesame } from "./definition.js";

type Person = Filing["attestation"]["managers"][number];
type SesameAct = ActOf<AccountSesame>;

/**
 * What the Sésame account says today. Managers are those of the last attestation that the HAS has accepted: one that merely waits gives
 * nothing. A consultant is one to whom the HAS has opened an access, for the days that the company gave.
 */
export const account: ReadAccount = ({ filing, acts, view }) => {
  if (view.status !== "open" || view.phase !== "open") return closedAccount;
  const { siret: organisation } = filing.applicant;
  const people = new Map<string, AccountPerson>();
  const give = (
    key: string,
    role: AccountPerson["role"],
    { id, email }: Person,
    from: string,
    until?: string,
  ): void => {
    people.set(key, { person: id, email: email ?? null, role, organisation, from, until: until ?? null });
  };
  const manage = (managers: readonly Person[], from: string): void => {
    for (const key of people.keys()) if (key.startsWith("manager ")) people.delete(key);
    for (const one of managers) give(`manager ${one.id}`, "manager", one, from);
  };

  let { attestation } = filing as AccountCase["filing"] & Filing;
  let active = true;
  const given = new Map<string, Extract<SesameAct, { act: "delegationGiven" }>["body"]>();
  for (const act of acts as readonly SesameAct[]) {
    const { about = "", on } = act;
    switch (act.act) {
      case "attestationSubmitted":
      case "managersDesignated":
        attestation = act.body.attestation;
        break;
      case "accountOpened":
      case "managersRecorded":
        manage(attestation.managers, on);
        break;
      case "contributorCreated":
        give(`contributor ${act.body.contributor.id}`, "contributor", act.body.contributor, on);
        break;
      case "delegationGiven":
        given.set(about, act.body);
        break;
      case "consultantAccessOpened": {
        const body = given.get(about);
        const from = body !== undefined && body.from > on ? body.from : on;
        if (body !== undefined) give(`delegation ${about}`, "consultant", body.consultant, from, body.until);
        break;
      }
      case "delegationRevoked":
        people.delete(`delegation ${about}`);
        break;
      case "notificationOptionSet":
        active = act.body.active;
        break;
      default:
    }
  }
  return { mutesStatusMails: !active, people: [...people.values()] };
};
