import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import type { Bodies, Filing } from "./bodies.js";
import { type RencontrePrecoce, story } from "./definition.js";
import { lawfulMinutes, Preparation } from "./preparation.js";
import * as by from "./sources.js";

/** The rencontre précoce, in the four steps of the guide: la demande, la recevabilité, le rendez-vous, le compte-rendu. */
export const rencontrePrecoceStory = story(function* (file) {
  // ➔ La demande
  admit(file.filing);
  const preparation = new Preparation(file.filing);
  const rules = [
    withdrawal(file),
    submissions(file, preparation),
    attendees(file, preparation),
    startedStudy(file, preparation),
    experts(file, preparation),
  ];
  const held = yield* file.under(rules, untilTheMeeting(file, preparation));

  // ➔ Le compte-rendu. Ten days for the applicant, ten for the HAS; lateness is told, and never sanctioned.
  file.enter("minutes");
  const minutes = yield* file.received("minutesSubmitted").within("minutes", { from: held.on });
  lawfulMinutes(minutes.body, held.on);
  file.enter("review");
  file.notify(["applicant", "HAS"], "minutesReceived");
  file.task("HAS", "amendMinutes");
  const { body } = yield* file.received("minutesReturned").within("amendedMinutes", { from: minutes.receivedOn });
  file.notify("applicant", "minutesReturned", { facts: { amended: body.amended, document: body.document.title } });
  return yield* file.ends("closed");
});

/** The request is examined and the meeting held; meanwhile the applicant may complete its file, or give it up. */
const untilTheMeeting = story(function* (file, preparation: Preparation) {
  file.enter("request");
  file.notify("applicant", "requested");
  file.notify("HAS", "toExamine");

  // ➔ La recevabilité. "Le rendez-vous sera planifié après transmission […] de l'ensemble des éléments du dossier".
  yield* file.all(completeness(file, preparation), admissibility(file, preparation));

  // ➔ Le rendez-vous
  return yield* meeting(file, preparation);
});

function admit({ applicant, channel, category, earlierMeetings = [] }: Filing): void {
  siretGiven(applicant.siret);
  if (channel !== "sesame")
    refuse("Une demande de rencontre précoce se dépose uniquement en ligne, via la plateforme Sésame.", by.channel);
  if (category === "medicine") refuse("Ces rencontres ne portent pas sur les médicaments.", by.scope);
  const [earlier] = earlierMeetings;
  if (earlier !== undefined)
    refuse(
      `Un rendez-vous a déjà eu lieu pour cette technologie, le ${earlier.heldOn} (${earlier.case}) : un second ne peut être sollicité.`,
      by.secondMeeting,
    );
}

/** The rencontre is optional: the applicant may give it up until it is held. */
const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "HAS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** "Aucun document non transmis au préalable ne pourra être discuté": until the meeting, every document can be sent. */
const submissions = story(function* (file, preparation: Preparation) {
  yield* file.each("itemsSubmitted", ({ body }) => {
    preparation.send(body.items, body.noPublication);
    file.notify("HAS", "itemsReceived", { facts: { items: body.items.map(({ title }) => title) } });
  });
});

/** "l'ensemble des éléments du dossier": said by the HAS, never before they are all there. */
const completeness = story(function* (file, preparation: Preparation) {
  file.task("HAS", "examineItems", { facts: { missing: preparation.missing.map(({ what }) => what) } });
  for (;;) {
    const { body } = yield* file.received("completenessNotified");
    if (body.complete) {
      const [lacking] = preparation.missing;
      if (lacking !== undefined) refuse(`Le dossier n'est pas complet : il manque ${lacking.what}.`, lacking.source);
      return file.notify("applicant", "complete");
    }
    const facts = { missing: body.missing ?? preparation.missing.map(({ what }) => what) };
    file.notify("applicant", "incomplete", { facts });
    file.task("applicant", "sendItems", { facts });
  }
});

/** "La HAS évalue l'intérêt d'une rencontre précoce selon les éléments transmis ; elle peut refuser une demande". */
const admissibility = story(function* (file, preparation: Preparation) {
  warnOfConsultant(file, preparation);
  file.task("HAS", "evaluateInterest", { facts: { doubts: doubts(file.filing, preparation) } });
  const { body } = yield* file.received("admissibilityNotified");
  if (!body.accepted) return yield* refusal(file, body.grounds ?? [], body.reasons);
  preparation.mayMeet();
  return file.notify("applicant", "accepted");
});

type Ground = NonNullable<Bodies["admissibilityNotified"]["grounds"]>[number];

