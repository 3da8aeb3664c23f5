/** `npm run build [file]`: bundles the workflows into a file, `dist/workflows.js` unless told otherwise. */
import { resolve } from "node:path";
import { writeBundle } from "../worker/bundle.js";

try {
  const file = await writeBundle(resolve(process.argv[2] ?? "dist/workflows.js"));
  console.log(`The workflow bundle is in ${file}: give it to workers as WORKFLOW_BUNDLE.`);
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}
