/**
 * Counts the promises made in a thread that runs workflows, and tells how many whenever the worker's main thread asks. Preloaded
 * (`--import`) in every thread of a worker of the bench, hence JavaScript; the main thread's own promises aren't counted.
 */
import { promiseHooks } from "node:v8";
import { BroadcastChannel, isMainThread, threadId } from "node:worker_threads";

if (!isMainThread) {
  let made = 0;
  promiseHooks.onInit(() => {
    made++;
  });
  const asked = new BroadcastChannel("promises-asked");
  const told = new BroadcastChannel("promises-told");
  asked.onmessage = () => told.postMessage({ thread: threadId, made });
  asked.unref();
  told.unref();
}
