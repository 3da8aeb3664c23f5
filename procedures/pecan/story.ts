import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import { type CivilDate, latest } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import { bar } from "./bars.js";
import { lawfulOpinion } from "./contents.js";
import { afterDecision, type EarlyListings, earlyListings } from "./coverage.js";
import { lawfulDecision } from "./decision.js";
import { chapter, type Pecan } from "./definition.js";
import { furtherInformation } from "./further-information.js";
import {
  ansRequests,
  ansStopwatch,
  earlyRefusal,
  experts,
  inactivity,
  lawfulReception,
  missingItems,
  type Opinion,
  proposals,
  publication,
  receptions,
  withdrawal,
} from "./rules.js";
import * as by from "./sources.js";

/** The PECAN, in the order of the official steps (Parcours G_NIUS, 1 to 14), then the year that follows (L. 162-1-23). */
export const pecanStory = chapter(function* (file) {
  // Steps 1 to 3. Documentation, conformity of the product, support: nothing to orchestrate.
  admit(file.filing);
  for (const { id } of file.filing.indications) {
    const precedent = bar(file.filing, id);
    if (precedent === undefined) continue;
    // R. 162-113, II bars the grant, not the filing: whoever files knows it on the day, and may have a refusal to appeal against.
    file.notify("applicant", "precedentBars", { about: id, facts: { ...precedent } });
    file.task("ministers", "precedentBarsIndication", { about: id, facts: { ...precedent } });
  }

  // R. 162-114, V: the CNEDiMTS's opinion, once rendered, may be published as long as the case is open.
  return yield* file.under(publication(file), fromTheDepositOn(file));
});

const fromTheDepositOn = chapter(function* (file) {
  const early: EarlyListings = new Map();
  const decision = yield* file.under([withdrawal(file), earlyListings(file, early)], untilTheDecision(file));

  // Step 14, and the year that follows.
  return yield* afterDecision(file, decision, early);
});

/** Steps 4 to 13. */
const untilTheDecision = chapter(function* (file) {
  // Steps 4 to 9. On Convergence and on Sésame, in parallel.
  file.enter("deposit");
  file.notify("applicant", "opened");
  yield* file.under(missingItems(file), file.all(onConvergence(file), onSesame(file)));

  // Step 10. Accusé de réception (AR): the examination starts.
  const ar = yield* acknowledgement(file);

  // Steps 11 to 13, during which the ministers may request further information (R. 162-112).
  const requests = new Set<string>();
  return yield* file.under(furtherInformation(file, requests), examination(file, ar, requests));
});

const examination = chapter(function* (file, ar: ActOf<Pecan, "applicationAcknowledged">, requests: Set<string>) {
  // Steps 11 and 12. Two opinions, sixty days each from the AR.
  file.enter("examination");
  const [ans, cnedimts] = yield* file.under(
    [proposals(file), experts(file), earlyRefusal(file), receptions(file)],
    file.all(ansOpinion(file, ar, requests), cnedimtsOpinion(file, ar)),
  );

  // Step 13.
  file.enter("decision");
  file.notify(["applicant", "ministers"], "decisionStage");
  if (ans.body.sense === "unfavourable") file.task("ministers", "draftRefusal", { facts: { opinion: "ANS" } });
  return yield* ministersDecision(file, ans, cnedimts);
});

/** Step 13. Thirty days from the day on which the ministers receive the last of the two opinions: as they record it, else as it was communicated. */
const ministersDecision = chapter(function* (
  file,
  ans: ActOf<Pecan, "ansOpinionRendered">,
  cnedimts: ActOf<Pecan, "cnedimtsOpinionRendered">,
) {
  const receivedOn = (opinion: Opinion, communicatedOn: CivilDate): CivilDate =>
    file.recorded("opinionReceived", opinion)?.on ?? communicatedOn;
  for (;;) {
    const from = latest(receivedOn("ANS", ans.receivedOn), receivedOn("CNEDiMTS", cnedimts.receivedOn));
    const act = yield* file.first(
      file.received("decisionNotified").within("decision", { from }),
      file.received("opinionReceived"),
    );
    if (act.act === "decisionNotified") {
      lawfulDecision(file, act);
      return act;
    }
    lawfulReception(file, act);
  }
});

