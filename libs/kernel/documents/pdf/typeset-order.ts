/** `readable`: PDF/UA-1 for people. `archive`: PDF/A-3a with the tables inside as CSV. */
export type PdfCopy = 'readable' | 'archive';

/** What the typesetting process is asked. Plain data: it crosses a process boundary. */
export interface TypesetOrder {
  readonly templateFile: string;
  readonly fontFiles: readonly string[];
  /** JSON for the template. */
  readonly document: string;
  /** JSON for the template, read for the archive copy only. */
  readonly attachments: string;
  readonly copies: readonly PdfCopy[];
  /** Seconds since 1970 (UTC), written into the file. */
  readonly issuedAt: number;
  /** Bytes of memory after which the process ends itself. */
  readonly memoryLimit: number;
}

export type TypesetAnswer =
  | { readonly kind: 'done'; readonly pdfs: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'memory-limit' };
