import { strFromU8, unzipSync } from 'fflate';
import { csvHeader, csvRow, renderCsv, renderTablesArchive } from './csv-renderer.js';
import type { DocumentTable } from './document-model.js';
import { sampleDocument } from './testing/sample-document.js';

function tableOf(...texts: string[]): DocumentTable {
  return {
    caption: 'Teksten',
    columns: [{ label: 'Tekst', measure: 'text' }],
    rows: texts.map((text) => [text]),
  };
}

describe('the tables as CSV', () => {
  it('opens in a Dutch spreadsheet: mark, semicolons, CRLF, decimal comma, plain numbers and days', () => {
    const table: DocumentTable = {
      caption: 'Kosten',
      columns: [
        { label: 'Post', measure: 'text' },
        { label: 'Datum', measure: 'day' },
        { label: 'Bedrag', measure: 'euro' },
      ],
      rows: [
        ['Onderzoek', '2025-03-01', 26812.5],
        ['Correctie', null, -1250000],
      ],
    };

    expect(renderCsv(table, 'nl')).toBe(
      '\ufeffPost;Datum;Bedrag\r\nOnderzoek;2025-03-01;26812,5\r\nCorrectie;;-1250000\r\n',
    );
    expect(renderCsv(table, 'en')).toContain('26812.5');
  });

  it('quotes what holds a separator, a quote or a line end', () => {
    expect(renderCsv(tableOf('a;b', 'zeg "ja"', 'een\r\ntwee'), 'nl')).toBe(
      '\ufeffTekst\r\n"a;b"\r\n"zeg ""ja"""\r\n"een\ntwee"\r\n',
    );
  });

  it.each(['=1+1', '+31 6', '-x', '@som', '\t=1', '\r=1', ' =1', '＝1', '\u0000=1', '\u202e=1'])(
    'gives no spreadsheet a formula to run from %j',
    (text) => {
      const [, cell] = renderCsv(tableOf(text), 'nl').split('\r\n');
      expect(cell).toMatch(/^"?'/u);
    },
  );

  it('leaves negative numbers alone', () => {
    const table: DocumentTable = {
      ...tableOf(),
      columns: [{ label: 'Verschil', measure: 'count' }],
      rows: [[-3]],
    };
    expect(renderCsv(table, 'nl')).toBe('\ufeffVerschil\r\n-3\r\n');
  });

  it('has a header and nothing else for a table without rows', () => {
    expect(renderCsv(tableOf(), 'nl')).toBe('\ufeffTekst\r\n');
  });
});

describe('a file that is made row by row', () => {
  it('has the same bytes as the table it would have been', () => {
    const table = tableOf('a;b', '=1+1', 'x');
    const parts = [csvHeader(['Tekst']), ...table.rows.map((row) => csvRow(row, 'nl'))];
    expect(parts.join('')).toBe(renderCsv(table, 'nl'));
  });
});

describe('the archive of all tables', () => {
  it('names each table by its number and title in the document, in whole words, also when two have one title', () => {
    const model = sampleDocument({
      chapters: [
        {
          id: 'a',
          title: 'A',
          blocks: [
            { kind: 'table', table: tableOf('eerste') },
            { kind: 'table', table: tableOf('tweede') },
            {
              kind: 'table',
              table: {
                ...tableOf('derde'),
                caption: '../Bevindingen: verslagen van vertrouwenspersonen en onderzoekers van buiten',
              },
            },
          ],
        },
      ],
    });
    const files = unzipSync(renderTablesArchive(model));
    expect(Object.keys(files)).toEqual([
      'tabel-01-teksten.csv',
      'tabel-02-teksten.csv',
      'tabel-03-bevindingen-verslagen-van-vertrouwenspersonen-en.csv',
    ]);
    expect(strFromU8(files['tabel-02-teksten.csv'] ?? new Uint8Array())).toContain('tweede');
  });

  it('has the same bytes every time', () => {
    expect(renderTablesArchive(sampleDocument())).toEqual(renderTablesArchive(sampleDocument()));
  });
});
