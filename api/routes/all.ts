import type { Route } from "../http/route.js";
import type { Services } from "../services.js";
import { actRoutes } from "./acts.js";
import { caseRoutes } from "./cases.js";
import { certificateRoutes } from "./certificates.js";
import { computingRoutes } from "./computing.js";
import { deadlineRoutes } from "./deadlines.js";
import { directoryRoutes } from "./directory.js";
import { noticeRoutes } from "./notices.js";
import { procedureRoutes } from "./procedures.js";
import { productRoutes } from "./products.js";
import { readRoutes } from "./reads.js";
import { statisticsRoutes } from "./statistics.js";

/** Every route of the contract, in the order of its document. */
export const allRoutes = (services: Services): Route[] => [
  ...procedureRoutes(),
  ...computingRoutes(services),
  ...caseRoutes(services),
  ...productRoutes(services),
  ...actRoutes(services),
  ...readRoutes(services),
  ...certificateRoutes(services),
  ...noticeRoutes(services),
  ...deadlineRoutes(services),
  ...statisticsRoutes(services),
  ...directoryRoutes(services),
];
