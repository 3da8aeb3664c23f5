import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { freePort } from "../../installation/servers/ports.js";

/** What a mail server does with a mail, once it has read it, or with its address. */
export type Manner =
  | "takes"
  | "hangs"
  /** Closes the connection in the middle of the mail. */
  | "drops"
  /** Takes it, and answers so many milliseconds later. */
  | { readonly after: number }
  /** A reply to the address: `550 5.1.1 No such user`. */
  | { readonly refuses: string };

/** A mail that the server has taken, whatever it answered. */
export interface TakenMail {
  readonly to: string;
  readonly id: string;
  readonly raw: string;
}

/** A mail server with the manners that a test gives it, by address. */
export interface PostOffice {
  readonly url: string;
  readonly taken: TakenMail[];
  /** Of an address, and of the mail once it is read (its id is empty before); `takes` unless told otherwise. */
  manner: (to: string, id: string) => Manner;
  /** The most mails that it has had under way at once. */
  readonly busiest: number;
  close(): Promise<void>;
  /** On the same port. */
  reopen(): Promise<void>;
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}:\\s*((?:.*\\r?\\n[ \\t])*.*)`, "im").exec(raw)?.[1]?.replaceAll(/\r?\n[ \t]/g, " ") ?? "";

export async function postOffice(): Promise<PostOffice> {
  const port = await freePort();
  let server: SMTPServer;
  let underWay = 0;
  const office = { url: `smtp://127.0.0.1:${port}`, taken: [] as TakenMail[], busiest: 0 } as {
    -readonly [Key in keyof PostOffice]: PostOffice[Key];
  };
  office.manner = () => "takes";
  const open = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      onRcptTo({ address }, _session, done) {
        const manner = office.manner(address, "");
        if (typeof manner !== "object" || !("refuses" in manner)) return done();
        const [code, ...text] = manner.refuses.split(" ");
        done(Object.assign(new Error(text.join(" ")), { responseCode: Number(code) }));
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        underWay += 1;
        office.busiest = Math.max(office.busiest, underWay);
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => void answer(Buffer.concat(chunks).toString(), session, done));
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  };
  const answer = async (raw: string, session: SMTPServerSession, done: (fault?: Error) => void) => {
    const to = session.envelope.rcptTo[0]?.address ?? "";
    const id = header(raw, "message-id");
    const manner = office.manner(to, id);
    if (manner !== "drops") office.taken.push({ to, id, raw });
    if (typeof manner === "object" && "after" in manner) await pause(manner.after);
    underWay -= 1;
    if (manner === "hangs") return;
    if (manner === "drops") {
      const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
        .connections;
      for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
      return;
    }
    done();
  };
  office.close = () => new Promise((closed) => server.close(() => closed()));
  office.reopen = open;
  await open();
  return office;
}

export { header };