/** What must be true before step 4. */
function admit(filing: Parameters<typeof bar>[0]): void {
  siretGiven(filing.applicant.siret);
  if (!filing.product.ceMarked)
    refuse("La solution doit avoir obtenu le marquage CE dans l'indication considérée.", by.conditionsLaw);
  for (const { requestedOn } of Object.values(filing.accounts))
    if (requestedOn !== undefined) dayGiven(requestedOn, by.applicationLaw);
  for (const { endsOn } of filing.studies ?? []) dayGiven(endsOn, by.applicationLaw);
  const ids = new Set(filing.indications.map(({ id }) => id));
  if (ids.size < filing.indications.length)
    refuse("Chaque indication porte un identifiant qui lui est propre.", by.conditionsLaw);
}

const onConvergence = chapter(function* (file) {
  // Step 4.a. The Convergence account: three working days, a service target.
  const account = file.filing.accounts.convergence;
  if (account.status === "requested") {
    const from = account.requestedOn === undefined ? file.filedOn : dayGiven(account.requestedOn, by.applicationLaw);
    yield* file.received("convergenceAccountOpened").within("convergenceAccount", { from });
  }

  // Steps 5.a, 6.a and 7. The administrative file, corrected until the ANS finds it admissible.
  yield* file.received("convergenceDeposited");
  for (let admissible = false; !admissible; ) {
    file.notify("applicant", "depositReceived", { about: "convergence" });
    file.notify("ANS", "depositReceived", { about: "convergence" });
    const { body, on } = yield* file.received("ansAdmissibilityNotified");
    admissible = body.admissible;
    if (!admissible) {
      reasoned(body);
      file.notify("applicant", "inadmissible", {
        about: "convergence",
        facts: { reasons: body.reasons, missing: body.missing },
      });
      yield* file.under(inactivity(file, on), file.received("convergenceDeposited"));
    } else {
      file.notify("applicant", "admissible", { about: "convergence" });
      // Step 8. The convention, without which no evidence can be deposited.
      const sent = yield* file.received("conventionSent");
      file.notify("applicant", "conventionToSign");
      // E25: until the convention is sent, it is the ANS that owes something.
      yield* file.under(inactivity(file, sent.on), conventionSigned(file));
    }
  }
  file.notify(["applicant", "ANS"], "conventionSigned");

  // Step 9.
  yield* evidence(file);
});

/** CRPA L. 211-2, L. 114-5: a file that isn't admissible, or complete, is told why, or what is missing. */
function reasoned({
  reasons,
  missing = [],
  grounds = [],
}: {
  readonly reasons?: string | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly grounds?: readonly string[] | undefined;
}): void {
  if (reasons === undefined && missing.length === 0 && grounds.length === 0)
    refuse("Un dossier irrecevable ou incomplet reçoit les motifs, ou la liste des pièces manquantes.", by.reasonsLaw);
}

const conventionSigned = chapter(function* (file) {
  const { body } = yield* file.received("conventionSigned");
  if (body.signatory !== "legal-representative")
    refuse("La convention est signée par le représentant légal de l'exploitant.", by.signatoryReading);
});

/** Step 9. All the evidence, section by section, with corrections. */
const evidence = chapter(function* (file) {
  const refused = new Set<string>();
  yield* file.under(
    [
      inactivity(file, file.today),
      file.each("evidenceSubmitted", ({ about = "" }) => {
        refused.delete(about);
        file.enter("submitted", about);
        file.notify("applicant", "depositReceived", { about, facts: { evidence: true } });
      }),
      file.each("evidenceRefused", ({ about = "", body }) => {
        if (file.recorded("evidenceSubmitted", about) === undefined)
          refuse(`Aucune preuve n'a été déposée dans la section ${about}.`, by.step.evidence);
        refused.add(about);
        file.enter("refusedEvidence", about);
        file.notify("applicant", "evidenceRefused", { about, facts: { reason: body.reason } });
      }),
    ],
    evidenceCompleted(file, refused),
  );
  file.notify(["applicant", "ANS"], "evidenceComplete");
});

const evidenceCompleted = chapter(function* (file, refused: Set<string>) {
  yield* file.received("evidenceCompleted");
  if (refused.size > 0)
    refuse(`Restent à corriger les preuves refusées : ${[...refused].join(", ")}.`, by.step.evidence);
});

