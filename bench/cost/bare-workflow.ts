/** The same messages with nothing behind them: what Temporal itself costs. */
import { ApplicationFailure } from "@temporalio/common";
import { condition, defineUpdate, setHandler } from "@temporalio/workflow";
import { pecan as procedure } from "../../procedures/pecan/index.js";

/** Takes any act but the one that the bench sends to be refused; never ends by itself. */
export async function pecan(): Promise<void> {
  const taken: unknown[] = [];
  for (const name of Object.keys(procedure.shape.acts)) {
    setHandler(
      defineUpdate<object, [object]>(name),
      async (message) => {
        taken.push(message);
        return {
          receipt: taken.length,
          act: name,
          changes: { clocks: [], notices: [], entries: [taken.length] },
          head: "",
        };
      },
      {
        validator: (_message) => {
          if (name === "tariffPublished")
            throw ApplicationFailure.create({ type: "Refused", message: "Not awaited.", nonRetryable: true });
        },
      },
    );
  }
  await condition(() => taken.length > 1_000);
}
