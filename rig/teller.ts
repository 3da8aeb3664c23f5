import type { ActMessage } from "../case/act.js";
import type { Opening } from "../case/kernel.js";
import type { Procedure } from "../case/procedure.js";
import { type SimulatedAct, simulate } from "../case/simulate.js";
import { addDays, type CivilDate } from "../law/civil-date.js";
import { fromEpochMs } from "../law/instant.js";
import { startOfDayMs } from "../law/paris.js";
import { procedureOf } from "../procedures/all.js";
import { lineOf } from "./journal-line.js";
import type { FileInOffice } from "./office.js";

const pecan = procedureOf("pecan");

/** What a scenario needs of a case: the real one and the simulated one play the same scenario. */
export interface Teller {
  readonly filedOn: CivilDate;
  act(name: string, by: string, body?: object, more?: ActMessage): Promise<unknown>;
  /** Time passes until the first instants of that day. */
  until(day: CivilDate): Promise<void>;
  lastDay(clock: string): Promise<CivilDate>;
}

export type Scenario = (file: Teller) => Promise<void>;

/** A file whose acts all come on the day of its filing: no time passes, and no date is asked for. */
export const ofOneDay = (filedOn: CivilDate, act: Teller["act"]): Teller => ({
  filedOn,
  act,
  until: (day) => Promise.reject(new Error(`No time passes here: not until ${day}.`)),
  lastDay: (clock) => Promise.reject(new Error(`No date is asked for here: not that of ${clock}.`)),
});

/** The day after a delay's last day: the expiry has just had its effect. */
export async function over(file: Teller, clock: string): Promise<CivilDate> {
  return addDays(await file.lastDay(clock), 1);
}

/** A case on the real server. An act that opens or moves a clock is in the register once answered: its dates can be read. */
export const onTheServer = (file: FileInOffice): Teller => file;

/** The same scenario in virtual time: its acts are collected, and given to `simulate` whole. */
export async function simulated(opening: Opening, scenario: Scenario, procedure: Procedure = pecan): Promise<string[]> {
  const acts: SimulatedAct[] = [];
  let nowMs = Date.parse(opening.filedAt);
  const played = () => {
    const { refused, ...simulation } = simulate(procedure, opening, acts, fromEpochMs(nowMs));
    if (refused.length > 0) throw new Error(`Refused in simulation: ${JSON.stringify(refused)}`);
    return simulation;
  };
  await scenario({
    filedOn: opening.filedOn,
    async act(name, by, body = {}, more = {}) {
      nowMs += 10;
      const { on: _on, at: _at, ...rest } = more;
      acts.push({ ...rest, act: name, at: fromEpochMs(nowMs), by, body });
    },
    async until(day) {
      // As on the server: a second after midnight.
      nowMs = Math.max(nowMs, startOfDayMs(day) + 1_000);
    },
    async lastDay(clock) {
      const { lastDay } = played().case.clocks.find(({ id }) => id === clock) ?? {};
      if (lastDay == null) throw new Error(`${clock} has no last day.`);
      return lastDay;
    },
  });
  return played().journal.map(lineOf);
}
