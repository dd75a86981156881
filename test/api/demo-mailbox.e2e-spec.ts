import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderTransport } from '../../libs/kernel/mail/folder-transport.js';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';

/** Real: the API, PostgreSQL, the mails in their folder as the worker writes them. */

const folder = mkdtempSync(join(tmpdir(), 'weerbaar-mailbox-'));
const secretFile = join(folder, 'secret.eml');

let api: TestApi;
let organisation: TestOrganisation;

beforeAll(async () => {
  api = await openTestApi({ WEERBAAR_MAIL_FOLDER: folder, WEERBAAR_DEMO_MAILBOX: 'on' });
  organisation = await api.createOrganisation('postvak', {});
});

afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (url: string) => organisation.visitor().at('GET', url);

async function mail(second: number, subject: string, text = 'Tekst') {
  const date = new Date(Date.UTC(2027, 0, 31, 23, 5, second));
  const sender = { name: 'Weerbaar', address: 'weerbaar@voorbeeld.example' };
  const content = { to: 'anna@voorbeeld.example', subject, text, html: `<p>${text}</p>` };
  await new FolderTransport(folder, sender).send({ id: String(second), date, ...content });
}

const linksIn = (page: string): string[] =>
  [...page.matchAll(/href="(\/demo\/mail\/[^"]+)"/gu)].map(([, link = '']) => link);

describe('the mailbox of the demo', () => {
  it('says that there is no mail, before there is any', async () => {
    const { statusCode, body, headers } = await read('/demo/mail');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('Er is nog geen mail.');
  });

  it('lists mails with time, addressee and subject, the latest first, and shows one in full', async () => {
    await mail(1, 'Eén café — de eerste mail met een onderwerp dat zo lang is dat het over twee regels gaat');
    await mail(2, 'De tweede', 'Klik op de link:\nhttps://weerbaar.example/account-activations#token=abc');

    const { body } = await read('/demo/mail');
    expect(body.indexOf('De tweede')).toBeLessThan(body.indexOf('Eén café — de eerste'));
    expect(body).toContain('1 februari 2027 om 00:05');
    expect(body).toContain('Aan: anna@voorbeeld.example');

    const [latest = ''] = linksIn(body);
    const shown = (await read(latest)).body;
    expect(shown).toContain('<h1>De tweede</h1>');
    expect(shown).toContain(
      '<a href="https://weerbaar.example/account-activations#token=abc">https://weerbaar.example/account-activations#token=abc</a>',
    );
  });

  it('runs nothing and makes no markup of what a mail says', async () => {
    await mail(3, '<script>alert(1)</script>', '<img src=x onerror=alert(1)>\njavascript:alert(1)\n"><b>');
    const list = await read('/demo/mail');
    const [latest = ''] = linksIn(list.body);
    const shown = await read(latest);
    for (const { body, headers } of [list, shown]) {
      expect(body).not.toMatch(/<script|<img|<b>|href="javascript/u);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect(shown.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('has pages', async () => {
    const first = await read('/demo/mail?pageSize=2');
    expect(linksIn(first.body)).toHaveLength(2);
    expect(first.body).toContain('<a href="/demo/mail?page=2&amp;pageSize=2">Oudere mail</a>');
    const second = await read('/demo/mail?page=2&pageSize=2');
    expect(linksIn(second.body)).toHaveLength(1);
    expect(second.body).toContain('Nieuwere mail');
    expect((await read('/demo/mail?page=nul')).statusCode).toBe(400);
  });

  it.each([
    'secret',
    'secret.eml',
    '..%2Fdemo-accounts.json',
    '..%2F..%2Fetc%2Fpasswd',
    '%2Fetc%2Fpasswd',
    '2027-01-31T23-05-01-000Z-00000000-0000-0000-0000-000000000000',
    '%00',
    '.',
  ])('finds nothing under a name that is no mail: %s', async (name) => {
    writeFileSync(secretFile, 'Subject: geheim\r\n\r\ngeheim');
    const answer = await read(`/demo/mail/${name}`);
    expect([400, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('geheim');
    expect((await read('/demo/mail')).body).not.toContain('geheim');
  });

  it('leaves out what is no mail of ours, whatever its name', async () => {
    const name = '2027-01-31T23-05-09-000Z-00000000-0000-4000-8000-000000000000.eml';
    writeFileSync(join(folder, name), 'half a mail');
    const list = await read('/demo/mail');
    expect(list.statusCode).toBe(200);
    expect(list.body).not.toContain('00000000-0000-4000');
  });

  it('can be found from the page with what is published', async () => {
    expect((await read('/published')).body).toContain('<a href="/demo/mail">');
  });

  it('speaks English to who asks for that', async () => {
    const headers = { 'accept-language': 'en' };
    const { body } = await organisation.visitor().at('GET', '/demo/mail', { headers });
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('Mail of the demo');
  });
});

describe('an installation that is no demo', () => {
  it('has no mailbox, not even when mail is written to a folder', async () => {
    const real = await openTestApi();
    const { visitor } = await real.createOrganisation('echt', {});
    for (const url of ['/demo/mail', '/demo/mail/x'])
      expect((await visitor().at('GET', url)).statusCode).toBe(404);
    expect((await visitor().at('GET', '/published')).body).not.toContain('/demo/mail');
    await real.close();
  });
});
