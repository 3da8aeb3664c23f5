/** One's account: who one is here, which mails one receives, and the mandates that one may give or end. */
import { prefer, preferenceOf } from "../desk/addresses.js";
import type { Desk } from "../desk/desk.js";
import { endMandate, giveMandate, mandatesFor, peopleOf, today } from "../desk/directory.js";
import { operator, type Principal, platforms, type Role, roles } from "../desk/principal.js";
import { parties } from "../desk/procedures.js";
import { type DeskRefusal, refusalOf } from "../desk/refusal.js";
import type { Mails, Mandate, Person } from "../register/register.js";
import { fieldId } from "./acting/fields.js";
import { one, type Typed } from "./acting/given.js";
import type { Answered } from "./acting/page.js";
import { Summary } from "./acting/summary.js";
import { html } from "./page.js";
import { accountPath } from "./paths.js";
import { partyLabel, shortDate, whoIs } from "./words.js";

const roleLabels: Readonly<Record<Role, string>> = {
  officer: "Agent d'une autorité",
  "legal-representative": "Représentant légal",
  manager: "Gestionnaire de compte",
  contributor: "Contributeur",
  consultant: "Consultant",
  platform: "Plateforme",
  operator: "Exploitation",
  developer: "Poste de développement",
};

const mailLabels: Readonly<Record<Mails, string>> = {
  all: "Tous : ce qui a un effet légal, et le suivi des dossiers",
  legal: "Seulement ce qui a un effet légal",
  none: "Aucun",
};

/** The roles that a principal may give; the desk decides again when one is given. */
function given({ role }: Principal): readonly Role[] {
  if (role === "operator" || role === "developer") return roles.filter((each) => each !== "developer");
  if (role === "legal-representative") return ["legal-representative", "manager", "contributor", "consultant"];
  return role === "manager" ? ["contributor"] : [];
}

const receivesMails = ({ party, organisation, platform }: Principal): boolean =>
  party === "applicant" && organisation !== undefined && platform === undefined;

/** The pages at `/compte`: read, or what one changes. @throws DeskRefusal `not-found`, `not-allowed` */
export async function accountPage(desk: Desk, principal: Principal, sent: Typed | undefined): Promise<Answered> {
  if (sent === undefined) return { page: await shown(desk, principal), status: 200 };
  switch (one(sent, "etape")) {
    case "finir":
      await endMandate(desk.register, principal, one(sent, "mandat"));
      return { to: accountPath };
    case "preference": {
      const mails = one(sent, "mails");
      if (Object.hasOwn(mailLabels, mails)) await prefer(desk.register, principal, mails as Mails);
      return { to: accountPath };
    }
    default:
      return give(desk, principal, sent);
  }
}

async function give(desk: Desk, principal: Principal, sent: Typed): Promise<Answered> {
  const role = one(sent, "role");
  const ofCompany = ["legal-representative", "manager", "contributor", "consultant"].includes(role);
  try {
    await giveMandate(desk.register, principal, one(sent, "personne").trim(), {
      role,
      party: ofCompany ? "applicant" : role === operator ? operator : one(sent, "partie"),
      organisation: ofCompany ? one(sent, "siret").trim() || (principal.organisation ?? null) : null,
      platform: role === "platform" ? one(sent, "plateforme") : null,
      from: one(sent, "du") || undefined,
      until: one(sent, "au") || null,
    });
    return { to: accountPath };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === undefined || !["malformed", "not-found", "not-allowed"].includes(refusal.kind)) throw fault;
    return { page: await shown(desk, principal, { sent, refusal }), status: 400 };
  }
}

const faultWords: Readonly<Record<string, readonly [field: string, words: string]>> = {
  "/role": ["role", "Choisissez un rôle."],
  "/party": ["partie", "Choisissez une autorité."],
  "/organisation": ["siret", "Indiquez le SIRET de l'établissement."],
  "/platform": ["plateforme", "Choisissez une plateforme."],
  "/until": ["au", "Le dernier jour ne précède pas le premier."],
};

const faultsOf = ({ kind, parameters }: DeskRefusal) => {
  if (kind === "not-found") return [{ pointer: "personne", words: "Personne ne porte cet identifiant." }];
  if (kind === "not-allowed") return [{ pointer: "role", words: "Ce mandat n'est pas à vous de donner." }];
  return (parameters.faults ?? []).map(({ pointer }) => {
    const [field, words] = faultWords[pointer] ?? ["role", "Ce mandat ne peut pas être donné ainsi."];
    return { pointer: field, words };
  });
};

interface Refused {
  readonly sent: Typed;
  readonly refusal: DeskRefusal;
}

async function shown(desk: Desk, principal: Principal, refused?: Refused): Promise<string> {
  const mandates = await mandatesFor(desk.register, principal);
  const [people, mails] = await Promise.all([
    peopleOf(desk.register, mandates),
    receivesMails(principal) ? preferenceOf(desk.register, principal) : undefined,
  ]);
  const offered = given(principal);
  return html({
    title: "Votre compte",
    reader: principal,
    current: "account",
    children: (
      <>
        <h1>Votre compte</h1>
        {refused !== undefined && <Summary title="Le mandat n'a pas été donné" faults={faultsOf(refused.refusal)} />}
        <dl class="facts">
          <dt>Vous parlez pour</dt>
          <dd>{whoIs(principal)}</dd>
          <dt>En tant que</dt>
          <dd>{principal.role === "anyone" ? "—" : roleLabels[principal.role]}</dd>
          <dt>Votre identifiant</dt>
          <dd>
            <code>{principal.person}</code> <span class="minor">c'est lui qu'il faut donner à qui vous mandate</span>
          </dd>
        </dl>
        <form method="post" action="/sign-out">
          <p class="buttons">
            <button type="submit" class="secondary">
              Se déconnecter
            </button>
          </p>
        </form>
        {mails !== undefined && <Preference chosen={mails} />}
        <Mandates {...{ mandates, people, principal }} />
        {offered.length > 0 && <Give {...{ offered, principal }} sent={refused?.sent ?? new Map()} />}
      </>
    ),
  });
}

