import type { Bodies, Filing } from "../../procedures/forfait-innovation/bodies.js";
import { actsOf, Timeline } from "../timeline.js";

/** Forfaits innovation on the days that a test says, to the point from which it goes on. */

export const act = actsOf<Bodies>();
export const refusal = { reasons: "Coût global non pertinent.", remedies: "Tribunal administratif, deux mois." };

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Fabricant" },
  product: { id: "valve", name: "Valve" },
  nature: "device",
  indications: [{ id: "aorte", label: "Rétrécissement aortique" }],
  documents: [{ title: "Argumentaire" }],
  ...more,
});

export const requestedOn = (day: string, more?: Partial<Filing>) =>
  new Timeline<Bodies>("forfait-innovation", day, filing(more));
export const acknowledged = act("requestAcknowledged", "HAS", {});
/** Requested on that day, and acknowledged on it. */
export const evaluatedFrom = (day: string, more?: Partial<Filing>) => requestedOn(day, more).on(day, acknowledged);

export const protocolRequested = (request: string) =>
  act("protocolRequested", "HAS", { request, items: ["Critère de jugement"] });
export const protocolModified = (request: string) =>
  act("protocolModified", "applicant", { documents: [{ title: "Protocole" }] }, { about: request });
export const opinion = (sense: Bodies["opinionRendered"]["sense"]) =>
  act("opinionRendered", "HAS", { sense, ...(sense !== "favourable" && { reasons: "Biais." }) });
export const second = (sense: Bodies["secondOpinionRendered"]["sense"]) =>
  act("secondOpinionRendered", "HAS", { sense, ...(sense === "unfavourable" && { reasons: "Biais." }) });
export const amended = act("protocolAmended", "applicant", { documents: [{ title: "Protocole" }] });
export const published = act("opinionPublished", "HAS", { address: "https://www.has-sante.fr/avis" });
export const asked = (request: string, days: number) =>
  act("informationRequested", "ministers", { request, items: ["Budget"], days });
export const answered = (request: string) =>
  act("informationReceived", "applicant", { items: ["Budget"] }, { about: request });
export const granted = act("coverageDecided", "ministers", { outcome: "granted" });
export const refused = act("coverageDecided", "ministers", { outcome: "refused", ground: "cost", ...refusal });
export const ordered = act("orderPublished", "ministers", {
  journal: "JO n° 1",
  months: 36,
  amount: "12 000 €",
  patients: 120,
  establishments: ["CHU"],
});
export const studyOver = (outcome: Bodies["studyCompleted"]["outcome"] = "completed", listable = true) =>
  act("studyCompleted", "applicant", { outcome, listable });

/** Before the ministers: requested on 5 January 2026, a first favourable opinion published on that day. */
export const examinedFrom = (day: string, more?: Partial<Filing>) =>
  evaluatedFrom("2026-01-05", more).on(day, opinion("favourable"), published);
/** Covered from 2 June 2026. */
export const covered = (more?: Partial<Filing>) =>
  examinedFrom("2026-03-02", more).on("2026-05-04", granted).on("2026-06-01", ordered);
