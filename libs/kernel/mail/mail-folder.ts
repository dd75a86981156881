import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail } from './read-mail.js';

/** A mail that was written as a file. */
export interface StoredMail {
  /** Its place in time comes first: later ones sort later. */
  readonly id: string;
  readonly sentAt: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface StoredMails {
  /** The latest first. */
  readonly items: readonly StoredMail[];
  readonly total: number;
}

const ending = '.eml';
const ofOurs = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The name of the file for a mail of a moment. */
export function newMailFile(moment: Date): string {
  return `${moment.toISOString().replaceAll(/[:.]/gu, '-')}-${randomUUID()}${ending}`;
}

/** Reads back what the `FolderTransport` wrote, and nothing else that may lie there. */
export class MailFolder {
  constructor(private readonly folder: string) {}

  async list(skip: number, take: number): Promise<StoredMails> {
    const ids = (await this.ids()).toSorted().toReversed();
    const mails = await Promise.all(ids.slice(skip, skip + take).map((id) => this.read(id)));
    return { items: mails.filter((mail) => mail !== undefined), total: ids.length };
  }

  /** @param id as it was asked for: it becomes the name of a file only when there is such a mail. */
  async find(id: string): Promise<StoredMail | undefined> {
    return (await this.ids()).includes(id) ? this.read(id) : undefined;
  }

  /** No folder: nothing was mailed yet. */
  private async ids(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => {
      const id = name.slice(0, -ending.length);
      return name.endsWith(ending) && ofOurs.test(id) ? [id] : [];
    });
  }

  /** Undefined: not a mail as we write it, or removed meanwhile. */
  private async read(id: string): Promise<StoredMail | undefined> {
    try {
      const { headers, text, html } = readMail(await readFile(join(this.folder, `${id}${ending}`), 'utf8'));
      const [to = '', subject = ''] = ['to', 'subject'].map((name) => headers.get(name));
      return { id, sentAt: momentOf(id), to, subject, text, html };
    } catch {
      return undefined;
    }
  }
}

function momentOf(id: string): Date {
  const [day = '', time = ''] = id.split(/[TZ]/u);
  const [hours, minutes, seconds, milliseconds] = time.split('-');
  return new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
}
