import type { AuditEntry } from './audit-entry.js';
import { chainHash, chainStart, contentHash, entryHash } from './entry-hash.js';

const organisationId = '019b0000-0000-7000-8000-000000000001';
const entry: AuditEntry = {
  id: '019b0000-0000-7000-8000-000000000002',
  occurredAt: new Date('2026-04-14T10:00:00Z'),
  actorKind: 'person',
  actorAccountId: '019b0000-0000-7000-8000-000000000003',
  action: 'annual-cycle.action-changed',
  objectType: 'action',
  objectId: '019b0000-0000-7000-8000-000000000004',
  result: 'done',
  origin: 'web',
  correlationId: 'c-1',
  contentHash: 'ab'.repeat(32),
};

// Known answers, made with coreutils (`printf ... | sha256sum`): a change of form would orphan every log.
describe('the hashes of the audit log', () => {
  it('of a content', () => {
    const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    expect(contentHash(salt, { after: { b: 1, a: 'é' } })).toBe(
      '122b0258ff286e7d25f493bb2cea40f3c7f46999e53e8b12df7fcd1aa7d063da',
    );
  });

  it('of an entry', () => {
    expect(entryHash(organisationId, entry)).toBe(
      'a394eea5676aa48f88e82022e97554fc999152ecffe435e143336e03abca6a8b',
    );
  });

  it('of a link', () => {
    expect(chainStart(organisationId)).toBe(
      '98a26be21ba53b215c397911a52f3d085a3ff03c3614a709ebea8a210e8489af',
    );
    expect(chainHash('aa'.repeat(32), 7, 'bb'.repeat(32))).toBe(
      'ec54ef04b930417fdc1bbf7eb1366243b3f2d85c1ea2b056c843f52c9a3d2ffd',
    );
  });

  it.each([
    ['organisation', entryHash('019b0000-0000-7000-8000-00000000000f', entry)],
    ['time', entryHash(organisationId, { ...entry, occurredAt: new Date('2026-04-14T10:00:00.001Z') })],
    ['actor', entryHash(organisationId, { ...entry, actorAccountId: null })],
    ['action', entryHash(organisationId, { ...entry, action: 'annual-cycle.action-removed' })],
    ['object', entryHash(organisationId, { ...entry, objectId: 'other' })],
    ['result', entryHash(organisationId, { ...entry, result: 'refused' })],
    ['origin', entryHash(organisationId, { ...entry, origin: 'job' })],
    ['content', entryHash(organisationId, { ...entry, contentHash: 'ac'.repeat(32) })],
  ])('depend on the %s', (_, hash) => {
    expect(hash).not.toBe(entryHash(organisationId, entry));
  });
});
