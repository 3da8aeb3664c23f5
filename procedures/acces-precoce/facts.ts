import type { Entry } from "../../case/entry.js";
import { type CivilDate, civilDate, dayNumber, daysBetween, latest } from "../../law/civil-date.js";
import { derivedEntries, evaluationDays, type Fact, Facts, moveFacts, numberFor, type RecordedCase } from "../facts.js";
import type { Bodies, Filing } from "./bodies.js";

type Motive = "first-pre" | "first-post" | "renewal" | "new-data" | "continuity" | "modification";

/** One request: the first of an indication, or a later one. */
interface Request {
  readonly motive: Motive;
  readonly indication: string;
  acknowledgedOn: CivilDate | null;
  readonly suspensions: { readonly about: string; readonly from: CivilDate; to: CivilDate | null }[];
  contributed: boolean;
  heard: boolean;
  decided: { readonly on: CivilDate; readonly outcome: "granted" | "refused" } | null;
}

/** One indication: its first request's outcome and what followed. */
interface Followed {
  ammOn: CivilDate | null;
  authorisedOn: CivilDate | null;
  /** Its authorisation, or its coverage with it, is over. */
  over: boolean;
  opinion: { readonly on: CivilDate; readonly body: Bodies["commonLawOpinionRendered"] } | null;
}

const asked: Readonly<Record<string, Motive>> = {
  renewalRequested: "renewal",
  newDataSubmitted: "new-data",
  continuityRequested: "continuity",
  modificationRequested: "modification",
};

/** The facts of one accès précoce. Each metric is named after what `figures.ts` defines with it. */
export function facts(recorded: RecordedCase): Fact[] {
  const reader = new Reader(recorded.opening.filing as Filing, recorded.opening.filedOn);
  for (const entry of derivedEntries(recorded)) reader.read(entry);
  moveFacts(reader.facts, recorded);
  return reader.facts.all;
}

class Reader {
  readonly facts = new Facts();
  private readonly requests = new Map<string, Request>();
  private readonly indications = new Map<string, Followed>();

  constructor(
    private readonly filing: Filing,
    filedOn: CivilDate,
  ) {
    const before = filing.motive === "first-pre-amm";
    const ammOn = filing.ammGrantedOn === undefined ? null : civilDate(filing.ammGrantedOn);
    for (const { id } of filing.indications) {
      this.indications.set(id, { ammOn, authorisedOn: null, over: false, opinion: null });
      this.file(id, before ? "first-pre" : "first-post", id, filedOn);
      if (before && filing.parallelAmm === true) this.facts.add("parallel-amm", filedOn);
      if (ammOn !== null) this.facts.add("filing-after-amm", filedOn, daysBetween(ammOn, filedOn));
      if (filing.preFilingMeeting === true) this.facts.add("filed-after-meeting", filedOn);
      this.facts.add("product-filed", filedOn, this.product(id));
      const { siret, turnoverClass } = filing.applicant;
      this.facts.add(`laboratory:${turnoverClass ?? "unknown"}`, filedOn, numberFor(siret));
    }
  }

  private product(indication: string): number {
    return numberFor(`${this.filing.product.id}|${indication}`);
  }

  private file(request: string, motive: Motive, indication: string, on: CivilDate): void {
    this.requests.set(request, {
      motive,
      indication,
      acknowledgedOn: null,
      suspensions: [],
      contributed: false,
      heard: false,
      decided: null,
    });
    this.facts.add(`filed:${motive}`, on);
  }

  read(entry: Entry): void {
    switch (entry.kind) {
      case "act":
        this.act(entry);
        break;
      case "suspended":
        this.suspended(entry);
        break;
      case "resumed":
        this.resumed(entry);
        break;
      case "ending":
        this.ending(entry);
        break;
      case "notice":
        if (entry.party === "applicant") this.notice(entry);
        break;
      default:
    }
  }

  private act({ name, on, about = "", detail }: Entry): void {
    const body = detail?.body as Record<string, unknown>;
    const motive = asked[name];
    if (motive !== undefined) {
      this.file(String(body.request), motive, about, on);
      return;
    }
    const request = this.requests.get(about);
    switch (name) {
      case "requestAcknowledged":
        if (request !== undefined) request.acknowledgedOn = on;
        break;
      case "contributionReceived":
        if (request !== undefined) request.contributed = true;
        break;
      case "hearingHeld":
        if (request !== undefined) request.heard = true;
        break;
      case "decisionRendered":
        this.decided(about, on, body as Bodies["decisionRendered"]);
        break;
      case "withdrawalRequested":
        this.facts.add("filed:withdrawal", on);
        break;
      case "ammGranted":
        this.amm(about, on);
        break;
      case "commonLawOpinionRendered":
        this.opinion(about, on, body as Bodies["commonLawOpinionRendered"]);
        break;
      case "protocolPublished": {
        this.facts.add(`protocol:${request?.motive === "first-pre" ? "pre" : "post"}`, on);
        for (const mode of (body as Bodies["protocolPublished"]).collection) this.facts.add(`collection:${mode}`, on);
        break;
      }
      case "synthesisReportSubmitted":
        this.facts.add("report", on);
        this.facts.addMany("patients", on, (body as Bodies["synthesisReportSubmitted"]).patients ?? 0);
        break;
      case "tariffPublished":
        this.listed(about, on);
        break;
      default:
    }
  }

