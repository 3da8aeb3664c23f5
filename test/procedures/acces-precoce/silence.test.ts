import { describe, expect, it } from "vitest";
import type { Bodies } from "../../../procedures/acces-precoce/bodies.js";
import { accesPrecoce } from "../../../procedures/acces-precoce/definition.js";
import type { Situation } from "../../../procedures/acces-precoce/delays.js";
import type { Sent } from "../../../rig/timeline.js";
import {
  ansmFavourable,
  ansmUnfavourable,
  answered,
  asked,
  ctFavourable,
  extended,
  granted,
  postAmm,
  preAmm,
  type Request,
} from "../../../rig/timelines/acces-precoce.js";

/**
 * The tacit decision, complete: motive × ANSM opinion × a request for information pending × extension, under the text of
 * 1 July 2021. Acknowledged on 6 September 2021: three months end on 6 December, four on 6 January 2022.
 */
type Opinion = "none" | "favourable" | "unfavourable" | "late";
type Effect = "grant" | "reject" | "person" | "suspended";

interface Cell {
  readonly amm: "pre" | "post";
  readonly opinion: Opinion;
  readonly pending: boolean;
  readonly extended: boolean;
  readonly effect: Effect;
  readonly source: string;
}

const ar = "2021-09-06";
const silent = "silent: a person decides";
const effects: Readonly<Record<"pre" | "post", Readonly<Record<Opinion, readonly [Effect, string]>>>> = {
  pre: {
    none: ["reject", "CSP R. 5121-69, II, A"],
    favourable: ["grant", "CSP R. 5121-69, II, A"],
    unfavourable: ["reject", "CSP R. 5121-69, II, A"],
    // E55: not given "dans ce même délai".
    late: ["reject", "CSP R. 5121-69, II, A"],
  },
  post: {
    none: ["person", silent],
    favourable: ["person", silent],
    unfavourable: ["person", silent],
    late: ["person", silent],
  },
};

const cells: Cell[] = (["pre", "post"] as const).flatMap((amm) =>
  (["none", "favourable", "unfavourable", "late"] as const).flatMap((opinion) =>
    [false, true].flatMap((pending) =>
      [false, true].map((isExtended): Cell => {
        const [effect, source] = effects[amm][opinion];
        // Family D: the examination doesn't end while the information is awaited.
        return pending
          ? { amm, opinion, pending, extended: isExtended, effect: "suspended", source: "CSP R. 5121-69-1" }
          : { amm, opinion, pending, extended: isExtended, effect, source };
      }),
    ),
  ),
);

