import type { Migration } from "kysely";
import * as tables from "./001-tables.js";
import * as appendOnly from "./002-append-only.js";
import * as recordBurst from "./003-record-burst.js";
import * as deadlines from "./004-deadlines.js";
import * as statistics from "./005-statistics.js";
import * as messages from "./006-messages.js";
import * as payloads from "./007-payloads.js";
import * as runs from "./008-runs.js";
import * as calendar from "./009-calendar.js";
import * as directory from "./010-directory.js";
import * as endedSessions from "./011-ended-sessions.js";
import * as owed from "./016-owed.js";
import * as drafts from "./018-drafts.js";
import * as handovers from "./019-handovers.js";
import * as erasing from "./020-erasing.js";
import * as addresses from "./023-addresses.js";
import * as authors from "./024-authors.js";
import * as accountGrants from "./025-account-grants.js";

/** Every migration, in order. One that has been released is never edited: a change is a further migration. */
export const migrations: Record<string, Migration> = {
  "001-tables": tables,
  "002-append-only": appendOnly,
  "003-record-burst": recordBurst,
  "004-deadlines": deadlines,
  "005-statistics": statistics,
  "006-messages": messages,
  "007-payloads": payloads,
  "008-runs": runs,
  "009-calendar": calendar,
  "010-directory": directory,
  "011-ended-sessions": endedSessions,
  "016-owed": owed,
  "018-drafts": drafts,
  "019-handovers": handovers,
  "020-erasing": erasing,
  "023-addresses": addresses,
  "024-authors": authors,
  "025-account-grants": accountGrants,
};
