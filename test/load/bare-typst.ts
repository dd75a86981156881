/**
 * A process that does nothing but let typst make one PDF, the shortest way there is: the binding loaded, the fonts
 * and the data in memory, one compile and one export. Everything around it is what the product adds.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypesetOrder } from '../../libs/kernel/documents/pdf/typeset-order.js';
import { timeOf } from './support/measure.js';

export interface BareTypst {
  readonly milliseconds: number;
  readonly pages: number;
}

/** An order for one copy. */
async function make(order: TypesetOrder): Promise<BareTypst> {
  const archive = order.copies[0] === 'archive';
  const fontBlobs = order.fontFiles.map((file) => readFileSync(file));
  let pages = 0;
  const milliseconds = await timeOf(async () => {
    const compiler = NodeCompiler.create({
      workspace: dirname(order.templateFile),
      fontArgs: [{ fontBlobs }],
    });
    const { result } = compiler.compile({
      mainFilePath: order.templateFile,
      inputs: { document: order.document, ...(archive ? { attachments: order.attachments } : {}) },
    });
    if (!result) throw new Error('typst refused the document');
    compiler.pdf(result, { pdfStandard: archive ? 'a-3a' : 'ua-1', creationTimestamp: order.issuedAt });
    pages = result.numOfPages;
  });
  return { milliseconds, pages };
}

process.once('message', (order: TypesetOrder) => {
  void make(order).then((answer) => process.send?.(answer, () => process.exit()));
});
