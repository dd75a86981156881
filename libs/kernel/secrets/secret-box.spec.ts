import { readSettings } from '@weerbaar/kernel/config';
import { runInContext } from '@weerbaar/kernel/context';
import { SecretBox } from './secret-box.js';

const box = new SecretBox(readSettings({ WEERBAAR_SECRET: 'ab'.repeat(32) }));
const otherInstallation = new SecretBox(readSettings({ WEERBAAR_SECRET: 'cd'.repeat(32) }));

function inOrganisation<T>(organisationId: string, work: () => T): T {
  return runInContext({ organisationId, actorId: null, correlationId: 'test', origin: 'web' }, work);
}

const ours = <T>(work: () => T): T => inOrganisation('ours', work);
const theirs = <T>(work: () => T): T => inOrganisation('theirs', work);

describe('a sealed secret', () => {
  it('opens where it was sealed', () => {
    expect(ours(() => box.open('seed of anna', box.seal('seed of anna', 'geheim ✓')))).toBe('geheim ✓');
  });

  it('is never the same twice, so that equal secrets do not show', () => {
    expect(ours(() => box.seal('a', 'x'))).not.toEqual(ours(() => box.seal('a', 'x')));
  });

  it.each([
    ['at another place', (sealed: Buffer) => ours(() => box.open('seed of bram', sealed))],
    ['for another organisation', (sealed: Buffer) => theirs(() => box.open('seed of anna', sealed))],
    ['with another key', (sealed: Buffer) => ours(() => otherInstallation.open('seed of anna', sealed))],
    [
      'after a change of one bit',
      (sealed: Buffer) => {
        const changed = Buffer.from(sealed);
        changed[changed.length - 1]! ^= 1;
        return ours(() => box.open('seed of anna', changed));
      },
    ],
    [
      'in a form that is not known',
      (sealed: Buffer) => ours(() => box.open('seed of anna', Buffer.from(sealed).fill(9, 0, 1))),
    ],
    [
      'when half of it is gone',
      (sealed: Buffer) => ours(() => box.open('seed of anna', sealed.subarray(0, 20))),
    ],
  ])('does not open %s', (_, open) => {
    const sealed = ours(() => box.seal('seed of anna', 'geheim'));
    expect(() => open(sealed)).toThrow(/unable to authenticate|does not know|Invalid authentication tag/);
  });

  it('does not open by the first bytes of its tag, which are easier to guess', () => {
    const sealed = ours(() => box.seal('seed of anna', ''));
    expect(() => ours(() => box.open('seed of anna', sealed.subarray(0, 17)))).toThrow(
      'Invalid authentication tag',
    );
  });

  it('needs the key of the installation, and says so', () => {
    const without = new SecretBox(readSettings({}));
    expect(() => ours(() => without.seal('a', 'x'))).toThrow('WEERBAAR_SECRET');
  });
});

describe('a keyed hash', () => {
  it('is the same for the same, and differs by purpose, organisation and installation', () => {
    const hash = (sealer: SecretBox, purpose: string, as: typeof ours) =>
      as(() => sealer.keyedHash(purpose, 'waarde').toString('hex'));
    expect(hash(box, 'a', ours)).toBe(hash(box, 'a', ours));
    const others = [hash(box, 'b', ours), hash(box, 'a', theirs), hash(otherInstallation, 'a', ours)];
    expect(new Set([hash(box, 'a', ours), ...others]).size).toBe(4);
  });
});
