/** A tiny procedure, invented for the kernel's tests: a parcel asked for, sent, and kept or returned. */
import type { ActMessage } from "../../case/act.js";
import { Case } from "../../case/case.js";
import { chapters } from "../../case/chapters.js";
import { type Definition, defineProcedure, type FilingBase, type Schemas } from "../../case/definition.js";
import type { CaseFile, Story } from "../../case/file.js";
import { noon } from "../../case/kernel.js";
import { procedure } from "../../case/procedure.js";
import { openingOf } from "../../case/simulate.js";
import { guide } from "../../law/citation.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import type { SuspensionFamily } from "../../law/suspension.js";

const source = guide("Règlement des colis", "dix jours");
const act = (label: string, by: string, about?: string) => ({
  label,
  description: `${label}.`,
  by: [by],
  source,
  ...(about !== undefined && { about }),
});

// biome-ignore lint/complexity/noBannedTypes: bodies without fields.
type Bodies = { asked: { item: string }; sent: {}; kept: {}; returned: {}; rated: {}; noted: {}; piece: {} };

export const parcel = defineProcedure<Bodies, FilingBase>()(
  {
    name: "parcel",
    prefix: "COLIS",
    title: "Colis",
    source,
    parties: { applicant: { label: "Client" }, shop: { label: "Magasin" } },
    acts: {
      asked: act("Demandé", "applicant"),
      sent: act("Envoyé", "shop"),
      kept: act("Gardé", "applicant"),
      returned: act("Rendu", "applicant"),
      rated: { ...act("Apprécié", "applicant"), after: ["sent"], once: true },
      noted: act("Noté", "shop"),
      piece: act("Pièce", "applicant", "piece"),
    },
    phases: { open: "Ouvert", waiting: "En attente" },
    endings: {
      done: { label: "Fini", adverse: false, source },
      lost: { label: "Perdu", adverse: true, source },
      half: { label: "À moitié", adverse: false, source },
    },
    suspensions: { strike: { label: "Grève", source } },
    delays: {
      shipping: {
        label: "Envoi",
        bearer: "shop",
        onExpiry: "overrun",
        suspendedBy: ["strike"],
        rule: { length: days(10), family: "shared", source },
      },
      returning: {
        label: "Retour",
        bearer: "applicant",
        onExpiry: "lapse",
        adverse: true,
        rule: { length: days(10), source },
      },
    },
    notices: { told: { label: "Dit", kind: "status" }, overrun: { label: "Dépassé", kind: "status" } },
    tasks: { look: { label: "Regarder", settledBy: ["noted"] }, thank: { label: "Remercier", settledBy: [] } },
  },
  { house: { name: "house", from: civilDate("2020-01-01"), label: "Règlement" } },
);

export type Parcel = typeof parcel;
export const chapter = chapters<Parcel>();

const anything = { type: "object" } as const;
const schemas: Schemas = {
  filing: anything,
  bodies: Object.fromEntries(Object.keys(parcel.shape.acts).map((name) => [name, anything])),
};

/** The same parcel under a ruleset that says another family. */
const stoppedAs = (family: SuspensionFamily): Definition["rulesets"] =>
  parcel.rulesets.map((ruleset) => {
    const { shipping } = ruleset.delays;
    return { ...ruleset, delays: { ...ruleset.delays, shipping: { ...shipping, family } } };
  });

/** A parcel told by that story, and what is sent to it. */
export function parcelTold(
  tale: (file: CaseFile<Parcel>) => Story<unknown>,
  gates?: (name: string) => boolean,
  family?: SuspensionFamily,
) {
  const opening = openingOf("COLIS-1", noon(civilDate("2026-03-02")), "house@2020-01-01", {
    applicant: { siret: "73282932000074", name: "Client" },
    product: { id: "p", name: "Colis" },
    indications: [],
  });
  const told = { ...procedure(parcel, tale), schemas, ...(family !== undefined && { rulesets: stoppedAs(family) }) };
  const live = Case.open(told, opening, opening.filedAt, gates);
  let count = 0;
  const send = (day: string, name: string, about?: string, more: ActMessage = {}) =>
    live.accept(
      name,
      {
        id: `${++count}`,
        by: parcel.shape.acts[name as keyof Bodies]?.by[0] ?? "shop",
        on: day,
        body: { item: "x" },
        ...(about !== undefined && { about }),
        ...more,
      },
      noon(civilDate(day)),
    );
  return {
    live,
    send,
    until: (day: string) => live.advance(noon(civilDate(day))),
    awaited: () => live.view().awaited.map(({ act: name, about }) => (about === undefined ? name : `${name}|${about}`)),
    ending: () => live.view().ending?.name ?? null,
    told: () => live.entries.map(({ kind, name }) => `${kind} ${name}`),
  };
}
