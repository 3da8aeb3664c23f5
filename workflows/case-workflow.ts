/** A procedure as a workflow: its messages by name, each act an Update and a Signal, given to the host of the case. */
import {
  ApplicationFailure,
  CancellationScope,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
} from "@temporalio/workflow";
import { type ActMessage, strikeAct } from "../case/act.js";
import type { Procedure } from "../case/procedure.js";
import { settleAct } from "../case/tasks.js";
import { knownUpdates, onSignal, unknownUpdate } from "./arrivals.js";
import { type CaseResult, Host } from "./host.js";
import { type ActReceipt, type CaseStart, caseQuery, catchUpUpdate } from "./messages.js";

/** Registers every message of the procedure. Called once the story is at its first wait. */
function listen(host: Host): void {
  onSignal((name, sent, isSealed) => host.signal(name, sent, isSealed));
  const acts = {
    ...host.procedure.shape.acts,
    [strikeAct]: {
      description: "Écarte un acte envoyé à tort : par qui l'a envoyé, ou par l'autorité que la procédure désigne.",
    },
    [settleAct]: { description: "Dit accomplie une tâche qu'aucun autre acte ne règle : `about` la nomme." },
  };
  for (const [name, { description }] of Object.entries(acts)) {
    // Never called (`arrivals.ts`): it tells operators of the message.
    setHandler(defineSignal<[ActMessage]>(name), (message) => host.signal(name, message, false), { description });
    setHandler(
      defineUpdate<ActReceipt, [ActMessage, boolean]>(name),
      (message, isSealed) => host.update(name, message, isSealed),
      {
        description,
        validator: (message, isSealed) => host.validate(name, message, isSealed),
      },
    );
    knownUpdates.add(name);
  }
  setHandler(defineUpdate<ActReceipt, [string]>(unknownUpdate), (name) => host.update(name, {}, false), {
    description: "Tout autre nom : refusé, en disant quels actes il y a",
    validator: (name) => host.validate(name, {}, false),
  });
  setHandler(defineUpdate<void, [number]>(catchUpUpdate), () => host.catchUp(), {
    description: "Reprend du registre ce que cette exécution n'en connaît pas (numéro de la dernière écriture)",
    validator: (held) => {
      if (!(held > host.bursts)) throw ApplicationFailure.nonRetryable(`${host.bursts} are known.`, "UpToDate");
    },
  });
  knownUpdates.add(catchUpUpdate);
  setHandler(defineQuery(caseQuery), () => host.view, { description: "Le dossier au dernier événement" });
}

/** Runs a procedure's story as a workflow. A cancellation of the root is ignored: a case ends as its text says. */
export function hostCase(procedure: Procedure, start: CaseStart): Promise<CaseResult> {
  return CancellationScope.nonCancellable(() => {
    const host = new Host(procedure, start);
    listen(host);
    return host.untilConcluded();
  });
}
