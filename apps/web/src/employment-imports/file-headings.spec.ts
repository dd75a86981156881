import { headingsOf } from './file-headings.js';

const windows1252 = (text: string) => new Blob([Uint8Array.from(Buffer.from(text, 'latin1'))]);

describe('the headings of a file', () => {
  it.each([
    ['semicolons', 'Nr;Naam;Sinds\r\n1;Anna;2020', ['Nr', 'Naam', 'Sinds']],
    ['commas', 'Nr,Naam,Sinds\n', ['Nr', 'Naam', 'Sinds']],
    ['tabs', 'Nr\tNaam\tSinds', ['Nr', 'Naam', 'Sinds']],
    ['quotes', '"Nr; intern";"Naam ""voluit""";Sinds', ['Nr; intern', 'Naam "voluit"', 'Sinds']],
    ['a byte order mark and an empty line', '\ufeff\n Nr ; Naam \n', ['Nr', 'Naam']],
    ['one that stands there twice, and one without words', 'Nr;;Naam;Naam\n', ['Nr', 'Naam']],
    ['signs beside ASCII', 'Geboren in Curaçao;Naam\n', ['Geboren in Curaçao', 'Naam']],
  ])('are read with %s', async (_, text, headings) => {
    expect(await headingsOf(new Blob([text]))).toEqual(headings);
  });

  it('are read from Windows-1252', async () => {
    expect(await headingsOf(windows1252('Functie élan;Naam\n'))).toEqual(['Functie élan', 'Naam']);
  });

  it('are none where the file is no text', async () => {
    expect(await headingsOf(new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])]))).toEqual([]);
    expect(await headingsOf(new Blob([Uint8Array.from(Buffer.from('Nr;Naam', 'utf16le'))]))).toEqual([]);
    expect(await headingsOf(new Blob([]))).toEqual([]);
  });
});
