/** An open page hears that its case has moved. */
import type { Desk } from "../desk/desk.js";
import { followJournal } from "../desk/journal.js";
import type { Principal } from "../desk/principal.js";

/** Where server-sent events are written. */
export interface Stream {
  send(event: { readonly id?: string; readonly event: string; readonly data: unknown }): void;
}

/** Tells that the case's journal has grown after a number; the page then says so, and reads itself again when asked. */
export async function followCase(
  desk: Desk,
  principal: Principal,
  id: string,
  after: number,
): Promise<(out: Stream) => Promise<() => void>> {
  const follow = await followJournal(desk, principal, id, after);
  return (out) =>
    follow({
      entry: ({ number }) => out.send({ id: String(number), event: "moved", data: number }),
      interrupted: () => undefined,
      resumed: () => undefined,
      ahead: () => out.send({ event: "moved", data: after }),
    });
}
