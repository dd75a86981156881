import type { Language, Localised } from '@weerbaar/core/figures';
import type { Environment } from '@weerbaar/kernel/config';

/** Whoever typed the command: in which language they read, where they see it, whether they want it to end. */
export class Terminal {
  constructor(
    readonly language: Language,
    readonly output: NodeJS.WriteStream,
    readonly interrupted: AbortSignal,
  ) {}

  say(text: Localised): string {
    return text[this.language];
  }

  print(text: Localised | string): void {
    this.output.write(`${typeof text === 'string' ? text : this.say(text)}\n`);
  }

  /** Columns under each other; the last one is not filled up. */
  table(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      const cells = row.map((cell, column) =>
        cell.padEnd(Math.max(...rows.map((other) => other[column]?.length ?? 0))),
      );
      this.print(`  ${cells.join('  ').trimEnd()}`);
    }
  }

  number(value: number): string {
    return value.toLocaleString(this.language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
  }

  /** What is printed into a pipe may still be on its way when a process ends. */
  finish(): Promise<void> {
    return new Promise((resolve) => this.output.write('', () => resolve()));
  }
}

/** By the usual variables of the operating system: Dutch where they say so, English elsewhere. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
