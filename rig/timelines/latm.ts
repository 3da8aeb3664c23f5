import type { Bodies, Filing } from "../../procedures/latm/bodies.js";
import { actsOf, Timeline } from "../timeline.js";

/** Listings on the LATM on the days that a test says, to the point from which it goes on. */

export const act = actsOf<Bodies>();
export const refusal = { reasons: "Intérêt insuffisant.", remedies: "Tribunal administratif, deux mois." };

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant" },
  product: { id: "coeur", name: "Cœur connecté", ceMarked: true },
  indications: [{ id: "ic", label: "Insuffisance cardiaque" }],
  underPecan: false,
  certificate: { reference: "ANS-1" },
  ...more,
});

export const requestedOn = (day: string, more?: Partial<Filing>) => new Timeline<Bodies>("latm", day, filing(more));
export const acknowledged = act("applicationAcknowledged", "ministers", {});

/** Acknowledged on that day. */
export const examinedFrom = (day: string, more?: Partial<Filing>) => requestedOn(day, more).on(day, acknowledged);
/** The same, under a PECAN. */
export const underPecanFrom = (day: string) => examinedFrom(day, { underPecan: true });

export const asked = (request: string, days: number, by = "ministers") =>
  act("informationRequested", by, { request, items: ["Étude", "Mode d'emploi"], days });
export const answered = (request: string, ...items: string[]) =>
  act(
    "informationReceived",
    "applicant",
    { items: items.length > 0 ? items : ["Étude", "Mode d'emploi"] },
    { about: request },
  );
export const draft = act("draftOpinionCommunicated", "CNEDiMTS", { sense: "favourable" });
export const opinion = act("opinionRendered", "CNEDiMTS", { sense: "favourable" });
export const decided = (outcome: "listed" | "refused") =>
  act("listingDecided", "ministers", {
    decisions: [{ indication: "ic", outcome, ...(outcome === "refused" && refusal) }],
  });

/** Listed from that day for five years. */
export const listedFrom = (day: string) =>
  examinedFrom("2026-01-05")
    .on("2026-02-02", draft)
    .on("2026-03-02", opinion)
    .on("2026-04-01", decided("listed"))
    .on("2026-04-08", act("listingPublished", "ministers", { journal: "JO n° 1", effectiveOn: day }))
    .on("2026-04-08", act("amountPublished", "ministers", { journal: "JO n° 1" }));
