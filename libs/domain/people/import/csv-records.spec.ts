import { beginningOf, type CsvRecord, recordsOf, separatorOf, UnreadableRow } from './csv-records.js';

async function* text(...pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

async function all(content: string, separator = ';'): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of recordsOf(text(content), separator)) records.push(record);
  return records;
}

async function cells(content: string, separator = ';'): Promise<(readonly string[])[]> {
  return (await all(content, separator)).map((record) => record.cells);
}

describe('the rows of a CSV file', () => {
  it.each([
    ['LF', 'a;b\n1;2\n'],
    ['CRLF', 'a;b\r\n1;2\r\n'],
    ['CR', 'a;b\r1;2\r'],
    ['no end of the last row', 'a;b\n1;2'],
  ])('may end in %s', async (_, content) => {
    expect(await cells(content)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold separators, ends of line and quotes within quotes', async () => {
    expect(await cells('"a;b";"c\nd";"e""f"\n')).toEqual([['a;b', 'c\nd', 'e"f']]);
  });

  it('are counted as a spreadsheet does: empty rows count, and are left out', async () => {
    expect(await all('a;b\n\n;;\n"1\n1";2\n3;4\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['1\n1', '2'] },
      { row: 5, cells: ['3', '4'] },
    ]);
  });

  it('may be longer or shorter than the headings', async () => {
    expect(await cells('a;b\n1\n1;2;3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it.each([
    ['a quote that is never closed', 'a;b\n1;2\n"3;4\n5;6\n', 3],
    ['a quote in the middle of a cell', 'a;b\n1;2"3\n', 2],
    ['a quote that takes in too much', `a;b\n"${'x'.repeat(200_000)}`, 2],
  ])('end at %s, and the row is told', async (_, content, row) => {
    const reading = all(content);
    await expect(reading).rejects.toBeInstanceOf(UnreadableRow);
    await expect(reading).rejects.toMatchObject({ row });
  });

  it('pass on what goes wrong in reading', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'a;b\n';
      throw new Error('connection reset');
    }
    const reading = (async () => {
      for await (const _ of recordsOf(broken(), ';'));
    })();
    await expect(reading).rejects.toThrow('connection reset');
  });
});

it.each([
  ['Nummer;Naam;Afdeling', ';'],
  ['Nummer,Naam,Afdeling', ','],
  ['Nummer\tNaam\tAfdeling', '\t'],
  ['Nummer;"Naam, voorletters, titel, en meer";Afdeling', ';'],
  ['Nummer', ';'],
])('the separator of %j', (headings, separator) => {
  expect(separatorOf(headings)).toBe(separator);
});

describe('the beginning of a file', () => {
  it('is its first line in which something stands, and nothing of the file is lost', async () => {
    const beginning = await beginningOf(text('\r\n', 'a;', 'b\r\n1', ';2'));
    expect(beginning.headings).toBe('a;b');
    let whole = '';
    for await (const piece of beginning.whole) whole += piece;
    expect(whole).toBe('\r\na;b\r\n1;2');
  });

  it('is found without reading the rest', async () => {
    async function* endless(): AsyncGenerator<string> {
      yield 'a;b\n';
      throw new Error('read on');
    }
    expect((await beginningOf(endless())).headings).toBe('a;b');
  });

  it('that has no end is refused', async () => {
    await expect(beginningOf(text('a'.repeat(70_000), 'a'))).rejects.toMatchObject({
      type: 'malformed-request',
    });
  });
});
