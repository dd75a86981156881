import { createHash } from 'node:crypto';

const [begin, end] = ['<style>', '</style>'];

/** A document on its way to a browser, with the source expression for `style-src` of what it carries, quotes included. */
export interface StyledDocument {
  readonly styleHash: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Reads on to the end of the style of a stored page. The hash is that of the page itself: what was published keeps its
 * look, also when documents have another one by now.
 */
export async function withStyleHash(stored: AsyncIterable<Uint8Array>): Promise<StyledDocument> {
  const reader = stored[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  let style: Buffer | undefined;
  while (!style) {
    const next = await reader.next();
    if (next.done) break;
    read = Buffer.concat([read, next.value]);
    style = styleIn(read);
  }
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield read;
    yield* { [Symbol.asyncIterator]: () => reader };
  }
  return { styleHash: style ? hashOf(style) : "'none'", chunks: chunks() };
}

/** The first one: what people wrote stands behind it, and can write none. */
function styleIn(html: Buffer): Buffer | undefined {
  const [from, to] = [html.indexOf(begin), html.indexOf(end)];
  return from >= 0 && to > from ? html.subarray(from + begin.length, to) : undefined;
}

const hashOf = (style: Buffer): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
