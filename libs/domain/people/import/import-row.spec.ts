import { findColumns } from './import-columns.js';
import { RowReader } from './import-row.js';

const headings = [
  'Personeelsnummer',
  'Naam',
  'E-mail',
  'Soort dienstverband',
  'Afdelingscode',
  'Functiecode',
  'Uren',
  'Leidinggevende',
  'In dienst',
  'Uit dienst',
];
const right = [
  '1',
  'Anna de Vries',
  'anna@voorbeeld.example',
  'Ingehuurd',
  'BZ',
  'BAL',
  '32,5',
  '2',
  '01-03-2019',
  '',
];
const reader = new RowReader(findColumns(headings, {}), headings.length);

/** The right row with one cell replaced. */
function read(heading: string, cell: string) {
  return reader.read({
    row: 7,
    cells: right.map((value, index) => (headings[index] === heading ? cell : value)),
  });
}

it('a row is read into what it says', () => {
  expect(reader.read({ row: 2, cells: right })).toEqual({
    row: 2,
    faults: [],
    values: {
      personnelNumber: '1',
      name: 'Anna de Vries',
      email: 'anna@voorbeeld.example',
      kind: 'hired-staff',
      departmentCode: 'BZ',
      jobFunctionCode: 'BAL',
      hoursPerWeek: 32.5,
      managerNumber: '2',
      validFrom: '2019-03-01',
      validTo: null,
    },
  });
});

it('of what has no column nothing is said', () => {
  const few = ['Personeelsnummer', 'Naam', 'Afdelingscode', 'In dienst'];
  const { values } = new RowReader(findColumns(few, {}), 4).read({
    row: 2,
    cells: ['1', 'Anna', 'BZ', '2019-03-01'],
  });
  expect(Object.keys(values)).toEqual(['personnelNumber', 'name', 'departmentCode', 'validFrom']);
});

it('a name in parts becomes one', () => {
  const parts = ['Personeelsnummer', 'Roepnaam', 'Voorvoegsel', 'Achternaam', 'Afdelingscode', 'In dienst'];
  const named = (...name: readonly string[]) =>
    new RowReader(findColumns(parts, {}), 6).read({ row: 2, cells: ['1', ...name, 'BZ', '2019-03-01'] });
  expect(named('Anna', 'de', 'Vries').values.name).toBe('Anna de Vries');
  expect(named('', '', 'Vries').values.name).toBe('Vries');
  expect(named('Anna', 'de', '').faults).toMatchObject([{ column: 'Achternaam', code: 'required' }]);
});

describe('a cell', () => {
  it.each([
    ['Uren', '36', { hoursPerWeek: 36 }],
    ['Uren', '7.25', { hoursPerWeek: 7.25 }],
    ['Uren', '', { hoursPerWeek: null }],
    ['In dienst', '2019-03-01', { validFrom: '2019-03-01' }],
    ['In dienst', '1-3-2019', { validFrom: '2019-03-01' }],
    ['In dienst', '29-02-2024', { validFrom: '2024-02-29' }],
    ['Uit dienst', '31-12-2030', { validTo: '2030-12-31' }],
    ['Soort dienstverband', '', { kind: 'employee' }],
    ['Soort dienstverband', 'volunteer', { kind: 'volunteer' }],
    ['Naam', '  Zoe\u0308  ', { name: 'Zoë' }],
    ['Naam', 'é'.repeat(200), { name: 'é'.repeat(200) }],
    ['Naam', '🙂'.repeat(200), { name: '🙂'.repeat(200) }],
    ['Naam', `O'Brien-d’Ancona`, { name: `O'Brien-d’Ancona` }],
  ])('%s %j is right', (heading, cell, expected) => {
    const { values, faults } = read(heading, cell);
    expect(faults).toEqual([]);
    expect(values).toMatchObject(expected);
  });

  it.each([
    ['Personeelsnummer', '', 'required'],
    ['Personeelsnummer', '1'.repeat(51), 'too-long'],
    ['Naam', '', 'required'],
    ['Naam', 'x'.repeat(201), 'too-long'],
    ['Naam', '=HYPERLINK("x")', 'formula'],
    ['Naam', '+31 6', 'formula'],
    ['Naam', '-2+3', 'formula'],
    ['Naam', '@SUM(1)', 'formula'],
    ['Naam', ' ＝1+1', 'formula'],
    ['Naam', '\t=1+1', 'formula'],
    ['Naam', 'An\u0000na', 'invisible-sign'],
    ['Naam', 'Anna\u202ed', 'invisible-sign'],
    ['Naam', 'Anna\nde Vries', 'invisible-sign'],
    ['Naam', 'Zo\ufffd', 'invisible-sign'],
    ['E-mail', 'anna', 'not-an-address'],
    ['E-mail', 'anna@voor beeld', 'not-an-address'],
    ['Soort dienstverband', 'Directeur', 'unknown-kind'],
    ['Afdelingscode', '', 'required'],
    ['Functiecode', '=BAL', 'formula'],
    ['Uren', 'veel', 'not-hours'],
    ['Uren', '168,01', 'not-hours'],
    ['Uren', '1e2', 'not-hours'],
    ['Uren', '36,123', 'not-hours'],
    ['Uren', '-1', 'formula'],
    ['In dienst', '', 'required'],
    ['In dienst', '31-02-2019', 'not-a-day'],
    ['In dienst', '2019/03/01', 'not-a-day'],
    ['In dienst', '01-03-19', 'not-a-day'],
    ['In dienst', '43525', 'not-a-day'],
    ['Uit dienst', '28-02-2019', 'before-start'],
  ])('%s %j is a fault, with its row and column', (column, cell, code) => {
    const { row, faults } = read(column, cell);
    expect(row).toBe(7);
    expect(faults).toMatchObject([{ column, code }]);
  });
});

it('all that is wrong in a row is told at once', () => {
  const cells = ['', '=x', 'anna', 'x', '', '', 'x', '', 'x', 'x'];
  expect(reader.read({ row: 2, cells }).faults.map(({ code }) => code)).toEqual([
    'required',
    'formula',
    'not-an-address',
    'unknown-kind',
    'required',
    'not-hours',
    'not-a-day',
    'not-a-day',
  ]);
});

it.each([
  [[...right, 'x'], 'too-many-cells'],
  [right.slice(0, 9), 'too-few-cells'],
])('a row with another number of cells than the headings is a fault', (cells, code) => {
  expect(reader.read({ row: 2, cells }).faults).toMatchObject([{ column: null, code }]);
});
