import { describe, expect, it } from "vitest";
import { onTheServer, simulated } from "../../rig/teller.js";
import { ways } from "../../rig/ways/pecan.js";
import { office } from "./office.js";

describe("a PECAN lived on the real server, its time moved", () => {
  const open = office();

  it.concurrent.each(ways)("to $to: the journal that a simulation tells", async ({ to, filing, options, scenario }) => {
    const pecan = await open.file(filing, options);
    await scenario(onTheServer(pecan));

    const { status, ending } = await pecan.view();
    expect({ status, ending: ending?.name }).toEqual({ status: "concluded", ending: to });
    expect(await pecan.told()).toEqual(await simulated(pecan.opening, scenario));
    expect(await open.register.verify(pecan.id)).toMatchObject({ valid: true });
    expect(await open.client.workflow.getHandle(pecan.id).result()).toMatchObject({ ending: to });
  });
});
