import * as fc from 'fast-check';
import { newRecoveryCodes, normalisedRecoveryCode, recoveryCodeCount } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, all different, in groups of four that can be read aloud', () => {
    const codes = newRecoveryCodes();
    expect(codes).toHaveLength(recoveryCodeCount);
    expect(new Set(codes).size).toBe(recoveryCodeCount);
    for (const code of codes) expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
  });

  it('use no letter that can be taken for a digit or for another letter', () => {
    const used = new Set(Array.from({ length: 100 }, () => newRecoveryCodes().join('')).join(''));
    used.delete('-');
    expect([...used].toSorted().join('')).toBe('0123456789abcdefghjkmnpqrstvwxyz');
  });

  it('are never given out twice', () => {
    const codes = Array.from({ length: 100 }, newRecoveryCodes).flat();
    expect(new Set(codes).size).toBe(codes.length);
  });

  const [code = ''] = newRecoveryCodes();

  it.each([
    ['in capitals', code.toUpperCase()],
    ['without dashes', code.replaceAll('-', '')],
    ['with spaces for dashes', code.replaceAll('-', ' ')],
    ['with spaces around it', `  ${code}\t`],
    ['with an o for a nought', code.replaceAll('0', 'o')],
    ['with a capital O for a nought', code.replaceAll('0', 'O')],
    ['with an l for a one', code.replaceAll('1', 'l')],
    ['with a capital I for a one', code.replaceAll('1', 'I')],
  ])('are the same %s', (_, typed) => {
    expect(normalisedRecoveryCode(typed)).toBe(code.replaceAll('-', ''));
  });

  it('are another one when anything else is changed', () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz';
    const written = code.replaceAll('-', '');
    fc.assert(
      fc.property(fc.nat({ max: 15 }), fc.constantFrom(...letters), (place, letter) => {
        const typed = written.slice(0, place) + letter + written.slice(place + 1);
        expect(normalisedRecoveryCode(typed) === written).toBe(written[place] === letter);
      }),
    );
  });
});
