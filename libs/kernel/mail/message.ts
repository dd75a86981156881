import type { SendMailOptions } from 'nodemailer';
import type { MailSender } from '@weerbaar/kernel/config';
import type { Mail } from './mail-transport.js';

/** The mail as the library wants it. Addressee and sender are said apart from the headers, so that neither is read from text. */
export function messageOf(mail: Mail, sender: MailSender): SendMailOptions {
  return {
    messageId: `<${mail.id}@${sender.address.slice(sender.address.indexOf('@') + 1)}>`,
    date: mail.date,
    from: { ...sender },
    to: { name: '', address: mail.to },
    envelope: { from: sender.address, to: [mail.to] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Keeps an out-of-office reply from being sent to us (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Lines of any length and all letters, over servers that know neither.
    encoding: 'quoted-printable',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
