/** A mail as it goes out: composed, for one address. */
export interface Mail {
  /** The same each time it is sent, so that a mail that arrives twice can be known as one. */
  readonly id: string;
  readonly date: Date;
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How mail leaves; chosen by the settings. Parts send by the `Mailer`, and ask here whether there is mail at all. */
export abstract class MailTransport {
  /** Whether mail is on. Ask before promising somebody a mail. */
  abstract readonly enabled: boolean;

  /**
   * Hands the mail over, which takes as long as the server on the other side likes: never inside a transaction.
   * @throws Problem `mail-delayed` when trying again later may help, `mail-refused` when it will not,
   * `conflict` when mail is off.
   */
  abstract send(mail: Mail): Promise<void>;
}
