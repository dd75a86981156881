import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, type Context, currentContext, runInContext } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import {
  type DataSubject,
  type PersonalDataOverview,
  type PersonalDataPart,
  PersonalDataRegistry,
  type PersonalDataRow,
  type PersonalDataSource,
} from '@weerbaar/kernel/personal-data';
import { type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { PersonRepository } from '../person/person.repository.js';

/** Bounds memory: who has worked here for long has many entries in the log. */
const rowsAtOnce = 500;

/** Nobody has more to keep of themselves in an hour; each takes all registers through. */
const limit: Limit = { name: 'personal-data-exports', attempts: 20, minutes: 60 };

/** What Weerbaar has recorded of somebody, for themselves (AVG article 15). */
@Injectable()
export class PersonalDataExport {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly persons: PersonRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * For the actor, and for nobody else: there is no way to name somebody. Read batch by batch, each in a transaction
   * of its own; that it was asked for is recorded before there is anything to take.
   */
  async own(actor: Actor, format: string): Promise<PersonalDataOverview> {
    const { personId } = actor;
    if (personId === null) throw new Error('only a person has personal data');
    const context = currentContext();
    await this.throttle.count({ limit, subject: personId });
    const organisation = await this.organisations.own();
    const askedAt = this.clock.now();
    const { name, subject } = await this.transactions.run(async () => {
      const person = await this.persons.get(personId);
      const accountIds = await this.persons.accountsOf(personId);
      await this.audit.record(actor, {
        action: 'people.personal-data-exported',
        objectType: 'person',
        objectId: personId,
        after: { format },
      });
      return { name: person.name, subject: { personId, accountIds, askedAt } };
    });
    return {
      organisation: organisation.name,
      name,
      askedAt,
      parts: this.registry.all().map((source) => this.partOf(source, subject, context)),
    };
  }

  private partOf(source: PersonalDataSource, subject: DataSubject, context: Context): PersonalDataPart {
    return { source, batches: this.batches(source, subject, context) };
  }

  /** The context is that of the request: streams are read far from where they were made. */
  private async *batches(
    source: PersonalDataSource,
    subject: DataSubject,
    context: Context,
  ): AsyncGenerator<readonly PersonalDataRow[]> {
    let skip = 0;
    let batch: readonly PersonalDataRow[];
    do {
      const from = skip;
      batch = await runInContext(context, () =>
        this.transactions.run(() => source.read(subject, { skip: from, take: rowsAtOnce })),
      );
      yield batch;
      skip += batch.length;
    } while (batch.length === rowsAtOnce);
  }
}
