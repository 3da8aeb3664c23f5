import { refuse } from "../../case/refusal.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import type { Filing } from "./bodies.js";
import { story } from "./definition.js";
import * as by from "./sources.js";

/** The address that the page of the HAS gives. */
export const requestAddress = "predepot.dmdmn@has-sante.fr";

/** The rendez-vous pré-dépôt: asked, fixed, held. Optional, free, confidential; no delay is stated. */
export const preDepotStory = story(function* (file) {
  admit(file.filing);
  file.notify("applicant", "requested");
  file.notify("HAS", "toPlan");
  return yield* file.under([withdrawal(file), documents(file), redirection(file)], meeting(file));
});

function admit({ applicant, channel, category, kind, topics }: Filing): void {
  siretGiven(applicant.siret);
  if (category !== "medical-device")
    refuse("Ces rendez-vous sont mis en place spécifiquement pour les dispositifs médicaux.", by.meeting);
  if (channel.kind === "e-mail" && kind === "technical-regulatory" && channel.address?.toLowerCase() !== requestAddress)
    refuse(`Une demande par courriel s'adresse à ${requestAddress}.`, by.address);
  if (topics.every((topic) => topic === "study-protocol"))
    refuse(
      "Une étude que vous voulez mettre en place se discute en rencontre précoce, à demander sur Sésame.",
      by.earlyMeeting,
    );
}

const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "HAS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

const documents = story(function* (file) {
  yield* file.each("documentsSubmitted", ({ body }) => {
    file.notify("HAS", "documentsReceived", { facts: { documents: body.documents.map(({ title }) => title) } });
  });
});

/** "Quel est le bon interlocuteur ?" */
const redirection = story(function* (file) {
  const { body } = yield* file.received("requestRedirected");
  file.notify("applicant", "redirected", { facts: body });
  return yield* file.ends("redirected");
});

/** Fixed, moved, and held in the end. */
const meeting = story(function* (file) {
  for (let planned = false; ; ) {
    if (!planned) {
      file.enter("requested");
      file.task("HAS", "planMeeting");
    }
    const act = planned
      ? yield* file.received("meetingHeld", "meetingNotHeld", "meetingPlanned")
      : yield* file.received("meetingPlanned");
    switch (act.act) {
      case "meetingPlanned":
        if (dayGiven(act.body.on, by.meeting) < act.on) refuse(`Le ${act.body.on} est déjà passé.`, by.meeting);
        if (!planned) file.enter("planned");
        planned = true;
        file.notify(["applicant", "HAS"], "planned", { about: act.body.on, facts: act.body });
        break;
      case "meetingNotHeld":
        planned = false;
        file.notify("applicant", "notHeld", { about: act.on, facts: act.body });
        break;
      case "meetingHeld":
        file.notify(["applicant", "HAS"], "held");
        return yield* file.ends("held");
    }
  }
});
