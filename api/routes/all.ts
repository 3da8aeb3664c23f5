import type { Decoding } from "../../desk/decoding.js";
import type { Desk } from "../../desk/desk.js";
import type { Route } from "../http/route.js";
import { actRoutes } from "./acts.js";
import { addressRoutes } from "./addresses.js";
import { caseRoutes } from "./cases.js";
import { certificateRoutes } from "./certificates.js";
import { codecRoutes } from "./codec.js";
import { computingRoutes } from "./computing.js";
import { deadlineRoutes } from "./deadlines.js";
import { directoryRoutes } from "./directory.js";
import { erasingRoutes } from "./erasing.js";
import { noticeRoutes } from "./notices.js";
import { personalDataRoutes } from "./personal-data.js";
import { procedureRoutes } from "./procedures.js";
import { productRoutes } from "./products.js";
import { readRoutes } from "./reads.js";
import { statisticsRoutes } from "./statistics.js";
import { taskRoutes } from "./tasks.js";

/** Every route of the contract, in the order of its document; `onDecoded` hears of what operators had decoded. */
export const allRoutes = (desk: Desk, onDecoded: (decoding: Decoding) => void): Route[] => [
  ...procedureRoutes(),
  ...computingRoutes(desk),
  ...caseRoutes(desk),
  ...productRoutes(desk),
  ...actRoutes(desk),
  ...readRoutes(desk),
  ...certificateRoutes(desk),
  ...noticeRoutes(desk),
  ...taskRoutes(desk),
  ...deadlineRoutes(desk),
  ...statisticsRoutes(desk),
  ...directoryRoutes(desk),
  ...addressRoutes(desk),
  ...personalDataRoutes(desk),
  ...erasingRoutes(desk),
  ...codecRoutes(desk, onDecoded),
];
