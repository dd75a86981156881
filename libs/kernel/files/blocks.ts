import { tooLarge } from './upload-problems.js';

/**
 * The bytes of a stream in blocks of one size (the last may be shorter). Holds one block at a time, and
 * reads on only when the block is taken.
 * @throws Problem `too-large` as soon as there are more bytes than the limit.
 */
export async function* inBlocks(
  stream: AsyncIterable<Uint8Array>,
  blockBytes: number,
  limitBytes: number,
): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  let total = 0;
  for await (const piece of stream) {
    total += piece.length;
    if (total > limitBytes) throw tooLarge(limitBytes);
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + blockBytes - filled);
      block.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled === blockBytes) {
        yield block;
        // A new one: whoever took the last one may keep it.
        block = Buffer.allocUnsafe(blockBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
