import { canonicalJson, fieldsOf, toJsonValue } from './json-value.js';

describe('canonical JSON (RFC 8785)', () => {
  it('orders fields by their UTF-16 code units, as in the example of the standard', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes numbers, texts and literals as in the example of the standard', () => {
    const value = {
      numbers: [1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('is the same however the fields were ordered', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: {} })).toBe(canonicalJson({ a: {}, b: [{ c: 2, d: 1 }] }));
  });
});

describe('a value as JSON', () => {
  it('keeps what has a meaning in JSON', () => {
    expect(
      fieldsOf({
        text: 'x',
        nothing: null,
        absent: undefined,
        at: new Date('2026-04-14T10:00:00Z'),
        list: [1, undefined, { a: true }],
        large: 12_345_678_901_234_567_890n,
      }),
    ).toEqual({
      text: 'x',
      nothing: null,
      at: '2026-04-14T10:00:00.000Z',
      list: [1, null, { a: true }],
      large: '12345678901234567890',
    });
  });

  it('replaces what the database can not hold', () => {
    expect(toJsonValue({ 'a\0': 'b\0c\ud800d\ude00😀' })).toEqual({ 'a\ufffd': 'b\ufffdc\ufffdd\ufffd😀' });
  });

  it.each([
    new Map(),
    new Set(),
    new Uint8Array(1),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    () => 1,
    Symbol('s'),
  ])('refuses %s loudly', (value) => {
    expect(() => toJsonValue(value)).toThrow(TypeError);
  });
});
