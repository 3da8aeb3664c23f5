import { refuse } from "../../case/refusal.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import { story } from "./definition.js";
import * as by from "./sources.js";

/** The rendez-vous pré-dépôt of a medicine: asked, fixed, held by the HAS and the ANSM together. No delay is stated. */
export const preDepotMedicamentStory = story(function* (file) {
  const { applicant, marketingAuthorisation } = file.filing;
  siretGiven(applicant.siret);
  if (marketingAuthorisation === "granted")
    refuse("L'AMM est accordée : ces rendez-vous précèdent une demande d'accès précoce pré-AMM.", by.meeting);
  file.notify("applicant", "requested");
  file.notify(["HAS", "ANSM"], "toPlan");
  return yield* file.under([withdrawal(file), documents(file)], meeting(file));
});

const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "HAS", "ANSM"], "withdrawn");
  return yield* file.ends("withdrawn");
});

const documents = story(function* (file) {
  yield* file.each("documentsSubmitted", ({ body }) => {
    file.notify(["HAS", "ANSM"], "documentsReceived", {
      facts: { documents: body.documents.map(({ title }) => title) },
    });
  });
});

/** "se déroulent conjointement avec les services de la HAS et de l'ANSM". */
const meeting = story(function* (file) {
  for (let planned = false; ; ) {
    if (!planned) {
      file.enter("requested");
      file.task("HAS", "planMeeting");
      file.task("ANSM", "planMeeting");
    }
    const act = planned
      ? yield* file.received("meetingHeld", "meetingNotHeld", "meetingPlanned")
      : yield* file.received("meetingPlanned");
    switch (act.act) {
      case "meetingPlanned":
        if (dayGiven(act.body.on, by.joint) < act.on) refuse(`Le ${act.body.on} est déjà passé.`, by.joint);
        if (!planned) file.enter("planned");
        planned = true;
        file.notify(["applicant", "HAS", "ANSM"], "planned", { about: act.body.on, facts: act.body });
        break;
      case "meetingNotHeld":
        planned = false;
        file.notify(["applicant", "HAS", "ANSM"], "notHeld", { about: act.on, facts: act.body });
        break;
      case "meetingHeld":
        for (const agency of ["HAS", "ANSM"] as const) {
          if (!act.body.agencies.includes(agency))
            refuse(`Le rendez-vous se tient conjointement : ${agency} n'y a pas participé.`, by.joint);
        }
        file.notify(["applicant", "HAS", "ANSM"], "held");
        return yield* file.ends("held");
    }
  }
});
