import type { ActOf } from "../../case/act.js";
import type { CaseFile, Running, Tellable } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { chapter, type Latm } from "./definition.js";
import * as by from "./sources.js";

type Asked = ActOf<Latm, "informationRequested">;
type File = CaseFile<Latm>;

/** R. 162-81. Requests of the ministers or of the commission, which may overlap; one unanswered, and the request is deemed abandoned. */
export const supplements: (file: File, names?: Set<string>) => Tellable<"abandoned"> = chapter(function* (
  file,
  names: Set<string> = new Set(),
) {
  const asked = yield* file.received("informationRequested");
  if (names.has(asked.body.request)) refuse("Une demande de ce nom existe déjà dans le dossier.", by.informationLaw);
  names.add(asked.body.request);
  return yield* file.first(information(file, asked), supplements(file, names));
});

/** Both delays stop from the notification addressed to the applicant, until all that was asked is received. */
const information = chapter(function* (file, asked: Asked) {
  const { request, items, days: given } = asked.body;
  if (file.filing.underPecan ? given !== 10 : given < 10)
    refuse(
      file.filing.underPecan
        ? "En prise en charge anticipée, le délai imparti est de dix jours."
        : "Le délai imparti ne peut être inférieur à dix jours.",
      file.filing.underPecan ? by.pecanInformationLaw : by.informationLaw,
    );
  const suspension = file.suspend("furtherInformation", {
    addressedOn: asked.on,
    receivedOn: asked.receivedOn,
    about: request,
  });
  file.enter("requested", request);
  file.notify("applicant", "informationRequested", { about: request, facts: { items, days: given, party: asked.by } });
  const answered = yield* file.first(allReceived(file, asked), overdue(file, asked));
  if (answered === null) {
    // Al. 3. The commission's delay runs again from the expiry of the delay that was given.
    file.resume(suspension, addDays(file.today, -1));
    file.notify(["applicant", "ministers", "CNEDiMTS", "CNP"], "abandoned", { about: request });
    return "abandoned" as const;
  }
  file.resume(suspension, answered.on);
  file.enter("satisfied", request);
  file.notify(["applicant", "ministers", "CNEDiMTS"], "informationComplete", { about: request });
  return yield* file.nothing();
});

/** The act that brings the last item. */
const allReceived = chapter(function* (file, { body: { request, items } }: Asked) {
  const missing = new Set(items);
  for (;;) {
    const answer = yield* file.received("informationReceived").about(request);
    for (const item of answer.body.items) {
      if (!items.includes(item)) refuse(`« ${item} » n'a pas été demandé.`, by.informationLaw);
      missing.delete(item);
    }
    if (missing.size === 0) return answer;
    file.enter("partial", request);
    file.notify("applicant", "informationPartial", { about: request, facts: { missing: [...missing] } });
  }
});

const overdue = chapter(function* (file, { receivedOn: from, body: { request, days: given } }: Asked) {
  const running: Running = { from, about: request };
  if (file.filing.underPecan) yield* file.end("pecanInformation", running);
  else yield* file.end("information", { ...running, length: days(given) });
  return null;
});
