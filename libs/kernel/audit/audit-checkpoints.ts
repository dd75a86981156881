import { Injectable } from '@nestjs/common';
import { currentContext } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { AuditCheckpointRepository } from './audit-checkpoint.repository.js';
import { AuditSealRepository } from './audit-seal.repository.js';
import { CheckpointKeys } from './checkpoint-key.js';

/** Why there is a checkpoint for the day, or not. */
export type CheckpointOutcome = 'made' | 'made-before' | 'nothing-sealed' | 'no-key';

/** Signed marks in the chain: what stood before one can't be rewritten without the key. */
@Injectable()
export class AuditCheckpoints {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly seals: AuditSealRepository,
    private readonly checkpoints: AuditCheckpointRepository,
    private readonly keys: CheckpointKeys,
  ) {}

  /** Signs the end of the organisation's chain. At most one a day (`yyyy-mm-dd`); the first one stays. */
  async make(day: string): Promise<CheckpointOutcome> {
    const key = this.keys.current;
    if (!key) return 'no-key';
    const head = await this.transactions.run(() => this.seals.head());
    if (!head) return 'nothing-sealed';
    const signature = key.sign({ ...head, organisationId: currentContext().organisationId, day });
    const added = await this.transactions.run(() =>
      this.checkpoints.add({ ...head, day, signature, keyId: key.id }),
    );
    return added ? 'made' : 'made-before';
  }
}