function play({ amm, opinion, pending, extended: isExtended }: Cell): { request: Request; lastDay: string } {
  const request = amm === "pre" ? preAmm(ar) : postAmm(ar);
  // After the AMM no ANSM opinion is awaited: it is refused, and conditions nothing.
  const render = (when: string, act: Sent<Bodies>) =>
    amm === "pre" ? request.on(when, act) : expect(request.refusal(when, act).type).toBe("not-awaited");
  if (opinion === "favourable") render("2021-10-04", ansmFavourable());
  if (opinion === "unfavourable") render("2021-10-04", ansmUnfavourable());
  if (isExtended) request.on("2021-11-02", extended());
  if (pending) request.on("2021-11-29", asked("q1", 45));
  const lastDay = isExtended ? "2022-01-06" : "2021-12-06";
  return { request, lastDay };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

describe("the tacit decision, under the text of 1 July 2021", () => {
  it("has thirty-two cells", () => expect(cells).toHaveLength(32));

  it.each(cells)("$amm-AMM, opinion $opinion, pending $pending, extended $extended: $effect ($source)", (cell) => {
    const { request, lastDay } = play(cell);
    if (cell.pending) {
      // 45 days from 29 November: 13 January 2022. Answered on the 12th, the examination goes on for what remained.
      request.untilTheEndOf("2022-01-12");
      expect(request.clock("examination:A").state).toBe("suspended");
      expect(request.lines("lapsed")).toEqual([]);
      const remaining = cell.extended ? 38 : 7;
      request.on("2022-01-13", answered("q1"));
      expect(request.clock("examination:A").remainingDays).toBe(remaining);
      return;
    }
    expect(request.lastDay("examination:A")).toBe(lastDay);
    request.untilTheEndOf(lastDay);
    expect(request.lines("lapsed"), "nothing on the last day").toEqual([]);
    const over = dayAfter(lastDay);
    request.until(over.concat("T12:00:00Z"));
    expect(request.lines("lapsed")).toEqual([`${over} lapsed examination HAS examination:A`]);
    switch (cell.effect) {
      case "grant":
        expect(request.phaseOf("A")).toBe("authorised");
        expect(request.noticedOn("applicant", "tacitGrant")).toEqual([over]);
        break;
      case "reject":
        expect(request.outcomeOf("A")).toBe("tacitlyRejected");
        expect(request.noticedOn("applicant", "tacitRejection")).toEqual([over]);
        break;
      default:
        expect(request.phaseOf("A")).toBe("silent");
        expect(request.tasks("decideSilence")).toHaveLength(1);
        expect(request.tasks("decideSilence")[0]?.detail).toMatchObject({
          facts: {
            situation: "postAmm",
            ifAccepted: expect.stringContaining("acceptation"),
            ifRejected: expect.any(String),
          },
        });
        expect(request.view.status).toBe("open");
    }
    if (cell.opinion === "late") expect(request.refusal(over.concat(""), ansmFavourable()).type).toBe("not-awaited");
  });

  it("says a source, and an effect that the story knows, for every situation of every ruleset", () => {
    const situations: Situation[] = ["preAmmFavourable", "preAmmWithout", "preAmmUnfavourable", "postAmm", "other"];
    for (const { delays, from } of accesPrecoce.rulesets) {
      const { silence } = delays.examination;
      const waived: Situation[] = from === "2022-12-25" ? ["preAmmWaived"] : [];
      expect(Object.keys(silence ?? {}).sort()).toEqual([...situations, ...waived].sort());
      for (const { effect, source } of Object.values(silence ?? {})) {
        expect(["grant", "reject", "person"]).toContain(effect);
        expect(source.ref).not.toBe("");
      }
    }
  });
});

describe("the tacit decision, under texts that were not read (from 2022)", () => {
  it.each([
    ["a favourable opinion", true],
    ["no opinion", false],
  ])("with %s, a person decides, and the decision is still awaited", (_what, favourable) => {
    const request = preAmm("2022-03-07");
    if (favourable) request.on("2022-04-04", ansmFavourable());
    request.untilTheEndOf("2022-06-07");
    expect(request.lines("lapsed")).toEqual([]);
    request.until("2022-06-08T12:00:00Z");
    expect(request.phaseOf("A")).toBe("silent");
    expect(request.tasks("decideSilence")[0]?.detail).toMatchObject({ facts: { source: "Lecture A5" } });
    expect(request.view.awaited.map(({ act }) => act)).toContain(
      favourable ? "ctOpinionRendered" : "ansmOpinionRendered",
    );
  });
});

describe("the midnight of a tacit decision", () => {
  it("E54: a decision made on the last day, recorded the morning after, comes before anything is told", () => {
    const request = preAmm(ar).on("2021-10-04", ansmFavourable(), ctFavourable());
    request.until("2021-12-07T07:00:00Z");
    expect(request.lines("lapsed")).toEqual([]);
    request.on("2021-12-06", { ...granted({ ammFilingBy: "2022-12-31" }), recorded: "2021-12-07T08:00:00Z" });
    request.until("2021-12-08");
    expect(request.phaseOf("A")).toBe("authorised");
    expect(request.lines("lapsed", "rectified")).toEqual([]);
    expect(request.noticedOn("applicant", "tacitGrant")).toEqual([]);
    expect(request.lastDay("authorisation:A")).toBe("2022-12-06");
  });

  it("E55: an opinion given on the last day is in time, even recorded the day after", () => {
    const request = preAmm(ar).on("2021-12-06", ansmFavourable("A", { recorded: "2021-12-07T08:00:00Z" }));
    request.until("2021-12-07T12:00:00Z");
    expect(request.phaseOf("A")).toBe("authorised");
    expect(request.noticedOn("applicant", "tacitRejection")).toEqual([]);
    expect(request.noticedOn("applicant", "tacitGrant")).toEqual(["2021-12-07"]);
  });
});
