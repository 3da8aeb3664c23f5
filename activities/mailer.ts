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

export function openMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
}
