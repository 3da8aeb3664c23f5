/** Drafts: filings that a person is typing, for a company. Nobody else sees them; each becomes one case at most. */
import type { FilingBase } from "../case/definition.js";
import type { JsonSchema } from "../case/schema.js";
import { type CaseRecord, companyOf, type Draft, type Typing } from "../register/register.js";
import type { Desk } from "./desk.js";
import { type FilingCommand, file, tryFiling } from "./filings.js";
import { isDeveloper, type Principal } from "./principal.js";
import { servedOf } from "./procedures.js";
import { DeskRefusal, refusalOf } from "./refusal.js";
import { mayLink, refuseToFile, scopeOf } from "./rights.js";

const mostDrafts = 50;

const ownerOf = ({ person, organisation }: Principal) => ({
  person,
  company: organisation === undefined ? "" : companyOf(organisation),
});

/** What a draft begins with. */
export interface NewDraft {
  readonly procedure: string;
  readonly sandbox: boolean;
  /** The company's own product that it is about, where one of its cases names it already. */
  readonly product?: string | undefined;
  /** Makes what was typed of a value, by its schema. */
  readonly typing: (schema: JsonSchema, value: unknown) => Typing;
}

/** May the principal file at all, for the company for which it speaks? */
export function mayDraft(principal: Principal): boolean {
  try {
    refuseToFile(principal, { sandbox: true }, principal.organisation ?? "");
    return principal.platform === undefined && (principal.organisation !== undefined || isDeveloper(principal));
  } catch {
    return false;
  }
}

const refuseToDraft = (principal: Principal): void => {
  if (!mayDraft(principal)) throw new DeskRefusal("not-allowed", "Filings are typed by applicants.");
};

/** Begins a draft, with what the account and the product's earlier cases say already. @throws DeskRefusal `not-allowed`, `too-many`, `not-found` */
export async function beginDraft(desk: Desk, principal: Principal, wanted: NewDraft): Promise<Draft> {
  refuseToDraft(principal);
  const { procedure } = servedOf(wanted.procedure);
  const sandbox = wanted.sandbox || isDeveloper(principal);
  const known = await knownOf(desk, principal, { ...wanted, sandbox });
  const typed = wanted.typing(procedure.schemas.filing, known);
  const begun = await desk.register.drafts.begin(
    ownerOf(principal),
    { procedure: wanted.procedure, sandbox, typed },
    mostDrafts,
  );
  if (begun === undefined) throw new DeskRefusal("too-many", `You have ${mostDrafts} drafts: file or remove some.`);
  return begun;
}

/** What is known before anything is typed: who files, for which product, and what came before. */
async function knownOf(
  desk: Desk,
  principal: Principal,
  { procedure, product, sandbox }: Omit<NewDraft, "typing">,
): Promise<Record<string, unknown>> {
  const { organisation: siret } = principal;
  if (siret === undefined) return {};
  const { rows } = await desk.register.cases({ ...scopeOf(principal), sandbox, limit: 200 });
  const own = rows.filter((record) => mayLink(principal, siret, sandbox, record));
  const filings = own.map((record) => record.filing as FilingBase & Record<string, unknown>);
  const ofProduct = product === undefined ? undefined : filings.find((filing) => filing.product.id === product);
  const { indications = [], product: same } = ofProduct ?? {};
  const applicant = { ...filings[0]?.applicant, siret };
  const account = servedOf(procedure).linkedAs === "account" && { product: { id: siret, name: applicant.name } };
  return {
    applicant,
    ...account,
    ...(same !== undefined && { product: same, indications }),
    links: own.flatMap((record) => linkOf(record, procedure, product)),
  };
}

/** An account is linked with all that its company files; another case with those of its product. */
function linkOf(record: CaseRecord, procedure: string, product: string | undefined): { case: string; kind: string }[] {
  const kind = servedOf(record.procedure).linkedAs;
  if (kind === undefined || record.procedure === procedure) return [];
  return kind === "account" || record.product === product ? [{ case: record.id, kind }] : [];
}

/** The drafts of whoever asks that aren't filed, the last saved first. */
export const draftsOf = ({ register }: Desk, principal: Principal): Promise<Draft[]> =>
  register.drafts.of(ownerOf(principal));

/** @throws DeskRefusal `not-found`: another's draft is one that doesn't exist. */
export async function draftOf({ register }: Desk, principal: Principal, id: string): Promise<Draft> {
  const found = await register.drafts.find(ownerOf(principal), id);
  if (found === undefined) throw new DeskRefusal("not-found", "There is no such draft.");
  return found;
}

/** Keeps what is typed. A draft that is filed by now keeps nothing. */
export async function saveDraft({ register }: Desk, principal: Principal, id: string, typed: Typing): Promise<void> {
  await register.drafts.save(ownerOf(principal), id, typed);
}

export const removeDraft = ({ register }: Desk, principal: Principal, id: string): Promise<void> =>
  register.drafts.remove(ownerOf(principal), id);

const commandOf = ({ procedure, sandbox }: Draft, filing: unknown): FilingCommand => ({ procedure, sandbox, filing });

/** What the draft would open, as a whole; nothing is recorded. @throws DeskRefusal, Refusal: what stands in its way */
export const tryDraft = (desk: Desk, principal: Principal, draft: Draft, filing: unknown) =>
  tryFiling(desk, principal, commandOf(draft, filing));

/** Files a draft: its id is the key, so that whatever is sent twice is one case. Returns the case's number. @throws DeskRefusal, Refusal */
export async function fileDraft(desk: Desk, principal: Principal, draft: Draft, filing: unknown): Promise<string> {
  if (draft.case !== null) return draft.case;
  const id = await file(desk, principal, draft.id, commandOf(draft, filing)).then(
    (filed) => filed.case.id,
    (fault: unknown) => {
      const refusal = refusalOf(fault);
      // It was filed before, and has been typed in since.
      if (refusal?.kind === "key-reused" && refusal.parameters.case !== undefined) return refusal.parameters.case;
      throw fault;
    },
  );
  await desk.register.drafts.filed(ownerOf(principal), draft.id, id);
  return id;
}