function Preference({ chosen }: { readonly chosen: Mails | null }) {
  return (
    <section aria-labelledby="courriels">
      <h2 id="courriels">Vos courriels</h2>
      <form method="post" action={accountPath} class="form">
        <fieldset>
          <legend>Ce que vous recevez des dossiers de l'entreprise</legend>
          {Object.entries(mailLabels).map(([value, label]) => (
            <label key={value} class="option">
              <input type="radio" name="mails" value={value} checked={value === chosen} /> {label}
            </label>
          ))}
          {chosen === null && <p class="minor">Vous n'avez pas encore choisi.</p>}
        </fieldset>
        <p class="buttons">
          <button type="submit" name="etape" value="preference">
            Enregistrer
          </button>
        </p>
      </form>
    </section>
  );
}

interface MandatesProps {
  readonly mandates: readonly Mandate[];
  readonly people: ReadonlyMap<string, Person>;
  readonly principal: Principal;
}

/** Those that stand, then those that are over. */
function Mandates({ mandates, people, principal }: MandatesProps) {
  const day = today();
  const over = ({ endedAt, until }: Mandate) => endedAt !== null || (until !== null && until < day);
  const ordered = [...mandates.filter((each) => !over(each)), ...mandates.filter(over)];
  return (
    <section aria-labelledby="mandats">
      <h2 id="mandats">Mandats</h2>
      {ordered.length === 0 && <p class="empty">Aucun mandat.</p>}
      {ordered.length > 0 && (
        <table class="list">
          <caption class="hidden">Mandats, ceux qui valent d'abord</caption>
          <thead>
            <tr>
              <th scope="col">Personne</th>
              <th scope="col">Mandat</th>
              <th scope="col">Durée</th>
              <th scope="col">
                <span class="hidden">Mettre fin</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((mandate) => (
              <tr key={mandate.id}>
                <td data-label="Personne">
                  {people.get(mandate.person)?.name ?? mandate.person}
                  {mandate.person === principal.person && <span class="minor"> (vous)</span>}
                </td>
                <td data-label="Mandat">
                  {roleLabels[mandate.role as Role] ?? mandate.role}
                  <p class="minor">
                    {mandate.organisation === null ? partyLabel(mandate.party) : `SIRET ${mandate.organisation}`}
                    {mandate.platform !== null && ` · ${mandate.platform}`}
                  </p>
                </td>
                <td data-label="Durée">
                  depuis le {shortDate(mandate.from)}
                  {mandate.until !== null && `, jusqu'au ${shortDate(mandate.until)}`}
                  {over(mandate) && <p class="minor">terminé</p>}
                </td>
                <td>
                  {!over(mandate) && (
                    <form method="post" action={accountPath}>
                      <input type="hidden" name="mandat" value={mandate.id} />
                      <button type="submit" name="etape" value="finir" class="secondary">
                        Mettre fin
                        <span class="hidden"> au mandat de {people.get(mandate.person)?.name ?? mandate.person}</span>
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface GiveProps {
  readonly offered: readonly Role[];
  readonly principal: Principal;
  readonly sent: Typed;
}

function Give({ offered, principal, sent }: GiveProps) {
  const every = offered.includes("officer");
  const authorities = [...parties].filter((party) => party !== "applicant");
  return (
    <section aria-labelledby="donner">
      <h2 id="donner">Donner un mandat</h2>
      <p class="minor">
        La personne se connecte une première fois : la page qu'elle lit lui donne son identifiant, qu'elle vous
        transmet.
      </p>
      <form method="post" action={accountPath} class="form" noValidate>
        <Line name="personne" label="Identifiant de la personne" sent={sent} />
        <Select name="role" label="Rôle" sent={sent} options={offered.map((role) => [role, roleLabels[role]])} />
        <Line
          name="siret"
          label={every ? "SIRET de l'établissement (pour un mandat d'entreprise)" : "SIRET de l'établissement"}
          sent={sent}
          initial={principal.organisation}
        />
        {every && (
          <>
            <Select
              name="partie"
              label="Autorité (pour un agent ou une plateforme)"
              sent={sent}
              options={authorities.map((party) => [party, partyLabel(party)])}
            />
            <Select
              name="plateforme"
              label="Plateforme"
              sent={sent}
              options={platforms.map((platform) => [platform, platform])}
            />
          </>
        )}
        <div class="span">
          <Line name="du" label="Du (aujourd'hui si vide)" sent={sent} day />
          <Line name="au" label="Au (sans terme si vide)" sent={sent} day />
        </div>
        <p class="buttons">
          <button type="submit" name="etape" value="donner">
            Donner ce mandat
          </button>
        </p>
      </form>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly sent: Typed;
  readonly initial?: string | undefined;
  readonly day?: boolean;
}

function Line({ name, label, sent, initial = "", day = false }: LineProps) {
  const common = { id: fieldId(name), name, value: sent.has(name) ? one(sent, name) : initial };
  return (
    <div class="field">
      <label for={common.id}>{label}</label>
      {day ? <input {...common} type="date" /> : <input {...common} type="text" autocomplete="off" />}
    </div>
  );
}

interface SelectProps extends Pick<LineProps, "name" | "label" | "sent"> {
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Select({ name, label, sent, options }: SelectProps) {
  return (
    <div class="field">
      <label for={fieldId(name)}>{label}</label>
      <select id={fieldId(name)} name={name}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === one(sent, name)}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
