import type { AuditFinding } from './audit-finding.js';
import type { ChainHead, SealedEntry } from './audit-seal.repository.js';
import { chainHash, contentHash, entryHash } from './entry-hash.js';

/** What is wrong with one link, given the one before it as it stands. */
export function examineLink(
  organisationId: string,
  previous: ChainHead,
  sealed: SealedEntry,
): readonly AuditFinding[] {
  return [
    ...examineChain(previous, sealed),
    ...examineEntry(organisationId, sealed),
    ...examineContent(sealed),
  ];
}

/**
 * A broken link is compared with its neighbour as that stands, not as it should be: one broken place is
 * one finding, and the rest of the chain is still examined.
 */
function examineChain(previous: ChainHead, { seal }: SealedEntry): readonly AuditFinding[] {
  const { sequence, entryId } = seal;
  // One finding for a gap, however long: its first missing place.
  if (sequence !== previous.sequence + 1)
    return [{ kind: 'removed', part: 'link', sequence: previous.sequence + 1 }];
  if (seal.chainHash === chainHash(previous.chainHash, sequence, seal.entryHash)) return [];
  return [{ kind: 'chain-broken', part: 'link', entryId, sequence }];
}

function examineEntry(organisationId: string, { seal, entry }: SealedEntry): readonly AuditFinding[] {
  const where = { part: 'entry', entryId: seal.entryId, sequence: seal.sequence } as const;
  if (!entry) return [{ kind: 'removed', ...where }];
  return entryHash(organisationId, entry) === seal.entryHash ? [] : [{ kind: 'changed', ...where }];
}

function examineContent({ seal, entry, content: stored }: SealedEntry): readonly AuditFinding[] {
  if (!entry) return [];
  const where = { part: 'content', entryId: seal.entryId, sequence: seal.sequence } as const;
  if (!stored) return [{ kind: 'removed', ...where }];
  // Erased content is covered by its hash, which is part of the sealed entry.
  if (stored.erasedAt && stored.content === null) return [];
  const same =
    stored.salt && stored.content && contentHash(stored.salt, stored.content) === entry.contentHash;
  return same ? [] : [{ kind: 'changed', ...where }];
}
