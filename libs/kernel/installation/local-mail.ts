import type { Settings } from '@weerbaar/kernel/config';
import type { DataFolder } from './data-folder.js';

/** Of mail that is sent to nobody. */
const sender = 'Weerbaar <weerbaar@voorbeeld.example>';

/** What api and worker of this folder are given so that mail can be read there, when there is no server to send it. */
export function localMail(
  folder: DataFolder,
  { SMTP_URL, WEERBAAR_MAIL_FROM = sender }: Pick<Settings, 'SMTP_URL' | 'WEERBAAR_MAIL_FROM'>,
): NodeJS.ProcessEnv {
  return SMTP_URL ? {} : { WEERBAAR_MAIL_FOLDER: folder.mailFolder(), WEERBAAR_MAIL_FROM };
}
