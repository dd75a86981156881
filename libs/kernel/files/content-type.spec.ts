import { strToU8, zipSync } from 'fflate';
import { acceptedType, requireSoundOffice } from './content-type.js';
import { documentUploadTypes, type MediaType, uploadLimitBytes } from './media-type.js';

const office = 'application/vnd.openxmlformats-officedocument';
const word = `${office}.wordprocessingml.document`;
const excel = `${office}.spreadsheetml.sheet`;
const text = 'application/vnd.oasis.opendocument.text';
const sheet = 'application/vnd.oasis.opendocument.spreadsheet';

function zip(entries: Readonly<Record<string, string>>): Buffer {
  const files = Object.entries(entries).map(([name, content]) => [name, strToU8(content)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

function openXml(mainType: string, others: Readonly<Record<string, string>> = {}): Buffer {
  const types = `<Types><Override PartName="/main.xml" ContentType="${mainType}.main+xml"/></Types>`;
  return zip({ '[Content_Types].xml': types, 'main.xml': '<x/>', ...others });
}

function openDocument(mimetype: string, others: Readonly<Record<string, string>> = {}): Buffer {
  return zip({ mimetype, 'content.xml': '<x/>', ...others });
}

const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');

function typeOf(content: Buffer, name: string): Promise<MediaType> {
  return acceptedType(content, name, documentUploadTypes);
}

describe('the type of an upload', () => {
  it.each([
    ['application/pdf', pdf, 'gedragscode.pdf'],
    [word, openXml(word), 'gedragscode.docx'],
    [excel, openXml(excel), 'register.xlsx'],
    [text, openDocument(text), 'gedragscode.odt'],
    [sheet, openDocument(sheet), 'register.ods'],
    ['image/png', png, 'schema.png'],
    ['image/jpeg', jpeg, 'foto.jpeg'],
    ['application/pdf', pdf, 'zonder uitgang'],
  ] as const)('%s is accepted', async (type, content, name) => {
    expect(await typeOf(content, name)).toBe(type);
  });

  it.each([
    ['a web page', html, 'gedragscode.pdf'],
    [
      'an image with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'a.png',
    ],
    ['a plain zip', zip({ 'a.txt': 'a' }), 'gedragscode.docx'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'gedragscode.pdf'],
    ['plain text', Buffer.from('gewoon tekst'), 'gedragscode.pdf'],
    ['a document with macros', openXml('application/vnd.ms-word.document.macroEnabled'), 'gedragscode.docx'],
    ['a sheet with macros', openXml('application/vnd.ms-excel.sheet.macroEnabled'), 'register.xlsx'],
    ['a template', openDocument(`${text}-template`), 'gedragscode.odt'],
  ])('%s is refused under another name', async (_, content, name) => {
    const refusal = typeOf(content, name);
    await expect(refusal).rejects.toMatchObject({ type: 'unsupported-media-type' });
    await expect(refusal).rejects.toMatchObject({
      detail: { nl: expect.stringContaining('Word (docx)'), en: expect.stringContaining('PNG image') },
    });
  });

  it('is refused when the name promises another, and says both', async () => {
    await expect(typeOf(openXml(word), 'gedragscode.pdf')).rejects.toMatchObject({
      type: 'unsupported-media-type',
      detail: { nl: expect.stringMatching(/PDF.*Word/) },
    });
    await expect(typeOf(pdf, 'gedragscode.html')).rejects.toMatchObject({ type: 'unsupported-media-type' });
  });

  it('is refused where only others are asked for', async () => {
    await expect(acceptedType(pdf, 'logo.pdf', ['image/png'])).rejects.toMatchObject({
      detail: { nl: expect.stringContaining('PNG-afbeelding') },
    });
  });
});

describe('the type of a text', () => {
  const csv = Buffer.from('Nummer;Naam\r\n1;Zoë\r\n');

  it('is CSV where that is asked for, since a text begins with nothing of its own', async () => {
    expect(await acceptedType(csv, 'hr.csv', ['text/csv'])).toBe('text/csv');
    expect(await acceptedType(Buffer.concat([Buffer.from('\ufeff'), csv]), 'hr.txt', ['text/csv'])).toBe(
      'text/csv',
    );
  });

  it.each([
    ['a picture', png, 'hr.csv'],
    ['a spreadsheet', openXml(excel), 'hr.csv'],
    ['CSV under the name of another type', csv, 'hr.pdf'],
  ])('is not that of %s', async (_, content, name) => {
    await expect(acceptedType(content, name, ['text/csv'])).rejects.toMatchObject({
      type: 'unsupported-media-type',
    });
  });
});

describe('an office document', () => {
  function examine(content: Buffer, type: MediaType = word, tail = content) {
    return () => requireSoundOffice(type, tail, content.length);
  }

  it('is sound', () => {
    expect(examine(openXml(word))).not.toThrow();
    expect(
      examine(openDocument(text, { 'Basic/script-lc.xml': '<x/>', 'Configurations2/a.xml': '' }), text),
    ).not.toThrow();
  });

  it('is examined by its end alone', () => {
    const content = openXml(word, { 'word/vbaProject.bin': 'x' });
    expect(examine(content, word, content.subarray(40))).toThrow(/macros/);
    const sound = openXml(word);
    expect(examine(sound, word, sound.subarray(40))).not.toThrow();
  });

  it.each([
    ['a Visual Basic project', openXml(word, { 'word/vbaProject.bin': 'x' })],
    ['a Visual Basic project in capitals', openXml(word, { 'word/VBAPROJECT.BIN': 'x' })],
    ['an Excel 4 macro sheet', openXml(excel, { 'xl/macrosheets/sheet1.xml': 'x' })],
    ['OpenDocument Basic', openDocument(text, { 'Basic/Standard/Module1.xml': 'x' })],
    ['an OpenDocument script', openDocument(text, { 'Scripts/python/run.py': 'x' })],
  ])('with %s is refused', (_, content) => {
    expect(examine(content)).toThrow(expect.objectContaining({ type: 'unsupported-media-type' }));
  });

  it.each([
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 30)],
    ['with something behind its end', (content: Buffer) => Buffer.concat([content, Buffer.from('rest')])],
    ['with a directory elsewhere', (content: Buffer) => Buffer.concat([Buffer.from('before'), content])],
  ])('%s is called damaged', (_, harm) => {
    expect(examine(harm(openXml(word)))).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ code: 'damaged-file' })] }),
    );
  });

  it('with a directory that claims too many names is called damaged', () => {
    const content = openXml(word);
    content.writeUInt16LE(65_000, content.length - 22 + 10);
    expect(examine(content)).toThrow(expect.objectContaining({ type: 'invalid-input' }));
  });

  it('is the only kind that is examined this way', () => {
    expect(examine(pdf, 'application/pdf')).not.toThrow();
  });
});

it('takes uploads of up to 25 MB', () => {
  expect(uploadLimitBytes).toBe(26_214_400);
});
