import type { Bodies, Filing } from "../../procedures/lppr/bodies.js";
import { actsOf, Timeline } from "../timeline.js";

/** Listings on the LPPR on the days that a test says, to the point from which it goes on. */

export const act = actsOf<Bodies>();
export const refusal = { reasons: "Service attendu insuffisant.", remedies: "Tribunal administratif, deux mois." };

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Fabricant" },
  product: { id: "orthese", name: "Orthèse", ceMarked: true, digital: false, telemonitoringOnly: false },
  form: "brand",
  indications: [{ id: "marche", label: "Troubles de la marche" }],
  ...more,
});

export const digital = {
  id: "appli",
  name: "Appli",
  ceMarked: true,
  digital: true,
  telemonitoringOnly: false,
} as const;

export const requestedOn = (day: string, more?: Partial<Filing>) => new Timeline<Bodies>("lppr", day, filing(more));

export const asked = (request: string, by = "ministers") =>
  act("informationRequested", by, { request, items: ["Étude"] });
export const reached = (request: string) => act("requestReceived", "ministers", {}, { about: request });
export const answered = (request: string) =>
  act("informationReceived", "applicant", { items: ["Étude"] }, { about: request });
export const decided = (outcome: "listed" | "refused", more: object = {}) =>
  act("listingDecided", "ministers", {
    decisions: [{ indication: "marche", outcome, ...(outcome === "refused" && refusal) }],
    ...more,
  });
export const priced = act("tariffDecided", "CEPS", { tariff: "120 €", agreement: true });
export const published = (effectiveOn?: string) =>
  act("listingPublished", "ministers", { journal: "JO n° 1", ...(effectiveOn && { effectiveOn }) });
export const tariffPublished = act("tariffPublished", "ministers", { journal: "JO n° 1" });

/** Listed from that day for five years, asked for long before. */
export const listedFrom = (day: string, more?: Partial<Filing>) =>
  requestedOn("2026-01-05", more)
    .on("2026-06-01", decided("listed"), priced)
    .on("2026-06-08", published(day), tariffPublished);

export const renewalAsked = act("renewalRequested", "applicant", { documents: [{ title: "Dossier" }] });
