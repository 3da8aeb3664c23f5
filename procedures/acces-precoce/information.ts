import type { ActOf } from "../../case/act.js";
import type { Tellable } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { days } from "../../law/delay.js";
import { type Examined, type File, type Outcome, register } from "./authorisation.js";
import { type AccesPrecoce, chapter } from "./definition.js";
import * as by from "./sources.js";

type Asked = ActOf<AccesPrecoce, "informationRequested">;

/** R. 5121-69-1. The HAS may ask for information, several times over; each request stops the examination until all of it is in. */
export const informationRequests: (file: File, examined: Examined, names: Set<string>) => Tellable<Outcome> = chapter(
  function* (file, examined: Examined, names: Set<string>) {
    const asked = yield* file.received("informationRequested").about(examined.request);
    register(names, asked.body.request);
    return yield* file.first(information(file, examined, asked), informationRequests(file, examined, names));
  },
);

/** One request, whose length is the HAS's to set. Unanswered, or answered in part, it ends the examined request. */
const information = chapter(function* (file, examined: Examined, asked: Asked) {
  const { request: name, items, days: given, proposedBy } = asked.body;
  const running = { from: asked.receivedOn, about: name, length: days(given) };
  const missing = new Set(items);
  const stop = (addressedOn: CivilDate) =>
    file.suspend("furtherInformation", {
      addressedOn,
      receivedOn: asked.receivedOn,
      about: name,
      of: examined.request,
    });
  let suspension = stop(asked.on);
  file.enter("requested", name);
  file.notify("applicant", "informationRequested", { about: name, facts: { items, days: given, proposedBy } });
  file.notify("ANSM", "informationRequested", { about: name, facts: { items, days: given, proposedBy } });

  for (;;) {
    const answer = yield* file.first(allReceived(file, asked, missing), overdue(file, running));
    if (answer === null) return abandoned(file, examined, name);
    // The day of the last item, not of its review.
    file.resume(suspension, answer.on);
    file.enter("satisfied", name);
    file.notify(["applicant", "HAS"], "informationComplete", { about: name });

    const found = yield* file.received("informationFoundMissing").about(name);
    for (const item of found.body.missing) {
      if (!items.includes(item)) refuse(`« ${item} » n'a pas été demandé.`, by.requestLaw);
      missing.add(item);
    }
    suspension = stop(answer.on);
    file.enter("partial", name);
    file.notify("applicant", "informationMissing", { about: name, facts: { missing: found.body.missing } });
    const { lastDay } = deadline({ from: running.from, delay: running.length, roll: "next" });
    if (lastDay !== null && lastDay < found.on) {
      // Its delay is over on an answer that had come in time: time alone can't make it late.
      file.enter("breached", name);
      file.task("HAS", "confirmAbandonment", { about: name });
      const late = yield* file.first(
        allReceived(file, asked, missing),
        file.received("abandonmentConfirmed").about(name),
      );
      if (late.act === "abandonmentConfirmed") return abandoned(file, examined, name);
      file.resume(suspension, late.on);
      file.enter("satisfied", name);
      return yield* file.nothing();
    }
  }
});

/** "La totalité". The act that brings the last item. */
const allReceived = chapter(function* (file, { body }: Asked, missing: Set<string>) {
  for (;;) {
    const answer = yield* file.received("informationReceived").about(body.request);
    for (const item of answer.body.items) {
      if (!body.items.includes(item)) refuse(`« ${item} » n'a pas été demandé.`, by.requestLaw);
      missing.delete(item);
    }
    if (missing.size === 0) return answer;
    file.enter("partial", body.request);
    file.notify("applicant", "informationPartial", { about: body.request, facts: { missing: [...missing] } });
  }
});

const overdue = chapter(function* (file, running: Parameters<File["end"]>[1]) {
  yield* file.end("information", running);
  return null;
});

function abandoned(file: File, { request }: Examined, name: string): Outcome {
  file.notify(["applicant", "HAS", "ministers", "ANSM"], "abandoned", { about: request, facts: { information: name } });
  return { kind: "abandoned", on: file.today };
}
