import { ways as accesPrecoce } from "./acces-precoce.js";
import { ways as ansCertification } from "./ans-certification.js";
import { ways as forfaitInnovation } from "./forfait-innovation.js";
import { ways as pecan } from "./pecan.js";
import type { Way } from "./way.js";

export const everyWay: readonly Way[] = [...pecan, ...accesPrecoce, ...ansCertification, ...forfaitInnovation];
