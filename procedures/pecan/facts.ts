import type { CivilDate } from "../../law/civil-date.js";
import { derivedEntries, evaluationDays, type Fact, Facts, moveFacts, numberFor, type RecordedCase } from "../facts.js";
import type { Bodies, Filing } from "./bodies.js";

/** The facts of one PECAN that compare with those of an accès précoce: the same metrics, by indication. */
export function facts(recorded: RecordedCase): Fact[] {
  const found = new Facts();
  const { filing: filed, filedOn } = recorded.opening;
  const filing = filed as Filing;
  for (const { id } of filing.indications) {
    found.add("filed:first", filedOn);
    found.add("product-filed", filedOn, numberFor(`${filing.product.id}|${id}`));
  }
  found.add("laboratory:unknown", filedOn, numberFor(filing.applicant.siret));

  let acknowledgedOn: CivilDate | null = null;
  const suspensions: { readonly about: string; readonly from: CivilDate; to: CivilDate | null }[] = [];
  for (const { kind, name, on, about = "", detail } of derivedEntries(recorded)) {
    if (kind === "suspended" && name === "furtherInformation")
      suspensions.push({ about, from: (detail as { addressedOn: CivilDate }).addressedOn, to: null });
    if (kind === "resumed" && name === "furtherInformation") {
      const open = suspensions.findLast((each) => each.about === about && each.to === null);
      if (open !== undefined) open.to = (detail as { completedOn: CivilDate }).completedOn;
    }
    if (kind === "act" && name === "applicationAcknowledged") acknowledgedOn = on;
    if (kind === "act" && name === "decisionNotified") {
      const { decisions } = (detail as { body: Bodies["decisionNotified"] }).body;
      for (const { outcome } of decisions) {
        found.add(`decided:first:${outcome}`, on);
        if (acknowledgedOn !== null) found.add("evaluation", on, evaluationDays(acknowledgedOn, on, suspensions));
      }
    }
    if (kind === "ending" && about === "" && (name === "deemedAbandoned" || name === "consideredAbandoned")) {
      for (const { id } of filing.indications) {
        found.add("abandoned:first", on);
        found.add("product-abandoned", on, numberFor(`${filing.product.id}|${id}`));
      }
    }
    if (kind === "ending" && about === "" && name === "withdrawn") found.add("withdrawn-request", on);
  }
  moveFacts(found, recorded);
  return found.all;
}
