import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { months } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { chapter, type Pecan } from "./definition.js";
import * as by from "./sources.js";

/** A penalty in view, and how far it went: the coverage may end meanwhile, and it is then taken up where it stood. */
interface Penalty {
  /** Day on which the company received the notice. */
  readonly from: CivilDate;
  observed: boolean;
  /** In cents; null when it wasn't declared in time, undefined while it may be. */
  turnover: number | null | undefined;
  /** Day of the request for a hearing; null when none was asked for in time, undefined while one may be. */
  hearingAskedOn: CivilDate | null | undefined;
  heard: boolean;
  /** Day on which the decision was received. */
  decided: { readonly on: CivilDate; readonly amount: number } | null;
}

/** The penalty that is open; null when none is. */
export interface PenaltyTrack {
  open: Penalty | null;
}

/** L. 162-1-23, VIII, R. 162-121. One at a time, for a continuity that wasn't assured, during the coverage or after. */
export const penalties = chapter(function* (file, track: PenaltyTrack) {
  for (;;) {
    const { on, receivedOn, body } = yield* file.received("penaltyPlanned");
    const foundOn = dayGiven(body.foundOn, by.penaltyNoticeLaw);
    if (foundOn > on) refuse("Le manquement se constate avant la pénalité envisagée.", by.penaltyNoticeLaw);
    // P18: the eighteen months before the finding are those of the turnover.
    const { lastDay: since } = deadline({ from: foundOn, delay: { ...months(-18) } });
    file.notify("applicant", "penaltyPlanned", { facts: { breach: body.breach, foundOn, since } });
    track.open = {
      from: receivedOn,
      observed: false,
      turnover: undefined,
      hearingAskedOn: undefined,
      heard: false,
      decided: null,
    };
    yield* proceedings(file, track.open);
    track.open = null;
  }
});

/** What is left of it, once every coverage is over: the case waits for its end. */
export const penaltyLeft = chapter(function* (file, { open }: PenaltyTrack) {
  if (open === null) return;
  file.enter("penalty");
  yield* proceedings(file, open);
});

const proceedings = chapter(function* (file, penalty: Penalty) {
  yield* file.all(observations(file, penalty), declaration(file, penalty), hearing(file, penalty));
  if (penalty.decided === null) {
    const decided = yield* file.received("penaltyDecided");
    lawfulAmount(decided, penalty);
    penalty.decided = { on: decided.receivedOn, amount: decided.body.amount };
    file.notify("applicant", "penaltyDecided", { facts: { ...decided.body } });
  }
  const { on: from, amount } = penalty.decided;
  if (amount === 0) return;
  yield* file.received("penaltyPaid").within("penaltyPayment", { from });
  file.notify(["applicant", "ministers"], "penaltyPaid");
});

/** P14. Twenty days from the receipt of the notice. */
const observations = chapter(function* (file, penalty: Penalty) {
  if (penalty.observed) return;
  yield* file.under(
    file.each("penaltyObservationsMade", ({ body: { observations: made } }) => {
      file.notify("ministers", "penaltyObserved", { facts: { observations: made } });
    }),
    file.end("penaltyObservations", { from: penalty.from }),
  );
  penalty.observed = true;
});

/** P14. In the same twenty days; undeclared, the penalty is of thirty per cent of what was reimbursed. */
const declaration = chapter(function* (file, penalty: Penalty) {
  if (penalty.turnover !== undefined) return;
  const declared = yield* file.received("turnoverDeclared").within("turnover", { from: penalty.from });
  penalty.turnover = declared === lapsed ? null : declared.body.turnover;
  file.notify(["applicant", "ministers"], "turnover", { facts: { declared: declared === lapsed ? "no" : "yes" } });
});

/** P15, P16. Asked for within eight days of that receipt, held within forty-five of the request's. */
const hearing = chapter(function* (file, penalty: Penalty) {
  if (penalty.hearingAskedOn === undefined) {
    const asked = yield* file
      .received("penaltyHearingRequested")
      .within("penaltyHearingRequest", { from: penalty.from });
    penalty.hearingAskedOn = asked === lapsed ? null : asked.receivedOn;
    if (asked !== lapsed) file.notify("ministers", "penaltyHearing");
  }
  if (penalty.hearingAskedOn === null || penalty.heard) return;
  yield* file.received("penaltyHearingHeld").within("penaltyHearing", { from: penalty.hearingAskedOn });
  penalty.heard = true;
});

/** At most thirty per cent of the turnover; undeclared, just thirty per cent of the reimbursements, to the cent. @throws Refusal */
function lawfulAmount({ body: { amount, reimbursed } }: ActOf<Pecan, "penaltyDecided">, { turnover }: Penalty): void {
  if (typeof turnover === "number") {
    if (amount * 10 > turnover * 3)
      refuse("La pénalité n'excède pas 30 % du chiffre d'affaires déclaré.", by.penaltyCapLaw);
    return;
  }
  if (amount === 0) return;
  if (reimbursed === undefined)
    refuse("Sans chiffre d'affaires déclaré, la pénalité se calcule sur les montants remboursés.", by.undeclaredLaw);
  if (Math.abs(amount * 10 - reimbursed * 3) >= 10)
    refuse("Sans chiffre d'affaires déclaré, la pénalité est égale à 30 % des montants remboursés.", by.undeclaredLaw);
}
