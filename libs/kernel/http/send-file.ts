import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { contentDisposition, type OpenFile } from '@weerbaar/kernel/files';

/** What a browser may show itself. All else is offered for download: shown, it could run. */
const shownInBrowser = new Set<string>(['application/pdf', 'text/html', 'image/png', 'image/jpeg']);

export interface SendOptions {
  /** Replaces the content policy of the application for this one file. */
  readonly contentPolicy?: string;
  /** Our own pages may show it in a frame; its content policy says so as well. */
  readonly framedBySelf?: boolean;
}

/** Streams a file to the browser, chunk by chunk: memory stays small however large the file is. */
export async function sendFile(
  reply: FastifyReply,
  { file, chunks }: OpenFile,
  { contentPolicy, framedBySelf = false }: SendOptions = {},
): Promise<void> {
  const disposition = shownInBrowser.has(file.mediaType) ? 'inline' : 'attachment';
  void reply
    .header(
      'content-type',
      file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    )
    .header('content-length', file.size)
    .header('content-disposition', contentDisposition(file, disposition))
    .header('etag', `"${file.sha256}"`);
  if (framedBySelf) void reply.header('x-frame-options', 'SAMEORIGIN');
  if (contentPolicy) void reply.header('content-security-policy', contentPolicy);
  await reply.send(Readable.from(chunks));
}

/** Sends a text file while it is made, as fast as the other side takes it in. How long it gets is not known before. */
export async function sendText(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: `text/${string}` | 'application/json' },
  parts: AsyncIterable<string>,
): Promise<void> {
  void reply
    .header('content-type', `${mediaType}; charset=utf-8`)
    .header('content-disposition', contentDisposition({ name }));
  // Counted in bytes, not in parts: the next part is made when this one is gone.
  await reply.send(Readable.from(parts, { objectMode: false }));
}
