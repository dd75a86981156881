/** What can be wrong with the audit log. */
export const auditFindingKinds = [
  /** An entry or its content is not what was sealed. */
  'changed',
  /** An entry, its content or a link of the chain is gone. */
  'removed',
  /** An entry is neither in the chain nor waiting for it: it was added past the application, or its link is gone. */
  'inserted',
  /** An entry should have been in the chain by now: the sealer does not run. */
  'unsealed-too-long',
  /** A link does not follow from the one before it: links were changed, swapped or added. */
  'chain-broken',
  /** The chain is not the one that was signed, or no longer reaches that far. */
  'checkpoint-mismatch',
  /** The signature is not of this installation's key, or the installation has no key. */
  'checkpoint-unsigned',
] as const;

export type AuditFindingKind = (typeof auditFindingKinds)[number];

export interface AuditFinding {
  readonly kind: AuditFindingKind;
  readonly part: 'entry' | 'content' | 'link' | 'checkpoint' | 'key';
  readonly entryId?: string;
  /** Place in the chain. */
  readonly sequence?: number;
  /** Day of the checkpoint, `yyyy-mm-dd`. */
  readonly day?: string;
}

export interface AuditReport {
  /** Nothing was found. */
  readonly intact: boolean;
  /** Links that were checked. */
  readonly sealed: number;
  /** Entries that wait for the sealer. */
  readonly unsealed: number;
  /** Sealed entries whose content was erased after its retention. */
  readonly erased: number;
  readonly checkpoints: number;
  /** Older than a day or two: the schedule does not run, or the latest ones were removed. */
  readonly lastCheckpoint: { readonly day: string; readonly sequence: number } | null;
  readonly counts: Readonly<Record<AuditFindingKind, number>>;
  /** The first findings; `counts` has them all. */
  readonly findings: readonly AuditFinding[];
}

/** Findings are kept up to here; a log that was rewritten whole has one for every entry. */
const findingsKept = 1_000;

/** Gathers findings in bounded memory. */
export class AuditFindings {
  readonly kept: AuditFinding[] = [];
  readonly counts = Object.fromEntries(auditFindingKinds.map((kind) => [kind, 0])) as Record<
    AuditFindingKind,
    number
  >;

  add(...findings: readonly AuditFinding[]): void {
    for (const finding of findings) {
      this.counts[finding.kind] += 1;
      if (this.kept.length < findingsKept) this.kept.push(finding);
    }
  }

  get none(): boolean {
    return this.kept.length === 0;
  }
}
