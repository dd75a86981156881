import { CheckpointKey } from './checkpoint-key.js';

const checkpoint = {
  organisationId: '019b0000-0000-7000-8000-000000000001',
  day: '2026-04-14',
  sequence: 12,
  chainHash: 'ab'.repeat(32),
};
const key = CheckpointKey.fromSecret('0f'.repeat(32));

describe('the key of checkpoints', () => {
  it('is the same for the same secret, so that a restored installation can verify', () => {
    const again = CheckpointKey.fromSecret('0f'.repeat(32));
    expect(again.id).toBe(key.id);
    expect(again.hasSigned(checkpoint, key.sign(checkpoint))).toBe(true);
  });

  it('is another for another secret', () => {
    const other = CheckpointKey.fromSecret('0e'.repeat(32));
    expect(other.id).not.toBe(key.id);
    expect(other.hasSigned(checkpoint, key.sign(checkpoint))).toBe(false);
  });

  it.each([
    { ...checkpoint, day: '2026-04-15' },
    { ...checkpoint, sequence: 11 },
    { ...checkpoint, chainHash: 'ac'.repeat(32) },
    { ...checkpoint, organisationId: '019b0000-0000-7000-8000-000000000002' },
  ])('signs one checkpoint and no other: %j', (other) => {
    expect(key.hasSigned(other, key.sign(checkpoint))).toBe(false);
  });

  it('knows no signature in what is none', () => {
    expect(key.hasSigned(checkpoint, Buffer.from('none'))).toBe(false);
  });
});
