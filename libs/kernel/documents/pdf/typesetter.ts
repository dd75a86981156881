import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@weerbaar/kernel/problems';
import { documentFontFiles } from '../document-fonts.js';
import type { DocumentModel } from '../document-model.js';
import { typesetData } from './typeset-data.js';
import type { PdfCopy, TypesetAnswer, TypesetOrder } from './typeset-order.js';

export interface TypesetLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes of resident memory. */
  readonly memory: number;
}

export type TypesettingFault = 'time-limit' | 'memory-limit' | 'crashed' | 'refused';

/** Why there is no PDF. The message names the fault only: it holds nothing of the document. */
export class TypesettingError extends Problem {
  constructor(
    readonly fault: TypesettingFault,
    detail: string,
  ) {
    // What ended by itself may go well the next time; what typst can't bear, or not in time, it never can.
    super(fault === 'crashed' ? 'unexpected-error' : 'not-typesettable');
    this.message = `Typesetting failed (${fault}): ${detail}`;
    this.name = 'TypesettingError';
  }
}

const defaultLimits: TypesetLimits = { time: 60_000, memory: 1_000_000_000 };

// The process is started as this file is: compiled in the product, as TypeScript in the tests.
const processFile = new URL(`./typeset-process${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
const templateFile = fileURLToPath(new URL('./report.typ', import.meta.url));

/**
 * Makes PDFs in a process of its own, one per call: a document that typst can't bear ends that process and nothing
 * else. The process gets no environment, so no secret can reach a document.
 */
export class Typesetter {
  private readonly limits: TypesetLimits;

  constructor(limits: Partial<TypesetLimits> = {}) {
    this.limits = { ...defaultLimits, ...limits };
  }

  /**
   * The copies asked for, made in one run.
   * @throws TypesettingError when a limit is passed, the process dies, or typst refuses the document.
   */
  async typeset<Copy extends PdfCopy>(
    model: DocumentModel,
    copies: readonly Copy[],
  ): Promise<Record<Copy, Uint8Array>> {
    const pdfs = await this.run({
      templateFile,
      fontFiles: documentFontFiles,
      ...typesetData(model),
      copies,
      issuedAt: Math.floor(Date.parse(model.issuedAt) / 1000),
      memoryLimit: this.limits.memory,
    });
    return Object.fromEntries(copies.map((copy, index) => [copy, pdfs[index]])) as Record<Copy, Uint8Array>;
  }

  private run(order: TypesetOrder): Promise<readonly Uint8Array[]> {
    return new Promise((resolve, reject) => {
      const child = fork(processFile, {
        env: {},
        execArgv: [`--max-old-space-size=${Math.floor(this.limits.memory / 2 ** 20)}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        child.kill('SIGKILL');
        settle();
      };
      const fail = (fault: TypesettingFault, detail: string): void =>
        end(() => reject(new TypesettingError(fault, detail)));
      const timer = setTimeout(
        () => fail('time-limit', `not done in ${this.limits.time} ms`),
        this.limits.time,
      );
      child.once('error', () => fail('crashed', 'the process could not be started'));
      child.once('exit', (code, signal) => fail('crashed', `the process ended (${signal ?? code})`));
      child.once('message', (answer: TypesetAnswer) => {
        if (answer.kind === 'done') end(() => resolve(answer.pdfs));
        else if (answer.kind === 'refused') fail('refused', answer.reasons.join('; '));
        else fail('memory-limit', `more than ${this.limits.memory} bytes`);
      });
      child.send(order, (error) => {
        if (error) fail('crashed', 'the process did not take the document');
      });
    });
  }
}
