import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailSender } from '@weerbaar/kernel/config';
import { newMailFile } from './mail-folder.js';
import { messageOf } from './message.js';
import { type Mail, MailTransport } from './mail-transport.js';

/** Writes each mail as a file that a mail program opens, instead of sending it: for trying out and for the demo. */
export class FolderTransport extends MailTransport {
  readonly enabled = true;
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly folder: string,
    private readonly sender: MailSender,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const { message } = await this.composer.sendMail(messageOf(mail, this.sender));
    const file = join(this.folder, newMailFile(mail.date));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // Under its name it is whole: who watches the folder never reads half a mail.
    await writeFile(`${file}.new`, message, { mode: 0o600, flag: 'wx' });
    await rename(`${file}.new`, file);
  }
}
