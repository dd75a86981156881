import { encodingOf, isUtf16, textOf } from './csv-text.js';

async function* bytes(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function read(...pieces: readonly Uint8Array[]): Promise<string> {
  const encoding = await encodingOf(bytes(...pieces));
  let text = '';
  for await (const piece of textOf(bytes(...pieces), encoding)) text += piece;
  return text;
}

const accents = 'Zoë d’Ancona, Łukasz, 5 €';

describe('the text of a file', () => {
  it('in UTF-8 is read as it is', async () => {
    expect(await read(Buffer.from(accents))).toBe(accents);
  });

  it('loses its byte order mark', async () => {
    expect(await read(Buffer.from(`\ufeff${accents}`))).toBe(accents);
  });

  it('is read alike wherever it was cut in pieces', async () => {
    const whole = Buffer.from(accents);
    for (let cut = 0; cut <= whole.length; cut += 1)
      expect(await read(whole.subarray(0, cut), whole.subarray(cut))).toBe(accents);
  });

  it('that is no UTF-8 is Windows-1252, with its euro sign and curly quotes', async () => {
    expect(await read(Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x92, 0x80, 0x93, 0x94, 0x9f]))).toBe('Zoë ’€“”Ÿ');
  });

  it('that ends in the middle of a sign is no UTF-8', async () => {
    expect(await encodingOf(bytes(Buffer.from('Zoë').subarray(0, 3)))).toBe('windows-1252');
  });

  it('passes on what goes wrong in reading', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      throw new Error('connection reset');
    }
    await expect(encodingOf(broken())).rejects.toThrow('connection reset');
  });
});

it.each([
  [Buffer.from('\ufeffNaam', 'utf16le'), true],
  [Buffer.from([0xfe, 0xff, 0, 0x4e]), true],
  [Buffer.from('\ufeffNaam'), false],
  [Buffer.from(''), false],
])('UTF-16 is known by its beginning: %#', (start, expected) => {
  expect(isUtf16(start)).toBe(expected);
});
