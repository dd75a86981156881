import { fileURLToPath } from 'node:url';
import type { DocumentModel } from '@weerbaar/kernel/documents';
import { documentFontFiles } from '../../../libs/kernel/documents/document-fonts.js';
import { typesetData } from '../../../libs/kernel/documents/pdf/typeset-data.js';
import type { PdfCopy } from '../../../libs/kernel/documents/pdf/typeset-order.js';
import type { BareTypst } from '../bare-typst.js';
import { Child } from './child.js';

const templateFile = fileURLToPath(new URL('../../../libs/kernel/documents/pdf/report.typ', import.meta.url));

/**
 * The readable and the archive copy of a document by typst alone, from the template and the data of the product.
 * Each in a fresh process: typst remembers what it has typeset before, and neither may profit of the other.
 * @returns milliseconds of both together, and the pages of one.
 */
export async function bareCompiles(model: DocumentModel): Promise<BareTypst> {
  const data = typesetData(model);
  const readable = await bareCompile(model, data, 'readable');
  const archive = await bareCompile(model, data, 'archive');
  return { milliseconds: readable.milliseconds + archive.milliseconds, pages: readable.pages };
}

async function bareCompile(
  model: DocumentModel,
  data: ReturnType<typeof typesetData>,
  copy: PdfCopy,
): Promise<BareTypst> {
  const child = new Child('bare-typst.js');
  try {
    return await child.ask<BareTypst>({
      ...data,
      templateFile,
      fontFiles: documentFontFiles,
      copies: [copy],
      issuedAt: Math.floor(Date.parse(model.issuedAt) / 1000),
    });
  } finally {
    await child.stop();
  }
}
