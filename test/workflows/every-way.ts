import { ways as accesPrecoce } from "./acces-precoce-ways.js";
import { ways as pecan } from "./scenarios.js";
import type { Way } from "./way.js";

export const everyWay: readonly Way[] = [...pecan, ...accesPrecoce];
