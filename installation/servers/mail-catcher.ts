import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { freePort } from "./ports.js";

/** A mail server that delivers nothing: it keeps what it is given in a folder. */
export interface MailCatcher {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * Starts a mail server on the loopback that keeps every message as a file (`.eml`), named so that the folder lists them
 * in the order in which they came.
 */
export async function startMailCatcher(folder: string, preferredPort?: number): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true });
  const port = await freePort(preferredPort);
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    size: 20_000_000,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", done);
      stream.on("end", () => {
        count += 1;
        const stamp = new Date().toISOString().replaceAll(":", "-");
        const file = join(folder, `${stamp}-${String(count).padStart(4, "0")}.eml`);
        // Whole or not at all: a page may be reading the folder.
        writeFile(`${file}.arriving`, Buffer.concat(chunks))
          .then(() => rename(`${file}.arriving`, file))
          .then(() => done(), done);
      });
    },
  });
  // A client that hangs up in the middle of a conversation is its own affair.
  server.on("error", () => undefined);
  await new Promise<void>((listening, refuse) => {
    server.server.once("error", refuse);
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