/** What the request itself shows against the meeting: for the HAS to consider, never for the machine to decide. */
function doubts({ form, reimbursementFileSubmitted, study }: Filing, preparation: Preparation): Ground[] {
  const aside = form.questions.every(({ topic }) => topic === "regulatory" || topic === "reimbursement");
  return [
    ...(preparation.consultantAlone ? ["consultant-alone" as const] : []),
    ...(aside ? ["main-object" as const] : []),
    ...(reimbursementFileSubmitted ? ["timing" as const] : []),
    ...(study.started ? ["study-started" as const] : []),
  ];
}

const refusal = story(function* (file, grounds: readonly Ground[], reasons: string | undefined) {
  if (grounds.length === 0) refuse("Un refus dit sur lequel des motifs du guide il se fonde.", by.interest);
  file.notify("applicant", "refused", { facts: { grounds, reasons } });
  return yield* file.ends("refused");
});

function warnOfConsultant(file: CaseFile<RencontrePrecoce>, preparation: Preparation): void {
  if (!preparation.consultantAlone) return;
  file.notify("applicant", "consultantAlone");
  file.task("applicant", "nameAttendees");
}

/** "Un consultant peut participer à la réunion", but not alone. */
const attendees = story(function* (file, preparation: Preparation) {
  yield* file.each("attendeesNamed", ({ body }) => {
    preparation.attendees = body.attendees;
    warnOfConsultant(file, preparation);
  });
});

/** "n'ont d'intérêt que si l'étude clinique n'a pas encore débuté": a warning, that the HAS settles (E50). */
const startedStudy = story(function* (file, preparation: Preparation) {
  if (file.filing.study.started) warn(file, preparation, file.filing.study.title);
  yield* file.under(
    file.each("clinicalStudyStarted", ({ body: { study, startedOn } }) => {
      if (dayGiven(startedOn, by.studyStarted) > file.today)
        refuse(`L'étude ne débute que le ${startedOn} : elle n'a pas débuté.`, by.studyStarted);
      warn(file, preparation, study);
    }),
    file.each("startedStudySettled", ({ body }) => {
      if (!preparation.unsettled) refuse("Aucun début d'étude n'est à trancher.", by.studyStarted);
      if (body.outcome === "refuse") return refusal(file, ["study-started"], body.reasons);
      preparation.unsettled = false;
      preparation.settled = true;
      return file.notify("applicant", "studySettled", { facts: { reasons: body.reasons } });
    }),
  );
});

function warn(file: CaseFile<RencontrePrecoce>, preparation: Preparation, study: string): void {
  preparation.unsettled = true;
  file.notify(["applicant", "HAS"], "studyStarted", { facts: { study } });
  file.task("HAS", "settleStartedStudy", { facts: { study } });
}

/** "choisis après analyse de leur déclaration publique d'intérêt"; "aucun membre de la CNEDiMTS". */
const experts = story(function* (file, preparation: Preparation) {
  yield* file.each("expertChosen", ({ body }) => {
    preparation.choose(body);
    file.enter("chosen", body.expert);
  });
});

/** "Un rendez-vous d'une heure est proposé": planned, moved, and held in the end; what wasn't held burns no right. */
const meeting = story(function* (file, preparation: Preparation) {
  const { study } = file.filing;
  for (let planned = false; ; ) {
    if (!planned) {
      file.enter("toPlan");
      file.task("HAS", "planMeeting");
    }
    const act = planned
      ? yield* file.received("meetingHeld", "meetingNotHeld", "meetingPlanned")
      : yield* file.received("meetingPlanned");
    switch (act.act) {
      case "meetingPlanned":
        preparation.mayMeet();
        if (dayGiven(act.body.on, by.meeting) < act.on) refuse(`Le ${act.body.on} est déjà passé.`, by.meeting);
        if (!planned) file.enter("planned");
        planned = true;
        file.notify(["applicant", "HAS"], "planned", { about: act.body.on, facts: act.body });
        // The study would begin before the meeting: said at once, so that the HAS settles it or moves the day.
        if (study.startsOn !== undefined && study.startsOn <= act.body.on && !preparation.settled)
          warn(file, preparation, study.title);
        break;
      case "meetingNotHeld":
        planned = false;
        file.notify("applicant", "notHeld", {
          about: act.on,
          facts: { reason: act.body.reason, detail: act.body.detail },
        });
        break;
      case "meetingHeld": {
        preparation.heldLawfully(act.body);
        const present = act.body.has.flatMap(({ person, capacity }) => (capacity === "expert" ? [person] : []));
        // What later procedures must know: no second meeting, and no part for these experts in the product's evaluation.
        yield* file.ends("met", file.filing.product.id, { heldOn: act.on, experts: present });
        file.notify(["applicant", "HAS"], "held", {
          facts: { experts: present, documents: act.body.documentsDiscussed },
        });
        return act;
      }
    }
  }
});
