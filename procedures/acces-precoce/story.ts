import type { EndingName } from "../../case/definition.js";
import { refuse } from "../../case/refusal.js";
import { dayGiven } from "../day-given.js";
import { siretGiven } from "../siret.js";
import { type Authorisation, type Examined, type File, newCoverage, register, stage } from "./authorisation.js";
import { type AccesPrecoce, story } from "./definition.js";
import { examination } from "./examination.js";
import { life } from "./life.js";
import { listingInformation, marketing, opinionTold } from "./marketing.js";
import * as by from "./sources.js";

/** The accès précoce: a first request for each indication, then the life of each authorisation (CSP L. 5121-12). */
export const accesPrecoceStory = story(function* (file) {
  admit(file.filing, file.filedOn);
  const names = new Set(file.filing.indications.map(({ id }) => id));
  const tacit = new Set<string>();
  if (file.filing.indications.length > 1) file.enter("several");

  const outcomes = yield* file.under(
    [publications(file, tacit), listingInformation(file, (name) => register(names, name))],
    file.all(...file.filing.indications.map(({ id }) => indication(file, id, names, tacit))),
  );
  const [first = "concluded"] = outcomes;
  return yield* file.ends(outcomes.every((outcome) => outcome === first) ? first : "concluded");
});

/** What must be true of a filing. */
function admit(filing: File["filing"], filedOn: File["filedOn"]): void {
  siretGiven(filing.applicant.siret);
  const ids = new Set(filing.indications.map(({ id }) => id));
  if (ids.size < filing.indications.length)
    refuse("Chaque indication porte un identifiant qui lui est propre.", by.applicationLaw);
  const { motive, ammGrantedOn, chmpFavourableOn } = filing;
  if (motive === "first-post-amm" && ammGrantedOn === undefined)
    refuse("Une première demande après AMM donne le jour de l'AMM.", by.criteriaLaw);
  if (motive === "first-pre-amm" && ammGrantedOn !== undefined)
    refuse("L'AMM est obtenue : la première demande est une demande après AMM.", by.criteriaLaw);
  if (ammGrantedOn !== undefined && dayGiven(ammGrantedOn, by.criteriaLaw) > filedOn)
    refuse("L'AMM précède la demande.", by.criteriaLaw);
  if (chmpFavourableOn !== undefined && dayGiven(chmpFavourableOn, by.chmpLaw) > filedOn)
    refuse("L'avis du CHMP joint à la demande la précède.", by.chmpLaw);
}

/** One indication, from its first request to its end. */
const indication = story(function* (file, id: string, names: Set<string>, tacit: Set<string>) {
  const { motive, ammGrantedOn, listingRequestedOn } = file.filing;
  const auth: Authorisation = {
    id,
    ammOn: ammGrantedOn === undefined ? null : dayGiven(ammGrantedOn, by.criteriaLaw),
    chmpFavourable: file.filing.chmpFavourableOn !== undefined,
    protocol: undefined,
    protocolFrom: null,
    listing: {
      requestedOn: listingRequestedOn === undefined ? null : dayGiven(listingRequestedOn, by.listingDutyLaw),
      listed: false,
      tariff: false,
    },
    coverage: newCoverage(),
    names,
    tacit,
    phase: "deposited",
    suspended: false,
  };
  const first: Examined = { request: id, motive: "first" };
  const outcome = yield* file.under(
    motive === "first-post-amm" ? [marketing(file, auth)] : [],
    examination(file, auth, first),
  );
  let ending: EndingName<AccesPrecoce>;
  switch (outcome.kind) {
    case "granted":
      ending = yield* life(file, auth, outcome);
      return ending;
    case "refused":
      ending = yield* file.ends(outcome.tacit ? "tacitlyRejected" : "refused", id, { criteria: outcome.criteria });
      // The report compares the decisions with the opinions that follow in common law.
      stage(file, first, "followUp");
      yield* file.first(file.end("followUp", { from: file.today, of: id }), laterOpinion(file, id));
      return ending;
    case "abandoned":
      return yield* file.ends("deemedAbandoned", id);
    case "withdrawn":
      return yield* file.ends("requestWithdrawn", id);
  }
});

const laterOpinion = story(function* (file, id: string) {
  const { body } = yield* file.received("commonLawOpinionRendered").about(id);
  opinionTold(file, id, body);
});

/** R. 5121-73 and CRPA L. 232-3. What the HAS publishes and attests, whatever becomes of the case. */
const publications = story(function* (file, tacit: Set<string>) {
  const decided = (request: string) => {
    if (file.recorded("decisionRendered", request) === undefined)
      refuse(`Aucune décision n'est prise sur ${request}.`, by.publicityLaw);
  };
  yield* file.under(
    [
      file.each("decisionPublished", ({ about = "", body }) => {
        decided(about);
        file.notify("applicant", "published", { about, facts: { what: "decision", address: body.address } });
      }),
      file.each("protocolPublished", ({ about = "", body }) => {
        const sure = file.recorded("decisionRendered", about)?.body.outcome === "granted";
        if (!sure && file.recorded("ansmOpinionRendered", about)?.body.sense !== "favourable")
          refuse("Un PUT-RD se publie avec une autorisation.", by.protocolLaw);
        file.notify(["applicant", "prescribers"], "published", { about, facts: { what: "protocol", ...body } });
      }),
      file.each("summaryPublished", ({ about = "", body }) => {
        if (file.recorded("synthesisReportSubmitted", about) === undefined)
          refuse("Aucun rapport n'est déposé.", by.reportLaw);
        file.notify(["applicant", "prescribers"], "summaryPublished", { about, facts: { address: body.address } });
        file.task("applicant", "sendSummary", { about });
      }),
      file.each("attestationRequested", ({ about = "" }) => {
        if (!tacit.has(about)) refuse("Aucune autorisation tacite n'est à attester.", by.attestationLaw);
        file.task("HAS", "issueAttestation", { about });
      }),
    ],
    file.each("attestationIssued", ({ about = "" }) => {
      if (file.recorded("attestationRequested", about) === undefined)
        refuse("L'attestation se délivre sur demande.", by.attestationLaw);
      file.notify("applicant", "attestation", { about });
    }),
  );
});
