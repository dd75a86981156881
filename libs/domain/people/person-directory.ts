export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
}

/** What neighbours may know of people: who exists and what they are called. Inside a transaction only. */
export abstract class PersonDirectory {
  /** Persons by id; an id that does not exist in this organisation is left out. */
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>>;

  /** @throws Problem `invalid-input` at `path` when the person does not exist in this organisation. */
  abstract require(personId: string, path: string): Promise<void>;
}
