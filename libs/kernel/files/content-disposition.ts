import { create } from 'content-disposition';

/**
 * The header that offers a file under its name (RFC 6266): the whole name for browsers (RFC 8187), and
 * one in plain ASCII for programs that read only that.
 */
export function contentDisposition(
  { name }: { readonly name: string },
  type: 'attachment' | 'inline' = 'attachment',
): string {
  return create(name, { type, fallback: plainName(name) });
}

/** "Privé 100%.pdf" -> "Prive 100_.pdf". A percent sign would be read as an escape by some. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^ -~]|[%"\\]/gu, '_');
}
