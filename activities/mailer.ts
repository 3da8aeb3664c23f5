import { createTransport } from "nodemailer";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same notice sent again has the same id: whoever receives it twice can tell. */
  readonly messageId: string;
}

/** Hands mails over to the mail server of the configuration. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Without a mail server, notices are recorded and wait: their deliveries are tried again, and seen in the Web UI. */
export function openMailer(smtpUrl: string | undefined, from: string): Mailer {
  if (smtpUrl === undefined) {
    return {
      send: () => Promise.reject(new Error("No mail server is given (SMTP_URL): the notice waits.")),
      close: () => undefined,
    };
  }
  const transport = createTransport(smtpUrl);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
}