const onSesame = chapter(function* (file) {
  // Step 4.b. The Sésame account: no delay is stated.
  if (file.filing.accounts.sesame.status === "requested") yield* file.received("sesameAccountOpened");
  yield* application(file);
});

/** Steps 5.b and 6.b. The application, corrected until the ministers find it admissible and complete. */
const application = chapter(function* (file) {
  for (;;) {
    yield* file.received("sesameDeposited");
    file.notify("applicant", "depositReceived", { about: "sesame" });
    file.notify(["ministers", "CNEDiMTS"], "depositReceived", { about: "sesame" });
    const { body } = yield* file.received("completenessNotified");
    if (body.admissible && body.complete) {
      file.notify("applicant", "admissible", { about: "sesame" });
      return;
    }
    reasoned(body);
    file.notify("applicant", "inadmissible", {
      about: "sesame",
      facts: { reasons: body.reasons, missing: body.missing, grounds: body.grounds },
    });
  }
});

/** Step 10. The AR, once both sides are complete; until then, what is missing can be notified, and is deposited again. */
const acknowledgement = chapter(function* (file) {
  for (;;) {
    file.enter("reception");
    file.notify(["applicant", "ministers"], "readyToAcknowledge");
    const answer = yield* file
      .received("applicationAcknowledged", "missingItemsNotified")
      .within("acknowledgement", { from: file.today });
    if (answer.act === "applicationAcknowledged") {
      const { service } = answer.body;
      file.notify("applicant", "acknowledged", service === undefined ? {} : { facts: { service } });
      file.notify(["ANS", "HAS", "CNEDiMTS"], "examinationStarted");
      return answer;
    }
    file.enter("deposit");
    file.notify("applicant", "missingItems", { facts: { sides: answer.body.sides, missing: answer.body.missing } });
    const sides = [...new Set(answer.body.sides)];
    yield* file.under(
      missingItems(file),
      file.all(...sides.map((side) => (side === "sesame" ? application(file) : evidence(file)))),
    );
  }
});

/** Steps 11.a and 12.a. The ANS examines conditions 3° and 4°; a favourable opinion comes with the certificate. */
const ansOpinion = chapter(function* (file, ar: ActOf<Pecan, "applicationAcknowledged">, requests: Set<string>) {
  // C18: the ANS asks, and evidence is corrected, until its opinion.
  const opinion = yield* file.under(
    [ansStopwatch(file), ansRequests(file, requests)],
    file.received("ansOpinionRendered").within("ansOpinion", { from: ar.on }),
  );
  const { sense, certificate, nextSteps, reasons } = opinion.body;
  if (sense === "favourable" && certificate === undefined)
    refuse("Un avis favorable établit le certificat de conformité : son numéro manque.", by.ansOpinionLaw);
  if (sense === "unfavourable" && reasons === undefined) refuse("Un avis défavorable dit pourquoi.", by.ansOpinionLaw);
  file.notify(["applicant", "ministers"], "ansOpinion", { facts: { sense, reasons } });
  if (sense === "favourable") file.notify("applicant", "certificate", { facts: { certificate, nextSteps } });
  return opinion;
});

/** Steps 11.b and 12.b. The CNEDiMTS examines conditions 1° and 2°, indication by indication; its opinion is communicated and published. */
const cnedimtsOpinion = chapter(function* (file, ar: ActOf<Pecan, "applicationAcknowledged">) {
  const opinion = yield* file.received("cnedimtsOpinionRendered").within("cnedimtsOpinion", { from: ar.on });
  const { opinions } = opinion.body;
  const { indications } = file.filing;
  for (const { id, list } of indications) {
    const [stated, ...others] = opinions.filter(({ indication }) => indication === id);
    if (stated === undefined || others.length > 0)
      refuse(`L'avis se prononce une fois sur chaque indication : ${id}.`, by.cnedimtsScopeLaw);
    lawfulOpinion(stated, list);
  }
  if (opinions.length !== indications.length)
    refuse("L'avis porte sur une indication qui n'est pas demandée.", by.cnedimtsScopeLaw);
  file.notify(["applicant", "ministers"], "cnedimtsOpinion", { facts: { opinions } });
  if (indications.some(({ list }) => list === "latm")) file.notify("CNP", "cnedimtsOpinion", { facts: { opinions } });
  file.task("HAS", "publishOpinion");
  return opinion;
});
