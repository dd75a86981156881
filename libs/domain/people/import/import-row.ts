import { isPlainMailAddress } from '@weerbaar/kernel/config';
import { isDay } from '@weerbaar/kernel/http';
import { type EmploymentKind, employmentKinds } from '../employment/employment.entity.js';
import type { CsvRecord } from './csv-records.js';
import { type FoundColumns, type ImportColumn, importColumns } from './import-columns.js';
import { columnFault, type ImportFault } from './import-fault.js';

/** What a row says of an employment. Undefined: the file has no column for it, and it stays as it is. */
export interface ImportRow {
  readonly personnelNumber?: string;
  readonly personNumber?: string | null;
  readonly name?: string;
  readonly email?: string | null;
  readonly kind?: EmploymentKind;
  readonly departmentCode?: string;
  readonly jobFunctionCode?: string | null;
  readonly hoursPerWeek?: number | null;
  readonly managerNumber?: string | null;
  readonly validFrom?: string;
  readonly validTo?: string | null;
}

/** A row as far as it can be read, and what can't. */
export interface ReadRow {
  /** Row of the file; the headings are row 1. */
  readonly row: number;
  readonly values: ImportRow;
  readonly faults: readonly ImportFault[];
}

const longest: Readonly<Partial<Record<ImportColumn, number>>> = {
  personnelNumber: 50,
  personNumber: 50,
  managerNumber: 50,
  departmentCode: 50,
  jobFunctionCode: 50,
  email: 254,
};
const longestText = 200;

/** Cells that a spreadsheet would run: no name or number begins so, and what is kept is shown elsewhere. */
const formulaStart = /^[=+\-@＝＋－＠]/u;
const invisible = /[\p{Control}\p{Format}\p{Surrogate}\p{Line_Separator}\p{Paragraph_Separator}\ufffd]/u;
const hoursOfWeek = 168;

/** Reads the rows of one file. */
export class RowReader {
  constructor(
    private readonly columns: FoundColumns,
    /** How many columns the headings have. */
    private readonly width: number,
  ) {}

  read({ row, cells }: CsvRecord): ReadRow {
    const faults: ImportFault[] = [];
    const cellsOfRow = new CellReader(this.columns, cells, faults);
    const values = cellsOfRow.values();
    if (cells.length !== this.width) faults.unshift(otherWidth(cells.length, this.width));
    return { row, values, faults };
  }
}

/** Reads the cells of one row and writes down what is wrong with them. */
class CellReader {
  constructor(
    private readonly columns: FoundColumns,
    private readonly cells: readonly string[],
    private readonly faults: ImportFault[],
  ) {}

