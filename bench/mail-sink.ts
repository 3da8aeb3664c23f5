/** A mail server in a process of its own, which takes every mail and keeps how many; it isn't Guichet's, and its CPU isn't counted. */
import { SMTPServer } from "smtp-server";
import { freePort } from "../installation/servers/ports.js";

const taken = new Map<string, number>();
const port = await freePort();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    let head = "";
    stream.on("data", (chunk: Buffer) => {
      if (head.length < 4_096) head += chunk.toString();
    });
    stream.on("end", () => {
      const id = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? "";
      taken.set(id, (taken.get(id) ?? 0) + 1);
      done();
    });
  },
});
server.on("error", () => undefined);
await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
process.on("disconnect", () => process.exit());
process.on("message", () =>
  process.send?.({ notices: taken.size, mails: [...taken.values()].reduce((sum, times) => sum + times, 0) }),
);
process.send?.({ url: `smtp://127.0.0.1:${port}` });
