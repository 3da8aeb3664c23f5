/**
 * Loaded before the worker and the API when `npm start` runs them: the pipe to the parent closes when the parent dies,
 * by kill -9 too, and then this process leaves in order, as if it had been asked.
 */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Listening to messages holds a process open; following one's parent mustn't.
process.channel?.unref();
