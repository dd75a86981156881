import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { ChainHead } from './audit-seal.repository.js';

export interface SignedCheckpoint extends ChainHead {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly signature: Buffer;
  readonly keyId: string;
}

/** A checkpoint beside the chain as it is now. */
export interface ComparedCheckpoint extends SignedCheckpoint {
  /** Null when the chain no longer reaches that far. */
  readonly sealedHash: string | null;
}

@Injectable()
export class AuditCheckpointRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** @returns whether it was added; false when the day has one already, which stays as it is. */
  async add({ day, sequence, chainHash, signature, keyId }: SignedCheckpoint): Promise<boolean> {
    const added = await this.transactions.manager.query<unknown[]>(
      `insert into audit_checkpoint (day, sequence, chain_hash, signature, key_id)
       values ($1, $2, decode($3, 'hex'), $4, $5)
       on conflict do nothing returning day`,
      [day, sequence, chainHash, signature, keyId],
    );
    return added.length > 0;
  }

  /** Checkpoints in order of day, after a day. */
  async after(day: string, limit: number): Promise<readonly ComparedCheckpoint[]> {
    type Row = Omit<ComparedCheckpoint, 'sequence'> & { readonly sequence: string };
    const rows = await this.transactions.manager.query<Row[]>(
      `select c.day::text as day, c.sequence, encode(c.chain_hash, 'hex') as "chainHash", c.signature,
              c.key_id as "keyId", encode(s.chain_hash, 'hex') as "sealedHash"
         from audit_checkpoint c
         left join audit_seal s on s.sequence = c.sequence
        where c.day > $1 order by c.day limit $2`,
      [day, limit],
    );
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
  }
}
