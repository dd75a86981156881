import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { runInContext } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditEntry } from './audit-entry.js';
import { AuditSealRepository, type ChainHead, type Seal } from './audit-seal.repository.js';
import { chainHash, chainStart, entryHash } from './entry-hash.js';

/** Small enough for a short transaction. */
const batchSize = 500;

/**
 * Links new entries into the hash chain of an organisation. Writers don't wait for each other this way:
 * they leave their entry on a work list, and one sealer at a time takes from it what has been committed.
 * An entry that is committed late simply comes later in the chain.
 */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly seals: AuditSealRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals everything that was committed when it was called. Safe to call from several processes at once.
   * @returns how many entries it has sealed.
   */
  seal(organisationId: string): Promise<number> {
    const context = { organisationId, actorId: null, correlationId: newId(), origin: 'job' } as const;
    return runInContext(context, async () => {
      let sealed = 0;
      let batch: number;
      do {
        batch = await this.transactions.run(() => this.sealBatch(organisationId));
        sealed += batch;
      } while (batch === batchSize);
      return sealed;
    });
  }

  private async sealBatch(organisationId: string): Promise<number> {
    // Before anything is read: what is read after it can no longer be sealed by somebody else.
    await this.seals.lock();
    const entries = await this.seals.unsealed(batchSize);
    if (entries.length === 0) return 0;
    const head = (await this.seals.head()) ?? { sequence: 0, chainHash: chainStart(organisationId) };
    await this.seals.link(linksAfter(head, organisationId, entries), this.clock.now());
    return entries.length;
  }
}

function linksAfter(
  head: ChainHead,
  organisationId: string,
  entries: readonly AuditEntry[],
): readonly Seal[] {
  let last = head;
  return entries.map((entry) => {
    const sequence = last.sequence + 1;
    const hash = entryHash(organisationId, entry);
    const seal = {
      sequence,
      entryId: entry.id,
      entryHash: hash,
      chainHash: chainHash(last.chainHash, sequence, hash),
    };
    last = seal;
    return seal;
  });
}
