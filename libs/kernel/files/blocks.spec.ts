import { inBlocks } from './blocks.js';

async function* pieces(sizes: readonly number[], onEnd?: () => void): AsyncGenerator<Uint8Array> {
  let next = 0;
  try {
    for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 256);
  } finally {
    onEnd?.();
  }
}

async function all(blocks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  for await (const block of blocks) taken.push(block);
  return taken;
}

async function sizesOf(blocks: AsyncIterable<Buffer>): Promise<number[]> {
  return (await all(blocks)).map(({ length }) => length);
}

describe('a stream in blocks', () => {
  it.each([
    ['nothing', [], []],
    ['empty pieces', [0, 0], []],
    ['less than a block', [3], [3]],
    ['exactly blocks', [8, 8], [8, 8]],
    ['many small pieces', [3, 3, 3, 3, 3, 3], [8, 8, 2]],
    ['one large piece', [20], [8, 8, 4]],
  ])('%s', async (_, sizes, expected) => {
    expect(await sizesOf(inBlocks(pieces(sizes), 8, 100))).toEqual(expected);
  });

  it('keeps every byte in its place, also in blocks that are kept', async () => {
    const blocks = await all(inBlocks(pieces([5, 11, 1, 7]), 8, 100));
    expect(Buffer.concat(blocks)).toEqual(Buffer.from(Array.from({ length: 24 }, (_, index) => index)));
  });

  it('takes exactly the limit', async () => {
    expect(await sizesOf(inBlocks(pieces([50, 50]), 64, 100))).toEqual([64, 36]);
  });

  it('refuses one byte more, and stops reading', async () => {
    const ended = vi.fn<() => void>();
    await expect(sizesOf(inBlocks(pieces([50, 51, 50], ended), 64, 100))).rejects.toMatchObject({
      type: 'too-large',
    });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('stops reading when nobody takes the blocks any more', async () => {
    const ended = vi.fn<() => void>();
    for await (const block of inBlocks(pieces([8, 8, 8], ended), 8, 100)) {
      expect(block).toHaveLength(8);
      break;
    }
    expect(ended).toHaveBeenCalledOnce();
  });
});
