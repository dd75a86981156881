import type { Command } from 'commander';
import type { Terminal } from './terminal.js';

/** Ends the help of a command with how it is typed. */
export function addExamples(command: Command, terminal: Terminal, ...examples: readonly string[]): void {
  const heading = terminal.say({ nl: 'Voorbeeld:', en: 'Example:' });
  command.addHelpText(
    'after',
    `\n${heading}\n${examples.map((example) => `  npx weerbaar ${example}`).join('\n')}`,
  );
}
