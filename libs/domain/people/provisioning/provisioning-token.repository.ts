import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { ProvisioningToken } from './provisioning-token.entity.js';

@Injectable()
export class ProvisioningTokenRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** The latest first. */
  list(page: PageRequest): Promise<[ProvisioningToken[], number]> {
    return this.rows.findAndCount({ order: { madeAt: 'desc', id: 'asc' }, ...limits(page) });
  }

  /** Those that count on this day. */
  counting(today: string): Promise<ProvisioningToken[]> {
    return this.rows.findBy({ withdrawnAt: IsNull(), lastDay: MoreThanOrEqual(today) });
  }

  find(id: string): Promise<ProvisioningToken | null> {
    return this.rows.findOneBy({ id });
  }

  async add(token: ProvisioningToken): Promise<void> {
    await this.rows.insert(token);
  }

  /** One more token at a time in an organisation. */
  async lock(): Promise<void> {
    await this.transactions.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('provisioning tokens ' || current_setting('app.organisation_id'), 0))`,
    );
  }

  /** @returns whether it was not withdrawn before. */
  async withdraw(id: string, withdrawnBy: string, withdrawnAt: Date): Promise<boolean> {
    const { affected } = await this.rows.update({ id, withdrawnAt: IsNull() }, { withdrawnBy, withdrawnAt });
    return affected === 1;
  }

  async markUsed(id: string, today: string): Promise<void> {
    await this.rows.update({ id }, { lastUsedOn: today });
  }

  private get rows() {
    return this.transactions.manager.getRepository(ProvisioningToken);
  }
}
