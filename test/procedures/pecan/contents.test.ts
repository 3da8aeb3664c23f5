import { describe, expect, test } from "vitest";
import type { Bodies } from "../../../procedures/pecan/bodies.js";
import { letters } from "../../../procedures/pecan/letters.js";
import { actsOf } from "../../../rig/timeline.js";
import {
  acknowledgedOn,
  conventionSent,
  conventionSigned,
  convergenceDeposited,
  decided,
  evidence,
  evidenceCompleted,
  filed,
  foundAdmissible,
  foundComplete,
  hybrid,
  type Pecan,
  sesameDeposited,
  withBothOpinionsOn,
} from "../../../rig/timelines/pecan.js";

const act = actsOf<Bodies>();
type OpinionOnOne = Bodies["cnedimtsOpinionRendered"]["opinions"][number];

const mentions = { icd: "Chapitre 06, F32", specifications: "Application mobile.", population: "12 000 patients" };
const terms = {
  flatRates: "435 euros par patient",
  billing: "trimestrielle",
  code: "PEC0001",
  icd: "Chapitre 06, F32",
};

/** The first such letter to that party, as it reads it. */
function letterOf(pecan: Pecan, notice: string, party: string): string {
  const [entry] = pecan.notices(notice, party);
  if (entry === undefined) throw new Error(`${party} wasn't told ${notice}.`);
  const { opening, procedure } = pecan.live;
  return JSON.stringify(letters.render(entry, { opening, shape: procedure.shape, rulesets: procedure.rulesets }));
}

const opinionOf = (...opinions: OpinionOnOne[]) => act("cnedimtsOpinionRendered", "CNEDiMTS", { opinions });
const onBoth = (depression: Partial<OpinionOnOne>, suivi: Partial<OpinionOnOne>) =>
  opinionOf(
    { indication: "depression", sense: "favourable", ...depression },
    { indication: "suivi", sense: "favourable", ...suivi },
  );

describe("R. 162-114, II to IV: what a favourable opinion says", () => {
  test("the mentions, the framework of a remote monitoring and the recommendations are told to the applicant", () => {
    const pecan = acknowledgedOn("2026-03-02", { indications: hybrid });
    pecan.on(
      "2026-03-20",
      onBoth(
        { ...mentions, recommendations: "Prescription par un psychiatre." },
        { ...mentions, framework: "Suivi hebdomadaire." },
      ),
    );
    const letter = letterOf(pecan, "cnedimtsOpinion", "applicant");
    for (const told of [...Object.values(mentions), "Prescription par un psychiatre.", "Suivi hebdomadaire."])
      expect(letter.replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toContain(told);
  });

  test.each<[string, Partial<OpinionOnOne>, Partial<OpinionOnOne>, string]>([
    ["a mention missing", { icd: mentions.icd }, {}, "CSS R. 162-114, II et III"],
    ["an unfavourable opinion", { sense: "unfavourable", ...mentions }, {}, "CSS R. 162-114, II et III"],
    ["a remote monitoring without its framework", {}, mentions, "CSS R. 162-114, IV"],
    [
      "recommendations on a remote monitoring",
      {},
      { ...mentions, framework: "Suivi.", recommendations: "Non." },
      "CSS R. 162-114, IV",
    ],
  ])("refused: %s", (_, depression, suivi, source) => {
    const pecan = acknowledgedOn("2026-03-02", { indications: hybrid });
    expect(pecan.refusal("2026-03-20", onBoth(depression, suivi))).toMatchObject({ type: "not-lawful", source });
  });
});

describe("R. 162-116, I: what the order says", () => {
  const order = (...contents: NonNullable<Bodies["orderPublished"]["contents"]>) =>
    act("orderPublished", "ministers", { journal: "JORF n° 0128", contents });
  const granted = () => {
    const pecan = withBothOpinionsOn("2026-05-04", { indications: hybrid });
    pecan.on("2026-05-21", decided({ depression: "granted", suivi: "refused" }, "2026-05-20"));
    return pecan;
  };

  test("flat rates, billing, code, class and mention are told to the applicant, the insurer and the prescribers", () => {
    const pecan = granted();
    pecan.on("2026-06-01", order({ indication: "depression", ...terms, prescription: "L'indication." }));
    for (const party of ["applicant", "insurer", "prescribers"])
      for (const told of Object.values(terms))
        expect(letterOf(pecan, "coverage", party).replaceAll("\u00a0", " ")).toContain(told);
  });

  test("refused: an indication that wasn't granted, or one told twice", () => {
    const one = { indication: "depression", ...terms };
    const lawless = { type: "not-lawful", source: "CSS R. 162-116, I" };
    expect(granted().refusal("2026-06-01", order({ ...one, indication: "suivi" }))).toMatchObject(lawless);
    expect(granted().refusal("2026-06-01", order(one, one))).toMatchObject(lawless);
  });
});

test("CRPA R. 112-11-1, 2°: the acknowledgement names the service in charge, where it is given", () => {
  const pecan = filed("2026-01-05");
  pecan.on("2026-01-06", convergenceDeposited(), sesameDeposited());
  pecan.on("2026-01-07", foundAdmissible(), foundComplete(), conventionSent());
  pecan.on("2026-01-08", conventionSigned(), evidence("securite"), evidenceCompleted());
  pecan.on(
    "2026-01-09",
    act("applicationAcknowledged", "ministers", { service: "Bureau des produits, 01 40 56 60 00" }),
  );
  expect(letterOf(pecan, "acknowledged", "applicant")).toMatch(/Bureau des produits.*CRPA R. 112-11-1/);
});
