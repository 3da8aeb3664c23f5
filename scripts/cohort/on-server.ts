import { noon } from "../../case/kernel.js";
import type { CivilDate } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import type { FileInOffice, Office } from "../../rig/office.js";
import type { Played } from "./play.js";

/**
 * Lives a played case again, on the real server and at its own dates: the workflow begins on the day of filing, its time
 * is moved to noon of each act, then to the last evening.
 */
export async function liveOnServer(
  office: Pick<Office, "file" | "register">,
  { procedure, live }: Played,
  until: CivilDate,
): Promise<FileInOffice> {
  const { filing, filedAt, ruleset } = live.opening;
  const file = await office.file(filing, { procedure: procedure.shape.name, ruleset, filedAt });
  for (const { act, by, about, on, body } of live.recordedActs) {
    await file.until(noon(on));
    await file.act(act, by, body as object, { on, ...(about !== undefined && { about }) });
  }
  const { status } = (await office.register.case(file.id)) ?? {};
  if (status !== "concluded") await file.until(instant(`${until}T21:00:00Z`));
  return file;
}
