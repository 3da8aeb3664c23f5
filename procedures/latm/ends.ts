import type { CaseFile, Tellable } from "../../case/file.js";
import { type DelistingRules, delistings as told } from "../delisting.js";
import type { Bodies } from "./bodies.js";
import type { Latm } from "./definition.js";
import * as by from "./sources.js";

/** R. 162-85, R. 162-86. The grounds of I are for the commission; nobody is informed beforehand of a few of II, nor of a ban. */
export const delistings = (file: CaseFile<Latm>): Tellable<never> => told(file, rules);

type Ground = Bodies["delistingPlanned"]["ground"];
const forTheCommission: readonly Ground[] = [
  "asked-for",
  "criteria",
  "superior-activity",
  "generic-line",
  "indicators",
];
const withoutNotice: readonly Ground[] = ["discontinued", "ce-withdrawn", "banned"];

const rules: DelistingRules = {
  forTheCommission,
  withoutNotice,
  informed: ["applicant", "CNP"],
  addressee: (ground) => ((forTheCommission as readonly string[]).includes(ground) ? "CNEDiMTS" : "ministers"),
  opinionLaw: by.deemedOpinionLaw,
};
