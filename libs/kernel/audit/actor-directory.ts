/** The person behind an account. */
export interface KnownActor {
  readonly personId: string;
  readonly name: string;
}

/** Who is behind the accounts that the log holds. Bound by the part that knows people; inside a transaction only. */
export abstract class ActorDirectory {
  /** By account; an account that does not exist in this organisation is left out. */
  abstract byAccounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, KnownActor>>;

  /** All accounts of a person; none when there is no such person in this organisation. */
  abstract accountsOf(personId: string): Promise<readonly string[]>;
}
