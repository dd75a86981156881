import type { Person } from '../person/person.entity.js';
import { columnFault, type ImportFault } from './import-fault.js';
import type { ImportColumn } from './import-columns.js';
import type { ReadRow } from './import-row.js';

export interface MatchedPerson {
  readonly id: string;
  /** What we know of them; undefined: somebody new. */
  readonly known: Person | undefined;
}

export type Match = MatchedPerson | ImportFault;

/** Whose each row is. Somebody may have several rows: by person number, or else by mail address. */
export class PersonMatching {
  private readonly matches = new Map<ReadRow, Match>();

  constructor(
    rows: readonly ReadRow[],
    private readonly bearers: ReadonlyMap<string, { readonly personId: string }>,
    private readonly persons: KnownPersons,
    private readonly headings: Readonly<Partial<Record<ImportColumn, string>>>,
    private readonly newId: () => string,
  ) {
    for (const group of grouped(rows)) this.matchGroup(group);
  }

  of(row: ReadRow): Match {
    return this.matches.get(row) ?? { id: this.newId(), known: undefined };
  }

  private matchGroup(group: readonly [ReadRow, ...ReadRow[]]): void {
    const [first, ...others] = group;
    const match = this.matchOf(group, first);
    this.matches.set(first, match);
    for (const row of others) this.matches.set(row, sameName(row, first) ? match : this.otherName());
  }

  private matchOf(group: readonly ReadRow[], first: ReadRow): Match {
    const ids = new Set(
      group.flatMap(({ values }) => this.bearers.get(values.personnelNumber ?? '')?.personId ?? []),
    );
    if (ids.size > 1)
      return this.fault(
        'several-people',
        'Deze personeelsnummers zijn bij ons van verschillende mensen.',
        'With us these personnel numbers are of different people.',
      );
    const [id] = ids;
    const known = id === undefined ? undefined : this.persons.byId(id);
    return known ? { id: known.id, known } : this.newcomer(first);
  }

  /** Whose a personnel number is that we have not seen before. */
  private newcomer({ values: { name = '', email } }: ReadRow): Match {
    const candidates = typeof email === 'string' ? this.persons.byEmail(email) : [];
    const [known] = candidates;
    if (!known) return { id: this.newId(), known: undefined };
    if (candidates.length > 1)
      return this.fault(
        'several-people',
        'Meer dan één persoon heeft bij ons dit e-mailadres.',
        'With us more than one person has this mail address.',
      );
    // A mail address may be given out again, to a namesake of letters only. History and roles must not go along.
    if (comparable(known.name) !== comparable(name))
      return this.fault(
        'other-name',
        'Dit e-mailadres is bij ons van iemand met een andere naam.',
        'With us this mail address is of somebody with another name.',
      );
    return { id: known.id, known };
  }

  private otherName(): ImportFault {
    return columnFault(
      this.headings.name ?? this.headings.familyName ?? null,
      'other-name',
      'Een andere rij van dezelfde persoon heeft een andere naam.',
      'Another row of the same person has another name.',
    );
  }

  private fault(code: string, nl: string, en: string): ImportFault {
    return columnFault(this.headings.personNumber ?? this.headings.email ?? null, code, nl, en);
  }
}

/** The people we know, by what a file tells of them. */
export class KnownPersons {
  private readonly ids: ReadonlyMap<string, Person>;
  private readonly addresses = new Map<string, Person[]>();

  constructor(persons: readonly Person[]) {
    this.ids = new Map(persons.map((person) => [person.id, person]));
    for (const person of persons) {
      if (person.email === null) continue;
      const address = person.email.toLowerCase();
      this.addresses.set(address, [...(this.addresses.get(address) ?? []), person]);
    }
  }

  byId(id: string): Person | undefined {
    return this.ids.get(id);
  }

  byEmail(email: string): readonly Person[] {
    return this.addresses.get(email.toLowerCase()) ?? [];
  }
}

function grouped(rows: readonly ReadRow[]): Iterable<readonly [ReadRow, ...ReadRow[]]> {
  const groups = new Map<unknown, [ReadRow, ...ReadRow[]]>();
  for (const row of rows) {
    const { personNumber, email } = row.values;
    const key = personNumber ? `number ${personNumber}` : email ? `address ${email.toLowerCase()}` : row;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}

function sameName(one: ReadRow, other: ReadRow): boolean {
  return comparable(one.values.name ?? '') === comparable(other.values.name ?? '');
}

/** Without capitals, accents and signs. */
function comparable(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '');
}
