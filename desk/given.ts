import { z } from "zod";
import { A_KNOWN_DAY, A_KNOWN_INSTANT, isKnownDay, knownInstant } from "../law/known-days.js";

/** A day from outside: all come through the one door of `law/known-days.ts`. */
export const givenDay = z
  .string()
  .refine((given): boolean => isKnownDay(given), { params: { fault: "not-a-day" } })
  .meta({ id: "GivenDay", format: "date", description: `In Paris: ${A_KNOWN_DAY}` });

/** An instant from outside. */
export const givenInstant = z
  .string()
  .refine((given) => knownInstant(given) !== null, { params: { fault: "not-an-instant" } })
  .meta({
    id: "GivenInstant",
    format: "date-time",
    description: `Expected: ${A_KNOWN_INSTANT}`,
    example: "2026-05-02T00:00:00+02:00",
  });

export const givenDayOrInstant = z.union([givenDay, givenInstant]).meta({ description: "A day, or an instant" });
