import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { currentContext } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { AuditCheckpointRepository, type ComparedCheckpoint } from './audit-checkpoint.repository.js';
import { type AuditFinding, AuditFindings, type AuditReport } from './audit-finding.js';
import { AuditSealRepository, type ChainHead } from './audit-seal.repository.js';
import { CheckpointKeys } from './checkpoint-key.js';
import { chainStart } from './entry-hash.js';
import { examineLink } from './link-examination.js';

/** The sealer needs seconds; this leaves room for a restart of the worker. */
const sealedWithinMilliseconds = 5 * 60_000;

/** Batches bound memory; an entry with its content can be large. */
const linksAtOnce = 250;
const idsAtOnce = 1_000;

const beforeEveryId = '00000000-0000-0000-0000-000000000000';
const beforeEveryDay = '0001-01-01';

/** Tells whether the audit log of an organisation is still what was written (BIO2 8.15.06), and if not, where. */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly seals: AuditSealRepository,
    private readonly checkpoints: AuditCheckpointRepository,
    private readonly keys: CheckpointKeys,
    private readonly clock: Clock,
  ) {}

  /** Reads the whole log, in batches with a short transaction each; work goes on meanwhile. */
  async verify(): Promise<AuditReport> {
    const findings = new AuditFindings();
    const chain = await this.verifyChain(findings);
    await this.findEntriesOutsideChain(findings);
    const unsealed = await this.findEntriesUnsealedTooLong(findings);
    const checkpoints = await this.verifyCheckpoints(findings);
    return {
      intact: findings.none,
      ...chain,
      unsealed,
      ...checkpoints,
      counts: findings.counts,
      findings: findings.kept,
    };
  }

  private async verifyChain(findings: AuditFindings) {
    const { organisationId } = currentContext();
    const head = await this.transactions.run(() => this.seals.head());
    let previous: ChainHead = { sequence: 0, chainHash: chainStart(organisationId) };
    let sealed = 0;
    let erased = 0;
    for await (const link of this.links(head?.sequence ?? 0)) {
      findings.add(...examineLink(organisationId, previous, link));
      previous = link.seal;
      sealed += 1;
      if (link.content?.erasedAt) erased += 1;
    }
    return { sealed, erased };
  }

  private links(last: number) {
    return this.inBatches(
      0,
      (after) => this.seals.links(after, last, linksAtOnce),
      ({ seal }) => seal.sequence,
    );
  }

  private async findEntriesOutsideChain(findings: AuditFindings): Promise<void> {
    const outside = this.inBatches(
      beforeEveryId,
      (after) => this.seals.entriesOutsideChain(after, idsAtOnce),
      same,
    );
    for await (const entryId of outside) findings.add({ kind: 'inserted', part: 'entry', entryId });
  }

  private async findEntriesUnsealedTooLong(findings: AuditFindings): Promise<number> {
    const moment = new Date(this.clock.now().getTime() - sealedWithinMilliseconds);
    const waiting = this.inBatches(
      beforeEveryId,
      (after) => this.seals.waitingSince(moment, after, idsAtOnce),
      same,
    );
    for await (const entryId of waiting) findings.add({ kind: 'unsealed-too-long', part: 'entry', entryId });
    return this.transactions.run(() => this.seals.countUnsealed());
  }

  private async verifyCheckpoints(findings: AuditFindings) {
    if (!this.keys.current) findings.add({ kind: 'checkpoint-unsigned', part: 'key' });
    const all = this.inBatches(
      beforeEveryDay,
      (after) => this.checkpoints.after(after, idsAtOnce),
      ({ day }) => day,
    );
    let checkpoints = 0;
    let lastCheckpoint: AuditReport['lastCheckpoint'] = null;
    for await (const checkpoint of all) {
      findings.add(...this.examineCheckpoint(checkpoint));
      checkpoints += 1;
      lastCheckpoint = { day: checkpoint.day, sequence: checkpoint.sequence };
    }
    return { checkpoints, lastCheckpoint };
  }

  private examineCheckpoint(checkpoint: ComparedCheckpoint): readonly AuditFinding[] {
    const { day, sequence } = checkpoint;
    const where = { part: 'checkpoint', day, sequence } as const;
    const findings: AuditFinding[] = [];
    if (checkpoint.sealedHash !== checkpoint.chainHash)
      findings.push({ kind: 'checkpoint-mismatch', ...where });
    if (this.keys.current && !this.isSigned(checkpoint))
      findings.push({ kind: 'checkpoint-unsigned', ...where });
    return findings;
  }

  private isSigned({ day, sequence, chainHash, signature }: ComparedCheckpoint): boolean {
    const { organisationId } = currentContext();
    return this.keys.current?.hasSigned({ organisationId, day, sequence, chainHash }, signature) ?? false;
  }

  /** Everything that `read` gives, batch after batch, each in a transaction of its own. */
  private async *inBatches<T, K>(
    start: K,
    read: (after: K) => Promise<readonly T[]>,
    keyOf: (item: T) => K,
  ): AsyncGenerator<T> {
    let batch = await this.transactions.run(() => read(start));
    for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
      yield* batch;
      const after = keyOf(last);
      batch = await this.transactions.run(() => read(after));
    }
  }
}

function same<T>(item: T): T {
  return item;
}
