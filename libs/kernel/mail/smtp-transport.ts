import { isIP } from 'node:net';
import { Logger } from '@nestjs/common';
import { createTransport, type DKIMOptions, type NodemailerError } from 'nodemailer';
import type { MailSender, SmtpServer } from '@weerbaar/kernel/config';
import { messageOf } from './message.js';
import { type Mail, MailTransport } from './mail-transport.js';
import { codesOf, problemOf } from './smtp-fault.js';

/** How long a server may take, in milliseconds. */
export interface SmtpPatience {
  /** To be found and connected to. */
  readonly connecting: number;
  /** To say the next thing. */
  readonly silence: number;
  /** For all of it: a server that says a letter now and then is never silent. */
  readonly whole: number;
}

export interface SmtpOptions {
  readonly server: SmtpServer;
  readonly sender: MailSender;
  /** Absent: mail goes out unsigned, or is signed by the server that takes it. */
  readonly dkim?: DKIMOptions;
}

const usualPatience: SmtpPatience = { connecting: 10_000, silence: 30_000, whole: 60_000 };

const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Hands mail to a server by SMTP, encrypted unless that server is on this machine. */
export class SmtpTransport extends MailTransport {
  readonly enabled = true;
  private readonly logger = new Logger('Mail');
  private readonly connection: ReturnType<typeof connectionTo>;

  constructor(
    private readonly options: SmtpOptions,
    private readonly patience = usualPatience,
  ) {
    super();
    this.connection = connectionTo(options, patience);
  }

  async send(mail: Mail): Promise<void> {
    try {
      const signal = AbortSignal.timeout(this.patience.whole);
      await this.connection.sendMail({ ...messageOf(mail, this.options.sender), signal });
    } catch (error) {
      const fault = error as NodemailerError;
      this.logger.warn(`a mail was not taken: ${codesOf(fault)}`);
      throw problemOf(fault);
    }
  }
}

/** Option by option: from an address given as text the library would also read how not to check certificates. */
function connectionTo({ server, dkim }: SmtpOptions, { connecting, silence }: SmtpPatience) {
  const { host, port, secure, signIn } = server;
  const near = thisMachine.has(host);
  return createTransport({
    // A name server is never asked where this machine is: its answer could take a password elsewhere in the clear.
    host: host === 'localhost' ? '127.0.0.1' : host,
    servername: isIP(host) ? undefined : host,
    port,
    secure,
    // A server on this machine often has a certificate that nobody knows.
    ignoreTLS: near,
    requireTLS: !near,
    auth: signIn && { user: signIn.user, pass: signIn.password },
    dkim,
    dnsTimeout: connecting,
    connectionTimeout: connecting,
    greetingTimeout: connecting,
    socketTimeout: silence,
    maxRecipients: 1,
    logger: false,
  });
}
