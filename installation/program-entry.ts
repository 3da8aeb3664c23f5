/**
 * Runs the worker or the API for `npm start`, and makes it follow its parent: the pipe between them closes when the
 * parent dies, by kill -9 too, and then this process leaves in order, as if it had been asked.
 *
 * An entry, not a module loaded before (`--import`): Temporal's workflow threads would inherit that, and fail on it.
 */
import { pathToFileURL } from "node:url";
import { areYouThere, here } from "./presence.js";

process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Whoever supervises us asks now and then: a process that was stopped, or that turns for ever, doesn't answer.
process.on("message", (message) => {
  if (message === areYouThere) process.send?.(here);
});
// Listening to the pipe holds a process open; following one's parent mustn't.
process.channel?.unref();

const [, , file] = process.argv;
if (file === undefined) throw new Error("The file to run is missing.");
await import(pathToFileURL(file).href);
