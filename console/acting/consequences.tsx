/** What an act would change, before it is recorded. */
import type { ShownReceipt } from "../../desk/receipts.js";
import { served } from "../../procedures/served.js";
import { Day } from "../parts.js";
import { clockStates, partyLabel, phaseLabel } from "../words.js";

export function Consequences({ receipt, procedure }: { readonly receipt: ShownReceipt; readonly procedure: string }) {
  const { changes, case: after } = receipt;
  const { phase, ending, clocks, notices, rectified } = changes;
  const shape = served.get(procedure)?.procedure.shape;
  const labels = new Map(
    after.clocks.map(({ id, label, about }) => [id, about === null ? label : `${label}, ${about}`]),
  );
  const notified = new Map<string, string[]>();
  for (const { party, notice } of notices) {
    const label = shape?.notices[notice]?.label ?? notice;
    notified.set(party, [...new Set([...(notified.get(party) ?? []), label])]);
  }
  return (
    <>
      {ending !== undefined && (
        <p class="sentence late">
          Le dossier prendrait fin : <strong>{after.ending?.label ?? ending}</strong>.
        </p>
      )}
      <dl class="consequences">
        {phase !== undefined && (
          <>
            <dt>Étape</dt>
            <dd>Le dossier passerait à « {phaseLabel(procedure, after.phase)} ».</dd>
          </>
        )}
        <dt>Délais</dt>
        {clocks.length === 0 && <dd>Aucun délai ne changerait.</dd>}
        {clocks.map((clock) => (
          <dd key={clock.id}>
            {labels.get(clock.id) ?? clock.id} : <Moved {...clock} />
          </dd>
        ))}
        <dt>Seraient prévenus</dt>
        {notified.size === 0 && <dd>Personne.</dd>}
        {[...notified].map(([party, labels]) => (
          <dd key={party}>
            {partyLabel(party, procedure)} : {labels.join(", ")}
          </dd>
        ))}
        {rectified.length > 0 && (
          <>
            <dt>Ne vaudrait plus</dt>
            <dd>
              {rectified.length === 1 ? "Une ligne" : `${rectified.length} lignes`} du journal, rectifiées :{" "}
              {rectified.map(({ number }) => `n° ${number}`).join(", ")}.
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

type ClockChange = ShownReceipt["changes"]["clocks"][number];

function Moved({ before, after }: ClockChange) {
  if (after === null) return <>n'aurait plus lieu.</>;
  const until = after.lastDay === null ? null : <Day date={after.lastDay} />;
  if (before === null) return <>commencerait{until === null ? "" : <>, dernier jour le {until}</>}.</>;
  if (before.state !== after.state && after.state !== "running") return <>serait {clockStates[after.state]}.</>;
  if (before.state !== after.state) return <>reprendrait{until === null ? "" : <>, dernier jour le {until}</>}.</>;
  return (
    <>
      son dernier jour passerait{" "}
      {before.lastDay !== null && (
        <>
          du <Day date={before.lastDay} />{" "}
        </>
      )}
      {until === null ? "à plus tard, tant que dure la suspension" : <>au {until}</>}.
    </>
  );
}
