import type { Localised } from '@weerbaar/core/figures';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { fault } from '../period/period.faults.js';

interface ColumnDefinition {
  readonly label: Localised;
  /** Usual headings in Dutch HR systems, as `plain` makes them. */
  readonly headings: readonly string[];
}

/** What a file can tell of an employment. Of what it has no column for, all stays as it is. */
export const importColumns = {
  personnelNumber: {
    label: { nl: 'Personeelsnummer', en: 'Personnel number' },
    headings: [
      'personeelsnummer',
      'personeelsnr',
      'persnr',
      'medewerkernummer',
      'medewerkernr',
      'personnelnumber',
    ],
  },
  personNumber: {
    label: { nl: 'Persoonsnummer', en: 'Person number' },
    headings: ['persoonsnummer', 'persoonnummer', 'persoonsnr', 'persoonid', 'personnumber'],
  },
  name: {
    label: { nl: 'Naam', en: 'Name' },
    headings: ['naam', 'volledigenaam', 'medewerker', 'naammedewerker', 'name'],
  },
  givenName: {
    label: { nl: 'Roepnaam', en: 'Given name' },
    headings: ['roepnaam', 'voornaam', 'voornamen', 'givenname'],
  },
  namePrefix: {
    label: { nl: 'Voorvoegsel', en: 'Prefix of the name' },
    headings: ['voorvoegsel', 'voorvoegsels', 'tussenvoegsel', 'tussenvoegsels', 'nameprefix'],
  },
  familyName: {
    label: { nl: 'Achternaam', en: 'Family name' },
    headings: ['achternaam', 'geslachtsnaam', 'familyname'],
  },
  email: {
    label: { nl: 'E-mailadres', en: 'Mail address' },
    headings: ['email', 'emailadres', 'mailadres', 'emailwerk', 'zakelijkemail', 'zakelijkemailadres'],
  },
  kind: {
    label: { nl: 'Soort dienstverband', en: 'Kind of employment' },
    headings: ['soortdienstverband', 'dienstverband', 'soortmedewerker', 'soort', 'kind'],
  },
  departmentCode: {
    label: { nl: 'Afdelingscode', en: 'Code of the department' },
    headings: ['afdelingscode', 'afdelingcode', 'codeafdeling', 'oecode', 'orgeenheidcode', 'departmentcode'],
  },
  jobFunctionCode: {
    label: { nl: 'Functiecode', en: 'Code of the function' },
    headings: ['functiecode', 'codefunctie', 'functienummer', 'functioncode'],
  },
  hoursPerWeek: {
    label: { nl: 'Uren per week', en: 'Hours a week' },
    headings: ['urenperweek', 'uren', 'contracturen', 'urenpw', 'arbeidsduur', 'hoursperweek'],
  },
  managerNumber: {
    label: { nl: 'Personeelsnummer leidinggevende', en: 'Personnel number of the manager' },
    headings: [
      'personeelsnummerleidinggevende',
      'leidinggevende',
      'leidinggevendenummer',
      'nummerleidinggevende',
      'managernummer',
      'managernumber',
    ],
  },
  validFrom: {
    label: { nl: 'Datum in dienst', en: 'First day' },
    headings: [
      'datumindienst',
      'indienst',
      'indienstdatum',
      'begindatum',
      'startdatum',
      'ingangsdatum',
      'validfrom',
    ],
  },
  validTo: {
    label: { nl: 'Datum uit dienst', en: 'Last day' },
    headings: ['datumuitdienst', 'uitdienst', 'uitdienstdatum', 'einddatum', 'validto'],
  },
} as const satisfies Record<string, ColumnDefinition>;

export type ImportColumn = keyof typeof importColumns;

export const importColumnNames = Object.keys(importColumns) as readonly ImportColumn[];

/** By column the heading of it in a file; what is left out goes by its usual headings. */
export type ColumnMapping = Readonly<Partial<Record<ImportColumn, string>>>;

export interface FoundColumn {
  /** As it stands in the file. */
  readonly heading: string;
  /** Place in a row, from 0. */
  readonly index: number;
}

export type FoundColumns = ReadonlyMap<ImportColumn, FoundColumn>;

const longestHeading = 200;

const always: readonly ImportColumn[] = ['personnelNumber', 'departmentCode', 'validFrom'];

/**
 * The mapping as it is given in a form, in JSON.
 * @throws Problem `invalid-input`.
 */
export function readMapping(given: string | null | undefined): ColumnMapping {
  if (given === null || given === undefined) return {};
  const parsed = parsedJson(given);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw Problem.invalid(
      fault(
        'columns',
        'not-a-mapping',
        'Dit is geen JSON-object van kolommen.',
        'This is no JSON object of columns.',
      ),
    );
  const entries = Object.entries(parsed as Record<string, unknown>);
  const wrong = entries.flatMap(([column, heading]) => [
    ...(isColumn(column) ? [] : [unknownColumn(column)]),
    ...(typeof heading === 'string' && plain(heading) !== '' ? [] : [noHeading(column)]),
  ]);
  if (wrong.length > 0) throw Problem.invalid(...wrong);
  return Object.fromEntries(entries);
}

/**
 * Where each column stands in a file. Columns that nobody asks for are left alone: what stands in them is not read.
 * @throws Problem `invalid-input` with all headings that are missing or stand there twice.
 */
export function findColumns(headings: readonly string[], mapping: ColumnMapping): FoundColumns {
  const found = new Map<ImportColumn, FoundColumn>();
  const faults: Fault[] = [];
  for (const column of importColumnNames) {
    const wanted = mapping[column];
    const names: readonly string[] = wanted === undefined ? importColumns[column].headings : [plain(wanted)];
    const places = headings.flatMap((heading, index) => (names.includes(plain(heading)) ? [index] : []));
    const [index] = places;
    if (places.length > 1) faults.push(headingTwice(column));
    else if (index !== undefined)
      found.set(column, { heading: (headings[index] ?? '').trim().slice(0, longestHeading), index });
    else if (wanted !== undefined || always.includes(column)) faults.push(headingMissing(column));
  }
  const isNamed = found.has('name') || found.has('familyName');
  if (!isNamed && !faults.some(({ path }) => path === 'columns.name')) faults.push(headingMissing('name'));
  if (faults.length > 0) throw Problem.invalid(...faults);
  return found;
}

/** "E-mail adres " -> "emailadres". */
function plain(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

function isColumn(name: string): name is ImportColumn {
  return Object.hasOwn(importColumns, name);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function headingMissing(column: ImportColumn): Fault {
  const { nl, en } = importColumns[column].label;
  return fault(
    `columns.${column}`,
    'heading-missing',
    `De kolom voor “${nl}” staat niet in het bestand.`,
    `The column for “${en}” is not in the file.`,
  );
}

function headingTwice(column: ImportColumn): Fault {
  const { nl, en } = importColumns[column].label;
  return fault(
    `columns.${column}`,
    'heading-twice',
    `Er is meer dan één kolom voor “${nl}”. Kies er een.`,
    `There is more than one column for “${en}”. Choose one.`,
  );
}

function unknownColumn(column: string): Fault {
  return fault(
    `columns.${column.slice(0, 50)}`,
    'unknown',
    'Deze kolom kennen wij niet.',
    'We do not know this column.',
  );
}

function noHeading(column: string): Fault {
  return fault(
    `columns.${column.slice(0, 50)}`,
    'required',
    'Geef het opschrift van de kolom.',
    'Give the heading of the column.',
  );
}