  private suspended({ about = "", detail }: Entry): void {
    const { addressedOn: from, of } = detail as { addressedOn: CivilDate; of?: string };
    this.requests.get(of ?? "")?.suspensions.push({ about, from, to: null });
  }

  private resumed({ about = "", detail }: Entry): void {
    const { of, completedOn: to } = detail as { completedOn: CivilDate; of?: string };
    const open = this.requests.get(of ?? "")?.suspensions.findLast((each) => each.about === about && each.to === null);
    if (open !== undefined) open.to = to;
  }

  private decided(name: string, on: CivilDate, body: Bodies["decisionRendered"]): void {
    for (const criterion of body.criteria ?? []) {
      if (this.requests.get(name)?.motive.startsWith("first")) this.facts.add(`criterion:${criterion}`, on);
    }
    this.concluded(name, on, body.outcome);
  }

  /** A request has its decision, expressed or tacit. */
  private concluded(name: string, on: CivilDate, outcome: "granted" | "refused"): void {
    const request = this.requests.get(name);
    const followed = this.indications.get(request?.indication ?? "");
    if (request === undefined || followed === undefined || request.decided !== null) return;
    request.decided = { on, outcome };
    const { motive } = request;
    this.facts.add(`decided:${motive}:${outcome}`, on);
    if (motive === "renewal" && outcome === "granted")
      this.facts.add(`renewed:${followed.ammOn === null || followed.ammOn > on ? "pre" : "post"}`, on);
    const first = motive === "first-pre" || motive === "first-post";
    if (first || motive === "renewal") {
      if (request.contributed) this.facts.add(`contributed:${first ? "first" : "renewal"}`, on);
      if (request.heard) this.facts.add(`heard:${first ? "first" : "renewal"}`, on);
    }
    if (!first) return;
    if (request.acknowledgedOn !== null)
      this.facts.add("evaluation", on, evaluationDays(request.acknowledgedOn, on, request.suspensions));
    this.facts.add(`area:${this.filing.area ?? "other"}`, on);
    if (outcome === "granted") {
      followed.authorisedOn = on;
      this.facts.add("authorised", on);
      this.facts.addMany("authorised-day", on, dayNumber(on));
      if (motive === "first-post" && followed.ammOn !== null)
        this.facts.add("grant-after-amm", on, daysBetween(followed.ammOn, on));
    }
    this.compare(request.indication);
  }

  private amm(indication: string, on: CivilDate): void {
    const followed = this.indications.get(indication);
    if (followed === undefined) return;
    followed.ammOn = on;
    if (followed.authorisedOn !== null) this.facts.add("before-amm", on, daysBetween(followed.authorisedOn, on));
  }

  private opinion(indication: string, on: CivilDate, body: Bodies["commonLawOpinionRendered"]): void {
    const followed = this.indications.get(indication);
    if (followed === undefined || followed.opinion !== null) return;
    followed.opinion = { on, body };
    this.compare(indication);
  }

  /** A decision on a first request and an opinion in common law: counted once both are there. */
  private compare(indication: string): void {
    const decided = this.requests.get(indication)?.decided;
    const opinion = this.indications.get(indication)?.opinion;
    if (decided == null || opinion == null) return;
    const on = latest(decided.on, opinion.on);
    const { smr, asmr, reassessmentPlanned } = opinion.body;
    this.facts.add(`common-law:${decided.outcome}:${smr === "insufficient" ? "insufficient" : (asmr ?? "V")}`, on);
    if (decided.outcome === "granted" && asmr === "V" && reassessmentPlanned === true)
      this.facts.add("bet-unsettled", on);
  }

  private listed(indication: string, on: CivilDate): void {
    const { authorisedOn } = this.indications.get(indication) ?? { authorisedOn: null };
    if (authorisedOn !== null) this.facts.add("before-listing", on, daysBetween(authorisedOn, on));
  }

  private ending({ name, on, about }: Entry): void {
    // The authorisation is a subject of its own, named after its indication.
    if (name.startsWith("authorisation")) this.over(about?.replace(/\.authorisation$/, "") ?? "", on);
    const request = this.requests.get(about ?? "");
    if (about === undefined || request === undefined) return;
    if (name === "tacitlyRejected") this.concluded(about, on, "refused");
    if (name === "requestWithdrawn") this.facts.add("withdrawn-request", on);
    if (name !== "deemedAbandoned") return;
    this.facts.add(`abandoned:${this.side(request)}`, on);
    this.facts.add("product-abandoned", on, this.product(request.indication));
  }

  private side({ motive, indication }: Request): "pre" | "post" {
    if (motive === "first-pre") return "pre";
    return this.indications.get(indication)?.ammOn == null ? "pre" : "post";
  }

  private notice({ name, on, about = "" }: Entry): void {
    if (name === "tacitGrant") this.concluded(about, on, "granted");
    if (name === "coverageEnded") this.over(about, on);
  }

  /** Withdrawn or expired, or left by the coverage that it gave: once. */
  private over(indication: string, on: CivilDate): void {
    const followed = this.indications.get(indication);
    if (followed === undefined || followed.authorisedOn === null || followed.over) return;
    followed.over = true;
    this.facts.add("authorisation-over", on);
    this.facts.addMany("authorisation-over-day", on, dayNumber(followed.authorisedOn));
  }
}
