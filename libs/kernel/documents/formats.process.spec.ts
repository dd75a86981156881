import { documentFormats, renderDocument, type RenderedDocument } from './formats.js';
import { Typesetter, TypesettingError } from './pdf/typesetter.js';
import { sampleDocument } from './testing/sample-document.js';

// Real here: every renderer and the typesetting process.
async function all(...parameters: Parameters<typeof renderDocument>): Promise<RenderedDocument[]> {
  const files: RenderedDocument[] = [];
  for await (const file of renderDocument(...parameters)) files.push(file);
  return files;
}

describe('a document in all formats', () => {
  it('gives one file per format, each with a name and a type of its own', async () => {
    const files = await all(sampleDocument(), new Typesetter());
    expect(files.map(({ format }) => format).toSorted()).toEqual(
      documentFormats.map(({ format }) => format).toSorted(),
    );
    const start = 'jaarverslag-integriteit-2025-openbare-uitgave';
    expect(files.map(({ fileName }) => fileName).toSorted()).toEqual([
      `${start}-archief.pdf`,
      `${start}-tabellen.ods`,
      `${start}-tabellen.zip`,
      `${start}.docx`,
      `${start}.html`,
      `${start}.pdf`,
    ]);
    expect(files.every(({ bytes }) => bytes.length > 1000)).toBe(true);
  });

  it('has the same bytes every time', async () => {
    const [first, second] = [
      await all(sampleDocument(), new Typesetter()),
      await all(sampleDocument(), new Typesetter()),
    ];
    first.forEach((file, index) => {
      expect(Buffer.from(file.bytes).equals(Buffer.from(second[index]?.bytes ?? []))).toBe(true);
    });
  });

  it('gives what needs no typesetter also when that fails, and then the failure', async () => {
    const given: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { format } of renderDocument(sampleDocument(), new Typesetter({ time: 1 })))
        given.push(format);
    };
    await expect(run()).rejects.toBeInstanceOf(TypesettingError);
    expect(given).toEqual(['html', 'word', 'tables-csv', 'spreadsheet']);
  });

  it('starts no typesetter for what does not need one', async () => {
    const files = await all(sampleDocument(), new Typesetter({ time: 0 }), ['html']);
    expect(files.map(({ format }) => format)).toEqual(['html']);
  });
});
