/** The matrix: every role, every act, every read, every way to stand to a case; each cell as the table declares it. */
import express from "express";
import { describe, expect, it } from "vitest";
import { EventStreams } from "../api/http/event-stream.js";
import { mount } from "../api/http/mount.js";
import { route } from "../api/http/route.js";
import { anyone, type Principal, roles } from "../desk/principal.js";
import { refuseToAsk, scopeOf, sees } from "../desk/rights.js";
import { type Ask, asks, mayAsk, reaches } from "../desk/rights-table.js";
import { refuseUnruledActs, Unruled } from "../desk/rules.js";
import { procedures } from "../procedures/all.js";
import { caseOf, type Relation, reads, relations, sends, speakersOn } from "../rig/speakers.js";

const shapes = [...procedures.values()].map(({ shape }) => shape);
type Shape = (typeof shapes)[number];
const ways = Object.keys(relations) as Relation[];

/** What the table says of reading: by the reach of the role, and by the parties of a confidential procedure. */
function declaredToRead(speaker: Principal, relation: Relation, shape: Shape, sandbox: boolean): boolean {
  if (relation === "ended") return false;
  if (speaker.role === "anyone" || (speaker.role === "developer" && !sandbox)) return false;
  const reach = speaker.role === "platform" && speaker.organisation ? "company" : reaches[speaker.role];
  const within = { every: ["own", "mandated", "foreign"], company: ["own", "mandated"], filed: ["own"] }[reach];
  const party = Object.hasOwn(shape.parties, speaker.party) && (speaker.party !== "applicant" || speaker.organisation);
  return within.includes(relation) && (!shape.confidential || speaker.party === "operator" || Boolean(party));
}

/** What the procedure says of an act: to whom it is given, and to which role of theirs. */
function declaredToSend(speaker: Principal, shape: Shape, act: string): boolean {
  const { by, as } = shape.acts[act]!;
  if (speaker.role === "platform" || speaker.role === "developer") return true;
  return by.includes(speaker.party) && (as === undefined || as === speaker.role);
}

describe("the table of rights", () => {
  it.each(shapes)("decides who reads and who sends: $name, every role × act × way to stand to a case", (shape) => {
    let cells = 0;
    for (const [name, speaker] of speakersOn(shape))
      for (const relation of ways)
        for (const sandbox of [true, false]) {
          const read = declaredToRead(speaker, relation, shape, sandbox);
          const where = [name, relation, sandbox ? "sandbox" : "real"];
          expect([...where, reads(speaker, relation, shape.name, sandbox)]).toEqual([...where, read]);
          for (const act of Object.keys(shape.acts)) {
            const sent = sends(speaker, relation, shape, act, sandbox);
            const may = read && mayAsk(speaker.role, "act") && declaredToSend(speaker, shape, act);
            expect([act, ...where, sent]).toEqual([act, ...where, may]);
            cells++;
          }
        }
    expect(cells).toBe(speakersOn(shape).size * ways.length * 2 * Object.keys(shape.acts).length);
  });

  it("gives each of what can be asked to those whom it names, and to nobody else", () => {
    for (const [ask, who] of Object.entries(asks) as [Ask, readonly string[] | "anyone"][])
      for (const role of [...roles, "anyone"] as const) {
        const speaker: Principal = { person: "p", role, party: "applicant" };
        const refused = () => refuseToAsk(speaker, ask);
        if (who === "anyone" || who.includes(role)) refused();
        else expect(refused, `${role} ${ask}`).toThrow(/isn't given/);
      }
  });

  it("gives nobody in particular no case, whatever is asked", () => {
    for (const shape of shapes) expect(sees(anyone, caseOf(anyone, "own", shape.name, true))).toBe(false);
    expect(scopeOf(anyone).company).toBe("");
  });
});

describe("what has no rule keeps the process from starting", () => {
  const unruled = "reading minds" as Ask;

  it("a route", () => {
    const spec = { method: "get", path: "/x", tag: "X", summary: "X", asks: unruled, replies: {} } as const;
    const mounting = { identify: async () => anyone, checkReplies: false, streams: new EventStreams() };
    const mounted = () => mount(express.Router(), [route(spec, () => ({ status: 200, body: {} }))], mounting);
    expect(mounted).toThrow(Unruled);
  });

  it("an act that nobody may send, or that is given to no party or to no role of the house", () => {
    const shape = shapes[0]!;
    const [name, spec] = Object.entries(shape.acts)[0]!;
    refuseUnruledActs(shapes);
    for (const odd of [{ by: [] }, { by: ["nobody"] }, { struckBy: ["nobody"] }, { as: "king" }]) {
      const acts = { ...shape.acts, [name]: { ...spec, ...odd } } as Shape["acts"];
      expect(() => refuseUnruledActs([{ ...shape, acts }]), JSON.stringify(odd)).toThrow(Unruled);
    }
  });
});
