import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, runInContext } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { HostPurpose, Organisation } from './organisation.js';
import { OrganisationSetup } from './organisation-setup.js';

export interface NewOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly hosts: readonly { readonly host: string; readonly purpose: HostPurpose }[];
}

/**
 * Makes an organisation with everything the parts want it to start with; all or nothing.
 * Needs the owner of the database: the application role can't add organisations.
 */
@Injectable()
export class OrganisationCreation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: TransactionRunner,
    private readonly setup: OrganisationSetup,
    private readonly clock: Clock,
  ) {}

  /**
   * @param also more to do in the same transaction, for example the first administrator. The transaction
   * is frozen, so that what takes figures can join it.
   * @throws Problem `conflict` when the slug or a host is taken.
   */
  async create<T>(
    actor: Actor,
    wanted: NewOrganisation,
    also: (organisation: Organisation) => Promise<T>,
  ): Promise<T> {
    const organisation: Organisation = { id: newId(), slug: wanted.slug, name: wanted.name };
    const context = {
      organisationId: organisation.id,
      actorId: actor.accountId,
      correlationId: newId(),
      origin: 'setup',
    } as const;
    return runInContext(context, () =>
      this.transactions.runFrozen(async () => {
        await this.requireFree(wanted);
        await this.insert(organisation, wanted);
        await this.setup.run(actor);
        return also(organisation);
      }),
    );
  }

  private async requireFree({ slug, hosts }: NewOrganisation): Promise<void> {
    const [taken] = await this.dataSource.query<{ what: string }[]>(
      `select slug as what from organisation where slug = $1
       union all select host from organisation_host where host = any($2)`,
      [slug, hosts.map(({ host }) => host)],
    );
    if (taken)
      throw Problem.conflict(`"${taken.what}" is al in gebruik.`, `"${taken.what}" is already in use.`);
  }

  private async insert(organisation: Organisation, { hosts }: NewOrganisation): Promise<void> {
    const { manager } = this.transactions;
    await manager.query('insert into organisation (id, slug, name, created_at) values ($1, $2, $3, $4)', [
      organisation.id,
      organisation.slug,
      organisation.name,
      this.clock.now(),
    ]);
    for (const { host, purpose } of hosts) {
      await manager.query(
        'insert into organisation_host (host, organisation_id, purpose) values ($1, $2, $3)',
        [host.toLowerCase(), organisation.id, purpose],
      );
    }
  }
}
