import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { PersonDirectory } from '@weerbaar/people/contract';
import { mayChange } from '../building-block/building-block.policy.js';
import { BuildingBlockRepository } from '../building-block/building-block.repository.js';
import { NetworkMemberRepository } from './network-member.repository.js';

/** The people around a block: who they are now, and who they were. */
@Injectable()
export class NetworkMemberService {
  constructor(
    private readonly members: NetworkMemberRepository,
    private readonly blocks: BuildingBlockRepository,
    private readonly persons: PersonDirectory,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `conflict` when the person is a member already. */
  add(actor: Actor, buildingBlockId: string, personId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.open(actor, buildingBlockId);
      await this.persons.require(personId, 'personId');
      if (await this.members.isMember(buildingBlockId, personId)) {
        throw Problem.conflict(
          'Deze persoon zit al in het netwerk van de bouwsteen.',
          'This person is in the network of the building block already.',
        );
      }
      const validFrom = this.clock.today();
      await this.members.add({ id: newId(), buildingBlockId, personId, validFrom, validTo: null });
      await this.audit.record(actor, {
        action: 'catalogue.network-member-added',
        objectType: 'building-block',
        objectId: buildingBlockId,
        after: { personId, validFrom },
      });
    });
  }

  /** Ends the membership today; that somebody was a member stays on record. */
  remove(actor: Actor, buildingBlockId: string, memberId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.open(actor, buildingBlockId);
      const { personId, validFrom } = await this.members.getCurrent(buildingBlockId, memberId);
      const validTo = this.clock.today();
      await this.members.end(memberId, validTo);
      await this.audit.record(actor, {
        action: 'catalogue.network-member-removed',
        objectType: 'building-block',
        objectId: buildingBlockId,
        before: { personId, validFrom },
        after: { personId, validFrom, validTo },
      });
    });
  }

  private async open(actor: Actor, buildingBlockId: string): Promise<void> {
    const block = await this.blocks.get(buildingBlockId);
    requireAllowed(mayChange(actor, block, this.clock.today()));
    await this.blocks.touch(buildingBlockId);
  }
}
