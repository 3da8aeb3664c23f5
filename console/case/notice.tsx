/** One notice, opened by whoever it is addressed to. */
import type { Desk } from "../../desk/desk.js";
import { openNotices } from "../../desk/notices.js";
import type { Principal } from "../../desk/principal.js";
import { procedureOfNumber } from "../../desk/procedures.js";
import { html } from "../page.js";
import { casePath } from "../paths.js";
import { Told } from "./notices.js";

/** The page at `/dossiers/{id}/notifications/{number}`. @throws DeskRefusal `not-found` */
export async function noticePage(desk: Desk, principal: Principal, id: string, number: number): Promise<string> {
  const [notice] = await openNotices(desk, principal, id, number);
  return html({
    title: `${notice!.subject}, ${id}`,
    reader: principal,
    children: (
      <article>
        <p class="kicker">
          <a href={casePath(id)}>{id}</a>, notification n° {number}
        </p>
        <h1>{notice!.subject}</h1>
        <p>
          <Told notice={notice!} procedure={procedureOfNumber(id) ?? ""} />
        </p>
        <pre>{notice!.text}</pre>
      </article>
    ),
  });
}
