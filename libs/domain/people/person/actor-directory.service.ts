import { Injectable } from '@nestjs/common';
import { ActorDirectory, type KnownActor } from '@weerbaar/kernel/audit';
import { PersonRepository } from './person.repository.js';

@Injectable()
export class ActorDirectoryService extends ActorDirectory {
  constructor(private readonly persons: PersonRepository) {
    super();
  }

  async byAccounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, KnownActor>> {
    const actors = await this.persons.behindAccounts(accountIds);
    return new Map(actors.map(({ accountId, personId, name }) => [accountId, { personId, name }]));
  }

  accountsOf(personId: string): Promise<readonly string[]> {
    return this.persons.accountsOf(personId);
  }
}
