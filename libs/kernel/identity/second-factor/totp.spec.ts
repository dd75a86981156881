import * as fc from 'fast-check';
import { Secret, URI } from 'otpauth';
import { authenticatorAddress, codeAt, newAuthenticatorSecret, stepOf } from './totp.js';

/** The secret of RFC 6238, appendix B: the ASCII digits 1 to 0, twice. */
const secret = Secret.fromUTF8('12345678901234567890').base32;

const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the code of an authenticator app', () => {
  // RFC 6238, appendix B, SHA-1: of its eight digits, the six that apps show.
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('at second %d is %s', (seconds, code, step) => {
    expect(codeAt(secret, at(seconds))).toBe(code);
    expect(stepOf(secret, code, at(seconds))).toBe(step);
  });

  // The code of step 2: from second 60 up to 90.
  it.each([
    ['half a minute and a second too early', 29, undefined],
    ['half a minute early', 30, 2],
    ['a second early', 59, 2],
    ['when it begins', 60, 2],
    ['when it ends', 89, 2],
    ['half a minute late', 119, 2],
    ['more than half a minute late', 120, undefined],
  ])('%s', (_, seconds, step) => {
    expect(stepOf(secret, codeAt(secret, at(60)), at(seconds))).toBe(step);
  });

  it('belongs to the step it was made for, however early or late within the time it is given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 4_000_000_000 }),
        fc.integer({ min: -1, max: 1 }),
        (now, shift) => {
          const made = now + shift * 30;
          expect(stepOf(secret, codeAt(secret, at(made)), at(now))).toBe(Math.floor(made / 30));
        },
      ),
      // Once in half a million times two steps that follow one another have the same code.
      { seed: 6238 },
    );
  });

  it('is another one for another secret', () => {
    expect(stepOf(newAuthenticatorSecret(), codeAt(secret, at(60)), at(60))).toBeUndefined();
  });

  it.each(['287 082', ' 287082 ', '28 70 82', '287\u00a0082'])(
    'may be typed as %j, as apps show it',
    (typed) => {
      expect(stepOf(secret, typed, at(59))).toBe(1);
    },
  );

  it.each([
    '',
    ' ',
    '28708',
    '2870820',
    '0287082',
    '287-082',
    'abcdef',
    '28708a',
    '+28708',
    '2.8e05',
    '-1',
    '１２３４５６',
    '٢٨٧٠٨٢',
    '28708\u0662',
    '287082\0',
    '\ud800\ud800\ud800\ud800\ud800\ud800',
    '🙂🙂🙂',
  ])('is not %j', (typed) => {
    expect(stepOf(secret, typed, at(59))).toBeUndefined();
  });

  it('is nothing but six digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        fc.pre(!/^[0-9]{6}$/.test(typed.replaceAll(/\s/g, '')));
        expect(stepOf(secret, typed, at(59))).toBeUndefined();
      }),
    );
  });
});

describe('a new secret', () => {
  it('has 160 bits, and is never the same', () => {
    const secrets = Array.from({ length: 100 }, newAuthenticatorSecret);
    for (const made of secrets) expect(Secret.fromBase32(made).bytes).toHaveLength(20);
    expect(new Set(secrets).size).toBe(100);
  });

  it('is read by an app from its address, whatever the names in it', () => {
    const address = authenticatorAddress(
      secret,
      'Weerbaar Gemeente Ÿ & zn 50% / ?',
      'anna+test@voorbeeld.example',
    );
    expect(URI.parse(address)).toMatchObject({
      issuer: 'Weerbaar Gemeente Ÿ & zn 50% / ?',
      label: 'anna+test@voorbeeld.example',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      secret: { base32: secret },
    });
  });
});
