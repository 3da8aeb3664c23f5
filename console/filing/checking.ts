/** What stands in the way of a draft as a whole, in French, each fault at its field; or what it would open. */
import { inFrench } from "../../case/fault.js";
import type { CaseView } from "../../case/view.js";
import { type DeskRefusal, refusalOf } from "../../desk/refusal.js";
import type { FieldFault } from "../acting/faults.js";
import type { Drafting } from "./drafting.js";

export interface Checked {
  readonly faults: readonly FieldFault[];
  /** What isn't at a field: the text's own reason, or another case that stands in the way. */
  readonly reason?: {
    readonly words: string;
    readonly source?: string | undefined;
    readonly case?: string | undefined;
  };
  /** The case as it would be opened. */
  readonly opened?: CaseView;
}

/** Tries the whole. @throws what isn't the draft's own fault */
export async function checkedOf(drafting: Drafting, attempt: () => Promise<CaseView>): Promise<Checked> {
  try {
    return { faults: [], opened: await attempt() };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === undefined || refusal.kind === "unavailable" || refusal.kind === "too-many") throw fault;
    const faults = refusal.kind === "malformed" ? faultsOf(drafting, refusal) : [];
    return faults.length > 0 ? { faults } : { faults, reason: reasonOf(refusal) };
  }
}

/** In the order of the pages. */
function faultsOf({ wording, form }: Drafting, { parameters }: DeskRefusal): FieldFault[] {
  const fields = form.flatMap((page) => page.fields);
  const place = ({ pointer }: FieldFault) => fields.findIndex((field) => `${pointer}/`.startsWith(`/filing${field}/`));
  return (parameters.faults ?? [])
    .filter(({ pointer }) => pointer.startsWith("/filing/"))
    .map((fault) => {
      const { pointer, code } = fault;
      const ofLink = code === "rule" && /^\/filing\/links\/\d+\/case$/.test(pointer);
      const words = ofLink ? "Votre entreprise n'a pas de dossier de ce numéro et de cette nature." : inFrench(fault);
      return { pointer, label: wording.placed(pointer), words };
    })
    .sort((a, b) => place(a) - place(b));
}

function reasonOf({ kind, message, parameters }: DeskRefusal): NonNullable<Checked["reason"]> {
  if (kind === "open-case-exists")
    return { words: "Un dossier de votre entreprise est déjà ouvert sur cet objet.", case: parameters.case };
  if (kind === "not-allowed") return { words: "Vous ne parlez pas pour l'entreprise dont vous indiquez le SIRET." };
  return { words: message, source: parameters.source };
}
