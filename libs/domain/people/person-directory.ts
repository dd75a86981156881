import type { Role } from '@weerbaar/kernel/context';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
}

/** What neighbours may know of people: who exists, what they are called and who holds a role. Inside a transaction only. */
export abstract class PersonDirectory {
  /** Persons by id; an id that does not exist in this organisation is left out. */
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>>;

  /** @throws Problem `invalid-input` at `path` when the person does not exist in this organisation. */
  abstract require(personId: string, path: string): Promise<void>;

  /** Ids of the persons who hold a role today, also as a substitute. */
  abstract holders(role: Role): Promise<readonly string[]>;
}
