import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { NetworkMember } from './network-member.entity.js';

@Injectable()
export class NetworkMemberRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Who is in the network of a block now. */
  current(buildingBlockId: string): Promise<NetworkMember[]> {
    return this.rows.find({
      where: { buildingBlockId, validTo: IsNull() },
      order: { validFrom: 'asc', id: 'asc' },
    });
  }

  isMember(buildingBlockId: string, personId: string): Promise<boolean> {
    return this.rows.existsBy({ buildingBlockId, personId, validTo: IsNull() });
  }

  async add(member: NetworkMember): Promise<void> {
    await this.rows.insert(member);
  }

  /** @throws Problem `not-found` when this is no member of the block now. */
  async getCurrent(buildingBlockId: string, id: string): Promise<NetworkMember> {
    const member = await this.rows.findOneBy({ id, buildingBlockId, validTo: IsNull() });
    if (!member) throw new Problem('not-found');
    return member;
  }

  async end(id: string, lastDay: string): Promise<void> {
    await this.rows.update({ id, validTo: IsNull() }, { validTo: lastDay });
  }

  private get rows() {
    return this.transactions.manager.getRepository(NetworkMember);
  }
}