  values(): ImportRow {
    const values: Record<string, unknown> = {
      personnelNumber: this.required('personnelNumber'),
      personNumber: this.text('personNumber'),
      name: this.name(),
      email: this.email(),
      kind: this.kind(),
      departmentCode: this.required('departmentCode'),
      jobFunctionCode: this.text('jobFunctionCode'),
      hoursPerWeek: this.hours(),
      managerNumber: this.text('managerNumber'),
      validFrom: this.day('validFrom', true),
      validTo: this.day('validTo', false),
    };
    const read = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    ) as ImportRow;
    const { validFrom, validTo } = read;
    if (validFrom !== undefined && validTo !== undefined && validTo !== null && validTo < validFrom) {
      this.fault('validTo', 'before-start', 'Het einde ligt voor het begin.', 'It ends before it begins.');
      return { ...read, validTo: null };
    }
    return read;
  }

  /** Null: the cell is empty. Undefined: there is no such column, or what stands there can't be. */
  private text(column: ImportColumn): string | null | undefined {
    const found = this.columns.get(column);
    if (!found) return undefined;
    const value = (this.cells[found.index] ?? '').normalize('NFC').trim();
    if (value === '') return null;
    const most = longest[column] ?? longestText;
    if (invisible.test(value))
      return this.fault(
        column,
        'invisible-sign',
        'Hierin staan onzichtbare tekens.',
        'There are invisible signs in it.',
      );
    if (formulaStart.test(value))
      return this.fault(
        column,
        'formula',
        'Dit begint als een formule. Haal het eerste teken weg.',
        'This begins as a formula. Take the first sign away.',
      );
    if ([...value].length > most)
      return this.fault(
        column,
        'too-long',
        `Dit is te lang. Het mag hoogstens ${most} tekens zijn.`,
        `This is too long. It may be ${most} characters at most.`,
      );
    return value;
  }

  private required(column: ImportColumn): string | undefined {
    const value = this.text(column);
    return value === null ? this.fault(column, 'required', 'Vul dit in.', 'This is required.') : value;
  }

  private name(): string | undefined {
    if (!this.columns.has('familyName') || this.columns.has('name')) return this.required('name');
    const family = this.required('familyName');
    const parts = [this.text('givenName'), this.text('namePrefix'), family];
    const name = parts.filter((part) => part !== null && part !== undefined).join(' ');
    if (family === undefined) return undefined;
    if ([...name].length > longestText)
      return this.fault(
        'familyName',
        'too-long',
        `De naam is te lang. Die mag hoogstens ${longestText} tekens zijn.`,
        `The name is too long. It may be ${longestText} characters at most.`,
      );
    return name;
  }

  private email(): string | null | undefined {
    const value = this.text('email');
    return typeof value === 'string' && !isPlainMailAddress(value)
      ? this.fault('email', 'not-an-address', 'Dit is geen e-mailadres.', 'This is no mail address.')
      : value;
  }

  /** By its code or its name. */
  private kind(): EmploymentKind | undefined {
    const value = this.text('kind');
    if (value === null || value === undefined) return value === null ? 'employee' : undefined;
    const given = value.toLowerCase();
    const found = Object.entries(employmentKinds).find(
      ([code, { nl, en }]) => given === code || given === nl.toLowerCase() || given === en.toLowerCase(),
    );
    const names = Object.values(employmentKinds);
    return found
      ? (found[0] as EmploymentKind)
      : this.fault(
          'kind',
          'unknown-kind',
          `Dit soort dienstverband kennen wij niet. Dit kan wel: ${names.map(({ nl }) => nl).join(', ')}.`,
          `We do not know this kind of employment. Possible are: ${names.map(({ en }) => en).join(', ')}.`,
        );
  }

  private hours(): number | null | undefined {
    const value = this.text('hoursPerWeek');
    if (typeof value !== 'string') return value;
    const hours = /^\d{1,3}([.,]\d{1,2})?$/u.test(value) ? Number(value.replace(',', '.')) : NaN;
    return hours <= hoursOfWeek
      ? hours
      : this.fault(
          'hoursPerWeek',
          'not-hours',
          `Dit is geen aantal uren van 0 tot ${hoursOfWeek}, met hoogstens twee decimalen.`,
          `This is no number of hours from 0 to ${hoursOfWeek}, with two decimals at most.`,
        );
  }

  /** `yyyy-mm-dd` or `dd-mm-yyyy`. */
  private day(column: 'validFrom' | 'validTo', isRequired: boolean): string | null | undefined {
    const value = isRequired ? this.required(column) : this.text(column);
    if (typeof value !== 'string') return value;
    const day = value.replace(
      /^(\d{1,2})-(\d{1,2})-(\d{4})$/u,
      (_, dayOfMonth: string, month: string, year: string) =>
        [year, month.padStart(2, '0'), dayOfMonth.padStart(2, '0')].join('-'),
    );
    return isDay(day)
      ? day
      : this.fault(
          column,
          'not-a-day',
          'Dit is geen datum. Schrijf 31-12-2026 of 2026-12-31.',
          'This is no day. Write 31-12-2026 or 2026-12-31.',
        );
  }

  private fault(column: ImportColumn, code: string, nl: string, en: string): undefined {
    this.faults.push(
      columnFault(this.columns.get(column)?.heading ?? importColumns[column].label.nl, code, nl, en),
    );
    return undefined;
  }
}

function otherWidth(cells: number, width: number): ImportFault {
  return columnFault(
    null,
    cells > width ? 'too-many-cells' : 'too-few-cells',
    `Deze rij heeft ${cells} velden; er zijn ${width} kolommen.`,
    `This row has ${cells} cells; there are ${width} columns.`,
  );
}
