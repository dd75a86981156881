import { Problem } from '@weerbaar/kernel/problems';
import { MailTransport } from './mail-transport.js';

/** An installation without mail. A job that wants to send some waits for the setting, as it would for the server. */
export class MailOff extends MailTransport {
  readonly enabled = false;

  send(): Promise<void> {
    return Promise.reject(
      Problem.conflict(
        'Mail staat uit: de instelling SMTP_URL ontbreekt.',
        'Mail is off: the setting SMTP_URL is missing.',
      ),
    );
  }
}
