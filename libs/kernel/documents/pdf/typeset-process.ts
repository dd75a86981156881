/**
 * Runs alone in a process of its own. Node starts this file as it is, in development as TypeScript: so it imports
 * nothing of the project but types.
 *
 * The work is done in a thread, because typst does not give back control before it is done; the main thread stays
 * awake to stop the process when it grows too large or when whoever asked is gone.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfCopy, TypesetAnswer, TypesetOrder } from './typeset-order.js';

const standards: Record<PdfCopy, string> = { readable: 'ua-1', archive: 'a-3a' };
const memoryCheckInterval = 100;

function watch(order: TypesetOrder): void {
  const thread = new Worker(new URL(import.meta.url), { workerData: order });
  thread.once('message', (answer: TypesetAnswer) => reply(answer));
  setInterval(() => {
    if (process.memoryUsage.rss() > order.memoryLimit) reply({ kind: 'memory-limit' });
  }, memoryCheckInterval);
}

function reply(answer: TypesetAnswer): void {
  process.send?.(answer, () => endNow());
}

/** Leaving the ordinary way would wait for typst. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL');
}

function answerTo(order: TypesetOrder): TypesetAnswer {
  try {
    return { kind: 'done', pdfs: typeset(order) };
  } catch (error) {
    return { kind: 'refused', reasons: [error instanceof Refusal ? error.reason : describe(error)] };
  }
}

class Refusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super('The document was refused');
    this.reason = reason;
  }
}

function typeset(order: TypesetOrder): Uint8Array[] {
  const compiler = NodeCompiler.create({
    workspace: dirname(order.templateFile),
    fontArgs: [{ fontBlobs: order.fontFiles.map((file) => readFileSync(file)) }],
  });
  return order.copies.map((copy) => {
    const archive = copy === 'archive';
    const document = compile(compiler, order, archive);
    return compiler.pdf(document, { pdfStandard: standards[copy], creationTimestamp: order.issuedAt });
  });
}

function compile(compiler: NodeCompiler, order: TypesetOrder, archive: boolean): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: order.templateFile,
    inputs: { document: order.document, ...(archive ? { attachments: order.attachments } : {}) },
  });
  // A warning means a document that looks other than designed, such as a font that is not there.
  for (const complaint of [compiled.takeError(), compiled.takeWarnings()]) {
    if (complaint) throw new Refusal(diagnostics(complaint));
  }
  if (!compiled.result) throw new Refusal('no result');
  return compiled.result;
}

function diagnostics(complaint: NodeError): string {
  const found: unknown[] = complaint.shortDiagnostics;
  return found.map((one) => withoutQuotes(messageOf(one))).join('; ');
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : 'unknown';
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map((match) => match[1] ?? '');
  return messages.length > 0 ? [...new Set(messages.map(withoutQuotes))].join('; ') : 'typst failed';
}

function messageOf(diagnostic: unknown): string {
  if (typeof diagnostic !== 'object' || diagnostic === null || !('message' in diagnostic)) return 'unknown';
  return String(diagnostic.message);
}

/** Typst quotes what it complains about, and that may be text of the document. */
function withoutQuotes(message: string): string {
  return message.replace(/`[^`]*`|"[^"]*"/gu, '…').slice(0, 300);
}

if (isMainThread) {
  process.once('disconnect', endNow);
  process.once('message', (order: TypesetOrder) => watch(order));
} else {
  const order = workerData as TypesetOrder;
  parentPort?.postMessage(answerTo(order));
}
