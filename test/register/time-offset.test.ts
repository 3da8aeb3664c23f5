import { beforeAll, describe, expect, it } from "vitest";
import { NotASandboxCase, type Register, UnknownCase } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { filing } from "./samples.js";

describe("a sandbox case's time", () => {
  let register: Register;
  beforeAll(async () => {
    ({ register } = await freshRegister());
  });

  it("is moved forwards, as often as it is told, and never back", async () => {
    const { id } = await register.file(filing({ sandbox: true }));
    const decade = 10 * 365 * 86_400_000;
    expect((await register.case(id))?.offsetMs).toBe(0);
    expect(await register.moveTime(id, decade)).toBe(decade);
    expect(await register.moveTime(id, decade)).toBe(decade);
    expect(await register.moveTime(id, 5)).toBe(decade);
    expect((await register.case(id))?.offsetMs).toBe(decade);
  });

  it("is the only one that can be moved", async () => {
    const { id } = await register.file(filing());
    await expect(register.moveTime(id, 1)).rejects.toThrow(NotASandboxCase);
    await expect(register.moveTime("PECAN-1999-0001", 1)).rejects.toThrow(UnknownCase);
  });
});
