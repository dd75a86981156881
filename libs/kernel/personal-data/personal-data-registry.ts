import { Injectable } from '@nestjs/common';
import type { PersonalDataSource } from './personal-data.js';

/** Every register that holds data of people registers here at start; test/architecture finds one that forgot. */
@Injectable()
export class PersonalDataRegistry {
  private readonly sources = new Map<string, PersonalDataSource>();

  /** @throws Error when there is a source of that id already. */
  register(...sources: readonly PersonalDataSource[]): void {
    for (const source of sources) {
      if (this.sources.has(source.id)) throw new Error(`personal data ${source.id} is registered twice`);
      this.sources.set(source.id, source);
    }
  }

  /** In the order of their ids, whatever the order of start. */
  all(): readonly PersonalDataSource[] {
    return [...this.sources.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }
}
