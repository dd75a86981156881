import { findColumns, readMapping } from './import-columns.js';

const usual = ['Personeelsnummer', 'Naam', 'Afdelingscode', 'Datum in dienst'];

function faultsOf(work: () => unknown): readonly object[] {
  try {
    work();
  } catch (error) {
    return (error as { faults: readonly { path: string; code: string }[] }).faults.map(({ path, code }) => ({
      path,
      code,
    }));
  }
  return [];
}

describe('the columns of a file', () => {
  it.each([
    [usual],
    [['personeelsnr.', 'NAAM ', 'Code afdeling', 'In dienst']],
    [['Medewerkernummer', 'Volledige naam', 'OE-code', 'Begindatum']],
  ])('are known by their usual headings: %j', (headings) => {
    expect([...findColumns(headings, {}).keys()]).toEqual([
      'personnelNumber',
      'name',
      'departmentCode',
      'validFrom',
    ]);
  });

  it('are where they stand, as they are written', () => {
    const found = findColumns([...usual, 'BSN', ' E-mail adres '], {});
    expect(found.get('email')).toEqual({ heading: 'E-mail adres', index: 5 });
  });

  it('may be named', () => {
    const headings = ['Nr', 'Naam', 'Kostenplaats', 'Datum in dienst'];
    const found = findColumns(headings, { personnelNumber: 'nr', departmentCode: 'KOSTENPLAATS' });
    expect(found.get('personnelNumber')?.index).toBe(0);
    expect(found.get('departmentCode')?.index).toBe(2);
  });

  it('may give the name in parts', () => {
    const headings = [
      'Personeelsnummer',
      'Roepnaam',
      'Tussenvoegsel',
      'Achternaam',
      'Afdelingscode',
      'In dienst',
    ];
    expect([...findColumns(headings, {}).keys()]).toEqual(
      expect.arrayContaining(['givenName', 'namePrefix', 'familyName']),
    );
  });

  it('that are missing or stand there twice are told all at once', () => {
    expect(faultsOf(() => findColumns(['Naam', 'Naam', 'Uren'], { email: 'Post' }))).toEqual([
      { path: 'columns.personnelNumber', code: 'heading-missing' },
      { path: 'columns.name', code: 'heading-twice' },
      { path: 'columns.email', code: 'heading-missing' },
      { path: 'columns.departmentCode', code: 'heading-missing' },
      { path: 'columns.validFrom', code: 'heading-missing' },
    ]);
  });

  it('must tell a name', () => {
    expect(
      faultsOf(() =>
        findColumns(
          usual.filter((heading) => heading !== 'Naam'),
          {},
        ),
      ),
    ).toEqual([{ path: 'columns.name', code: 'heading-missing' }]);
  });
});

describe('a mapping', () => {
  it('is a JSON object of headings', () => {
    expect(readMapping('{"email":"Mail"}')).toEqual({ email: 'Mail' });
    expect(readMapping(null)).toEqual({});
  });

  it.each([
    ['email=Mail', [{ path: 'columns', code: 'not-a-mapping' }]],
    ['[]', [{ path: 'columns', code: 'not-a-mapping' }]],
    ['null', [{ path: 'columns', code: 'not-a-mapping' }]],
    ['{"salary":"Salaris"}', [{ path: 'columns.salary', code: 'unknown' }]],
    ['{"__proto__":"x"}', [{ path: 'columns.__proto__', code: 'unknown' }]],
    [
      '{"email":7,"name":" - "}',
      [
        { path: 'columns.email', code: 'required' },
        { path: 'columns.name', code: 'required' },
      ],
    ],
  ])('can not be %s', (given, faults) => {
    expect(faultsOf(() => readMapping(given))).toEqual(faults);
  });
});
