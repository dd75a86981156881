import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { readMail } from './read-mail.js';
import { FolderTransport } from './folder-transport.js';
import type { Mail } from './mail-transport.js';

const mail: Mail = {
  id: 'f00d',
  date: new Date('2026-11-21T10:20:30.123Z'),
  to: 'a.jansen@voorbeeld.example',
  subject: 'Één wachtwoord kiezen',
  text: 'Eén regel.\n',
  html: '<p>Eén regel.</p>\n',
};

let folder: string;
let transport: FolderTransport;

beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'mail-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  folder = join(parent, 'mail');
  transport = new FolderTransport(folder, {
    name: 'Gemeente Voorbeeld',
    address: 'weerbaar@voorbeeld.example',
  });
});

describe('a mail that is written to a folder', () => {
  it('is whole, in a file for its owner only', async () => {
    await transport.send(mail);

    const [name = '', ...more] = readdirSync(folder);
    expect(more).toEqual([]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const { headers, text, html } = readMail(readFileSync(join(folder, name), 'utf8'));
    expect(Object.fromEntries(headers)).toMatchObject({
      from: 'Gemeente Voorbeeld <weerbaar@voorbeeld.example>',
      to: 'a.jansen@voorbeeld.example',
      subject: 'Één wachtwoord kiezen',
      'message-id': '<f00d@voorbeeld.example>',
    });
    expect({ text: text.trimEnd(), html: html.trimEnd() }).toEqual({
      text: 'Eén regel.',
      html: '<p>Eén regel.</p>',
    });
  });

  it('is named by its time and nothing of the addressee', async () => {
    await Promise.all([transport.send(mail), transport.send(mail)]);

    const names = readdirSync(folder);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^2026-11-21T10-20-30-123Z-[0-9a-f-]{36}\.eml$/u);
  });

  it('appears under its name at once, and is not written to any more', async () => {
    await transport.send(mail);
    const seen: string[] = [];
    const watcher = watch(folder, (event, name) => seen.push(`${event} ${extname(name ?? '')}`));
    onTestFinished(() => watcher.close());

    await transport.send(mail);
    await vi.waitFor(() => expect(seen).toContain('rename .eml'));
    expect(seen).toContain('change .new');
    expect(seen).not.toContain('change .eml');
  });
});
