import { strToU8, zipSync } from 'fflate';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

/**
 * Files that are more than one thing at once, or are called what no file should be called. Real: the API, the
 * recognition of types by content, PostgreSQL. Not real: the browser; its headers say what it would do.
 */

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let documentId: string;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('bestanden', { anna: ['employee', 'integrity-adviser'] });
  anna = await organisation.signIn('anna');
});

afterAll(() => api.close());

beforeEach(async () => {
  const { items } = (await anna.get('/building-blocks')).json();
  const announced = { title: 'Gedragscode', kind: 'regulation' };
  const made = await anna.post(`/building-blocks/${items[0].id}/policy-documents`, announced);
  documentId = made.json().id;
});

const adopted = { adoptedOn: '2025-02-04', adoptedBy: 'college', validFrom: '2025-03-01' };

function send(bytes: Buffer, name: string, type = 'application/pdf'): Promise<Answer> {
  return anna.upload(`/policy-documents/${documentId}/versions`, adopted, { name, type, bytes });
}

const download = (): Promise<Answer> => anna.get(`/policy-documents/${documentId}/versions/1/file`);

async function filesKept(): Promise<number> {
  const [row] = await api.asSuperuser<{ count: number }>('select count(*)::int as count from file');
  return row?.count ?? 0;
}

const script = '<!doctype html><script>alert(document.cookie)</script>';
const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');
const zip = Buffer.from(zipSync({ 'a.txt': strToU8('a') }));
const and = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('a file that is two things', () => {
  it.each<[string, string, string, Buffer]>([
    ['a PDF with a web page in it', 'application/pdf', 'code.pdf', and('%PDF-1.7\n', script, '\n%%EOF')],
    ['a PDF with a web page behind it', 'application/pdf', 'code.pdf', and(pdf, script)],
    ['a PDF with a zip behind it', 'application/pdf', 'code.pdf', and(pdf, zip)],
    [
      'a PDF that runs something',
      'application/pdf',
      'code.pdf',
      and(pdf, '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    ],
    ['a picture with a web page behind it', 'image/png', 'schema.png', and(png, script)],
    ['a picture with a program behind it', 'image/png', 'schema.png', and(png, 'MZ\x90\0')],
    ['a photo with a script in it', 'image/jpeg', 'foto.jpg', and(jpeg, '*/=1;alert(1)/*')],
  ])('is stored as the one it begins as, and is that only: %s', async (_, type, name, bytes) => {
    // Whatever else somebody says it is.
    expect((await send(bytes, name, 'text/html')).statusCode).toBe(201);
    const { headers, rawPayload } = await download();
    expect(rawPayload.equals(bytes)).toBe(true);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  });

  it.each<[string, string, Buffer]>([
    ['a web page with a PDF behind it', 'code.pdf', and(script, pdf)],
    ['a script with a PDF behind it', 'code.pdf', and('#!/bin/sh\n', pdf)],
    ['a program with a PDF behind it', 'code.pdf', and('MZ\x90\0', Buffer.alloc(60), pdf)],
    ['a GIF that is a script', 'schema.png', and('GIF89a/*', Buffer.alloc(8), '*/=1;alert(1)')],
    ['a bitmap that is a script', 'schema.png', and('BM/*', Buffer.alloc(60), '*/=1;alert(1)')],
    ['a zip called a PDF', 'code.pdf', zip],
    ['a zip called a Word document', 'code.docx', zip],
    [
      'a Java archive called a Word document',
      'code.docx',
      Buffer.from(zipSync({ 'META-INF/MANIFEST.MF': strToU8('Manifest-Version: 1.0') })),
    ],
    ['a PDF called a web page', 'code.html', pdf],
    ['a PDF called a Word document', 'code.docx', pdf],
    ['a picture called a PDF', 'code.pdf', png],
    ['a PDF after one byte', 'code.pdf', and('\0', pdf)],
    [
      'an MHTML page',
      'code.pdf',
      and('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n', script),
    ],
    ['PostScript', 'code.pdf', and('%!PS-Adobe-3.0\n(%pipe%id) (r) file\n')],
  ])('is refused when it begins as another, and leaves nothing: %s', async (_, name, bytes) => {
    const before = await filesKept();
    expect((await send(bytes, name)).json()).toMatchObject({
      status: 415,
      type: '/api/v1/problems/unsupported-media-type',
    });
    expect(await filesKept()).toBe(before);
  });

  it('is not unpacked to see what it is, however small it is packed', async () => {
    const types = { '[Content_Types].xml': new Uint8Array(200_000_000) };
    expect((await send(Buffer.from(zipSync(types)), 'code.docx')).statusCode).toBe(415);
  });
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\windows\\win.ini.pdf', 'win.ini.pdf'],
    ['/etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\code.pdf', 'code.pdf'],
    ['file:///etc/code.pdf', 'code.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'bestand.pdf'],
    ['', 'bestand.pdf'],
    [' . .pdf', expect.stringMatching(/^[^./\\]+\.pdf$/)],
    ['code.pdf.exe', 'code.pdf.exe.pdf'],
    ['code.php', 'code.php.pdf'],
    ['code\u202efdp.exe', 'codefdp.exe.pdf'],
    ['code\u0000.exe.pdf', 'code.exe.pdf'],
    ['code\u200b\u2028.pdf', 'code.pdf'],
    ["'; drop table file; --.pdf", "'; drop table file; --.pdf"],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    ['$(id)`id`%00{{7*7}}.pdf', '$(id)`id`%00{{7*7}}.pdf'],
    ['Gedragscode é ñ ü.pdf', 'Gedragscode é ñ ü.pdf'],
    ['Кодекс поведінки.pdf', 'Кодекс поведінки.pdf'],
    ['行動規範 📄.pdf', '行動規範 📄.pdf'],
    ['مدونة السلوك.pdf', 'مدونة السلوك.pdf'],
    ['e\u0301e\u0301n.pdf', 'één.pdf'],
    [`${'漢'.repeat(600)}.pdf`, `${'漢'.repeat(196)}.pdf`],
    [`${'.'.repeat(5_000)}x.pdf`, 'x.pdf'],
  ])('%j becomes %s', async (given, kept) => {
    const sent = await send(pdf, given);
    expect(sent.statusCode).toBe(201);
    const { headers, statusCode } = await download();
    expect(statusCode).toBe(200);
    const disposition = String(headers['content-disposition']);
    // What a header can bear, with the real name beside it in the encoding of RFC 8187.
    expect(disposition).toMatch(/^attachment; filename=[ -~]+$/);
    expect(nameIn(disposition)).toEqual(kept);
  });

  it('can not end its header and begin another: what it then begins is no PDF', async () => {
    const before = await filesKept();
    const sent = await send(pdf, 'code\r\nset-cookie: session=x\r\n\r\n<script>.pdf');
    expect(sent.statusCode).toBe(415);
    expect(sent.headers).not.toHaveProperty('set-cookie');
    expect(await filesKept()).toBe(before);
  });

  it('that is no text is kept with marks for what could not be read', async () => {
    const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="');
    const fields = Object.entries(adopted).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const payload = and(
      fields.join(''),
      head,
      Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
      '.pdf"\r\n\r\n',
      pdf,
      '\r\n--x--\r\n',
    );
    const sent = await anna.ask('POST', `/policy-documents/${documentId}/versions`, {
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(sent.statusCode).toBe(201);
    expect(nameIn(String((await download()).headers['content-disposition']))).toMatch(/^\ufffd+\(\.pdf$/);
  });
});

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  const quoted = /filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1];
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? /filename=([^;]+)/.exec(disposition)?.[1] ?? '';
}
