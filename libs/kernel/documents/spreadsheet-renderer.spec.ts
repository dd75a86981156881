import { strFromU8, unzipSync } from 'fflate';
import { renderSpreadsheet } from './spreadsheet-renderer.js';
import { sampleActions, sampleDocument } from './testing/sample-document.js';
import type { DocumentModel, DocumentTable } from './document-model.js';

function withTables(...tables: DocumentTable[]): DocumentModel {
  return sampleDocument({
    chapters: [{ id: 'a', title: 'A', blocks: tables.map((table) => ({ kind: 'table', table })) }],
  });
}

async function contentOf(model: DocumentModel): Promise<string> {
  return strFromU8(unzipSync(await renderSpreadsheet(model))['content.xml'] ?? new Uint8Array());
}

function sheetsOf(content: string): (string | undefined)[] {
  return [...content.matchAll(/<table:table [^>]*table:name="([^"]*)"/gu)].map((match) => match[1]);
}

describe('the tables as a spreadsheet', () => {
  it('is an ODS file: its type stands first and unpacked', async () => {
    const file = await renderSpreadsheet(sampleDocument());
    expect(strFromU8(file.slice(30, 30 + 54))).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  });

  it('has one sheet per table, in order, with names of its own', async () => {
    const content = await contentOf(sampleDocument());
    expect(sheetsOf(content).slice(0, 3)).toEqual([
      '1 Bouwstenen op orde, per thema',
      '2 Acties uit het jaarplan 2025',
      '3 Opgaven van',
    ]);
    expect(sheetsOf(content)).toHaveLength(10);
  });

  it('names a sheet in at most 31 letters, without those that spreadsheets refuse, and none twice', async () => {
    const table = sampleActions(1);
    const caption = "Bevindingen: audits/onderzoeken [2025] 'en meer' dan dat?";
    const names = sheetsOf(await contentOf(withTables({ ...table, caption }, { ...table, caption })));
    expect(names).toEqual(['1 Bevindingen audits', '2 Bevindingen audits']);
    for (const name of names) expect(name?.length).toBeLessThanOrEqual(31);
  });

  it('types numbers, amounts and days, so that people can count on', async () => {
    const content = await contentOf(sampleDocument());
    expect(content).toMatch(/office:value-type="float" office:value="987"/u);
    expect(content).toMatch(/office:value-type="currency"[^>]* office:value="26812.5"/u);
    expect(content).toMatch(/office:value-type="date" office:date-value="2025-03-11"/u);
  });

  it('never makes a formula of text', async () => {
    const content = await contentOf(
      withTables({
        caption: 'Teksten',
        columns: [{ label: '=KOP()', measure: 'text' }],
        rows: [['=HYPERLINK("http://kwaad.example")'], ['+1'], ['@x']],
      }),
    );
    expect(content).not.toContain('table:formula');
    expect(content).toContain('=HYPERLINK(');
    expect(content).toContain('=KOP()');
  });

  it('has the same bytes every time, with the moment of the document', async () => {
    const first = await renderSpreadsheet(sampleDocument());
    expect(Buffer.from(first).equals(Buffer.from(await renderSpreadsheet(sampleDocument())))).toBe(true);
    expect(strFromU8(unzipSync(first)['meta.xml'] ?? new Uint8Array())).toContain('2026-04-14T10:00:00.000Z');
  });

  it('opens also when there is no table at all', async () => {
    expect(await contentOf(sampleDocument({ chapters: [] }))).toContain('Geen gegevens');
  });
});
