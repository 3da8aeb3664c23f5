/** A worker of deliveries in a process of its own, to be killed. */
import { type Premises, startDelivering } from "./delivering.js";

await startDelivering(JSON.parse(process.argv[2] ?? "") as Premises);
process.on("disconnect", () => process.exit());
process.send?.("ready");
