import { demoContent, type DemoDate, type DemoEmployment } from './content/demo-content.js';
import { DemoCalendar } from './story/demo-calendar.js';

const headings = [
  'Personeelsnummer',
  'Naam',
  'E-mailadres',
  'Soort dienstverband',
  'Afdelingscode',
  'Functiecode',
  'Uren per week',
  'Personeelsnummer leidinggevende',
  'Datum in dienst',
  'Datum uit dienst',
] as const;

type Row = Readonly<Record<(typeof headings)[number], string>>;

const kinds: Readonly<Record<DemoEmployment['kind'], string>> = {
  employee: 'In dienst',
  'hired-staff': 'Ingehuurd',
};

/**
 * What the HR system of the demo organisation would give today, to try the import with: everybody who works there,
 * with one who joins, one who moves and one who leaves.
 */
export function demoHrFile(now: Date): string {
  return csv(rowsOn(now));
}

/** The same with a fault in six rows, as they come about when such a file is edited by hand. */
export function spoiledDemoHrFile(now: Date): string {
  const rows = rowsOn(now).map((row) => spoiled(row));
  return csv([...rows, ...rows.filter((row) => row.Personeelsnummer === '1008')]);
}

const joiner = '1029';
const mover = '1020';
const leaver = '1014';

function rowsOn(now: Date): readonly Row[] {
  const calendar = DemoCalendar.on(now);
  const rows = demoContent.employments.map((employment) => rowOf(employment, calendar));
  const thisYear: DemoDate = { year: 0, monthDay: '05-01' };
  return [
    ...rows.map((row) => moved(row, calendar)),
    {
      Personeelsnummer: joiner,
      Naam: 'Nienke Terpstra',
      'E-mailadres': 'nienke-terpstra@voorbeeld.example',
      'Soort dienstverband': kinds.employee,
      Afdelingscode: 'PZ',
      Functiecode: 'BUR',
      'Uren per week': '28,8',
      'Personeelsnummer leidinggevende': '1017',
      'Datum in dienst': dutch(calendar.day(thisYear)),
      'Datum uit dienst': '',
    },
  ];
}

function rowOf({ person, ...employment }: DemoEmployment, calendar: DemoCalendar): Row {
  const name = demoContent.persons.find(({ key }) => key === person)?.name ?? '';
  return {
    Personeelsnummer: employment.personnelNumber,
    Naam: name,
    'E-mailadres': `${person}@voorbeeld.example`,
    'Soort dienstverband': kinds[employment.kind],
    Afdelingscode: employment.department,
    Functiecode: employment.jobFunction,
    'Uren per week': String(employment.hoursPerWeek).replace('.', ','),
    'Personeelsnummer leidinggevende': '',
    'Datum in dienst': dutch(calendar.day(employment.from)),
    'Datum uit dienst': '',
  };
}

function moved(row: Row, calendar: DemoCalendar): Row {
  if (row.Personeelsnummer === mover) return { ...row, Afdelingscode: 'CS' };
  if (row.Personeelsnummer === leaver)
    return { ...row, 'Datum uit dienst': dutch(calendar.day({ year: 0, monthDay: '12-31' })) };
  return row;
}

function spoiled(row: Row): Row {
  switch (row.Personeelsnummer) {
    case '1002':
      return { ...row, Naam: `=HYPERLINK("https://voorbeeld.example")` };
    case '1004':
      return { ...row, Afdelingscode: 'P&O' };
    case '1006':
      return { ...row, 'Datum in dienst': '31-02-2015' };
    case '1007':
      return { ...row, 'Personeelsnummer leidinggevende': '9999' };
    default:
      return row;
  }
}

/** `2026-05-01` -> `01-05-2026`. */
function dutch(day: string): string {
  return day.split('-').toReversed().join('-');
}

function csv(rows: readonly Row[]): string {
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading]))];
  return lines.map((cells) => cells.map(quoted).join(';') + '\r\n').join('');
}

function quoted(cell: string): string {
  return /[";]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
