import { Global, Module } from '@nestjs/common';
import { readMailSender, readSmtpServer, SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { FolderTransport } from './folder-transport.js';
import { MailOff } from './mail-off.js';
import { MailTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';
import { type SmtpOptions, SmtpTransport } from './smtp-transport.js';

/** The place where it is chosen how mail leaves. */
@Global()
@Module({
  providers: [{ provide: MailTransport, inject: [SETTINGS], useFactory: transportOf }, Mailer],
  exports: [MailTransport, Mailer],
})
export class MailModule {}

function transportOf(settings: Settings): MailTransport {
  const { SMTP_URL = '', WEERBAAR_MAIL_FROM = '', WEERBAAR_MAIL_FOLDER } = settings;
  const sender = readMailSender(WEERBAAR_MAIL_FROM);
  const server = readSmtpServer(SMTP_URL);
  if (sender && WEERBAAR_MAIL_FOLDER) return new FolderTransport(WEERBAAR_MAIL_FOLDER, sender);
  return sender && server ? new SmtpTransport({ server, sender, dkim: dkimOf(settings) }) : new MailOff();
}

function dkimOf(settings: Settings): SmtpOptions['dkim'] {
  const { WEERBAAR_DKIM_DOMAIN, WEERBAAR_DKIM_SELECTOR, WEERBAAR_DKIM_KEY } = settings;
  if (!WEERBAAR_DKIM_DOMAIN || !WEERBAAR_DKIM_SELECTOR || !WEERBAAR_DKIM_KEY) return undefined;
  return {
    domainName: WEERBAAR_DKIM_DOMAIN,
    keySelector: WEERBAAR_DKIM_SELECTOR,
    privateKey: WEERBAAR_DKIM_KEY,
  };
}
