import { createTransport } from "nodemailer";

/** A mail as a procedure words it: who sends it, and the headers of automatic mails, are the mailer's. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same notice sent again has the same: whoever receives it twice can tell. No spaces, no angle brackets, no `@`. */
  readonly id: string;
  /** The mail that this one corrects. */
  readonly about?: string | undefined;
}

/** Hands mails over to the mail server of the configuration. */
export interface Mailer {
  /**
   * Resolves once the server has answered for the mail.
   * @throws MailRefused, MailServerAway; any other error is about this mail alone, and may pass
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The server refuses this mail for good: no such address, or a mail that it will never take. */
export class MailRefused extends Error {}

/** The server takes no mail at all: it can't be reached, or it doesn't know us. No mail is to blame. */
export class MailServerAway extends Error {}

/** What nodemailer's errors tell beside their message. */
interface SmtpFault extends Error {
  readonly code?: string;
  /** The system's own: `ECONNREFUSED`. */
  readonly originalCode?: string;
  /** The command that was answered; `API` when the mail never left. */
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * How long the server may take to answer for one mail. RFC 5321 § 4.5.3.2.6 asks for ten minutes after the final dot: whoever gives
 * up before, while the server is still thinking, sends the same mail again.
 */
const patienceMs = 10 * 60_000;
const connectionTimeout = 10_000;
const greetingTimeout = 30_000;
/** More than are ever under way at once: a connection that hangs is nobody else's. */
const maxConnections = 300;
const idleTimeout = 30_000;

/** A reply that says no for good, about this mail: not one about who asks (RFC 3463 § 3.8: security or policy), which somebody may put right. */
function saysNever({ command, code, response = "", responseCode = 0 }: SmtpFault): boolean {
  if (command === "API" && (code === "EENVELOPE" || code === "EMESSAGE")) return true;
  if (command !== "RCPT TO" && command !== "DATA") return false;
  if (responseCode < 500 || [503, 530, 535, 538].includes(responseCode)) return false;
  return !/\b5\.7\.\d{1,3}\b/.test(response);
}

/** The server's answer in a few figures, for logs and for Temporal: `550 5.1.1`, `ECONNREFUSED`. No address, no content. */
export function answerOf(fault: Error): string {
  const { code, originalCode, response = "", responseCode } = (fault.cause ?? fault) as SmtpFault;
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  return [responseCode || (originalCode ?? code ?? "no answer"), ...(enhanced ? [enhanced] : [])].join(" ");
}

/** The part of an address after its `@`, for Message-IDs, which are to be unique in the world (RFC 5322 § 3.6.4). */
function domainOf(from: string): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  return domain === "localhost" ? "guichet.localhost" : domain;
}

/** A mailer on an SMTP server. */
export function openMailer(
  smtpUrl: string,
  from: string,
  { patience = patienceMs }: { patience?: number } = {},
): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections,
    idleTimeout,
    connectionTimeout,
    greetingTimeout,
    socketTimeout: patience,
  });
  const id = (of: string): string => `<${of}@${domainOf(from)}>`;

  let asked: Promise<boolean> | undefined;
  /** Asks the server itself, once for all who wonder at the same time. */
  const answers = (): Promise<boolean> => {
    asked ??= Promise.race([
      transport.verify().catch(() => false),
      new Promise<false>((late) => setTimeout(late, greetingTimeout, false).unref()),
    ]).finally(() => {
      asked = undefined;
    });
    return asked;
  };

  const meaningOf = async (fault: SmtpFault): Promise<Error> => {
    if (saysNever(fault)) return new MailRefused(fault.message, { cause: fault });
    const { code, command, responseCode } = fault;
    // Who sends, or that anybody does, is what is refused: the same for every mail.
    if (code === "EAUTH" || command === "MAIL FROM") return new MailServerAway(fault.message, { cause: fault });
    // No reply, or a goodbye: the server is away, unless it answers others. Then this mail is what it can't take.
    const unanswered = !responseCode || responseCode === 421;
    if (unanswered && !(await answers())) return new MailServerAway(fault.message, { cause: fault });
    return fault;
  };

  return {
    async send({ to, subject, text, id: own, about }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          // Every line under 76 characters, whatever was pasted into it (RFC 5322 § 2.1.1).
          textEncoding: "quoted-printable",
          messageId: id(own),
          ...(about !== undefined && { inReplyTo: id(about), references: id(about) }),
          headers: {
            // RFC 3834, and its older cousin: no holiday reply, please.
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": "fr",
          },
          signal: AbortSignal.timeout(patience),
        });
      } catch (fault) {
        throw await meaningOf(fault as SmtpFault);
      }
    },
    close: () => transport.close(),
  };
}
