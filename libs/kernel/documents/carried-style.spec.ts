import { createHash } from 'node:crypto';
import { withStyleHash } from './carried-style.js';

async function* inPieces(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString('utf8');
}

const page = `<head><title>Één</title><style>p{color:red}</style></head><p>tekst</p>${'x'.repeat(100)}`;

describe('the style that a stored document carries', () => {
  it.each([3, 40, 10_000])(
    'is known by its own hash, and the document leaves whole, in pieces of %i',
    async (size) => {
      const { styleHash, chunks } = await withStyleHash(inPieces(page, size));
      expect(styleHash).toBe(`'sha256-${createHash('sha256').update('p{color:red}').digest('base64')}'`);
      expect(await textOf(chunks)).toBe(page);
    },
  );

  it('is none where there is none', async () => {
    const { styleHash, chunks } = await withStyleHash(inPieces('<p>tekst</p>', 5));
    expect(styleHash).toBe("'none'");
    expect(await textOf(chunks)).toBe('<p>tekst</p>');
  });
});
