import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@weerbaar/kernel/clock';
import { currentContext } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { HostPurpose, Organisation } from './organisation.js';

interface Remembered {
  readonly organisation: Organisation;
  readonly until: number;
}

/** Host names change rarely and are looked up at every request. */
const rememberedForMilliseconds = 30_000;

/**
 * Which organisations there are and at which addresses. Read outside any organisation,
 * before it is known whose request it is.
 */
@Injectable()
export class OrganisationDirectory {
  private readonly byHost = new Map<string, Remembered>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly Organisation[]> {
    return this.dataSource.query<Organisation[]>('select id, slug, name from organisation order by slug');
  }

  async bySlug(slug: string): Promise<Organisation | undefined> {
    const [organisation] = await this.dataSource.query<Organisation[]>(
      'select id, slug, name from organisation where slug = $1',
      [slug],
    );
    return organisation;
  }

  /** The host names of an organisation for a purpose. */
  async hostsOf({ id }: Organisation, purpose: HostPurpose): Promise<readonly string[]> {
    const hosts = await this.dataSource.query<{ host: string }[]>(
      'select host from organisation_host where organisation_id = $1 and purpose = $2 order by host',
      [id, purpose],
    );
    return hosts.map(({ host }) => host);
  }

  /**
   * The organisation of the context, by the name it gave itself. Joins an open transaction, so that one that is being
   * made is seen too.
   */
  own(): Promise<Organisation> {
    const { organisationId } = currentContext();
    return this.transactions.run(async () => {
      const [organisation] = await this.transactions.manager.query<Organisation[]>(
        `select o.id, o.slug, coalesce(p.name, o.name) as name
           from organisation o left join organisation_profile p on p.organisation_id = o.id
          where o.id = $1`,
        [organisationId],
      );
      if (!organisation) throw new Error('organisation does not exist');
      return organisation;
    });
  }

  /**
   * The organisation of a host name (lower case, without port) for a purpose, if any. Only what exists is
   * remembered: a name that is added counts at once, and names that others make up take no memory.
   */
  async atHost(host: string, purpose: HostPurpose): Promise<Organisation | undefined> {
    const key = `${purpose} ${host}`;
    const now = this.clock.now().getTime();
    const remembered = this.byHost.get(key);
    if (remembered && remembered.until > now) return remembered.organisation;
    const [organisation] = await this.dataSource.query<Organisation[]>(
      `select o.id, o.slug, o.name from organisation_host h join organisation o on o.id = h.organisation_id
        where h.host = $1 and h.purpose = $2`,
      [host, purpose],
    );
    if (organisation) this.byHost.set(key, { organisation, until: now + rememberedForMilliseconds });
    return organisation;
  }
}
