import { InvalidArgumentError } from 'commander';
import { cleanLine } from '@weerbaar/core/richtext';
import type { Terminal } from './terminal.js';

/** One line, of one to so many characters. */
export function line(terminal: Terminal, longest: number) {
  return (value: string): string => {
    const given = cleanLine(value).trim();
    if (given.length >= 1 && given.length <= longest) return given;
    throw new InvalidArgumentError(
      terminal.say({ nl: `Gebruik 1 tot ${longest} tekens.`, en: `Use 1 to ${longest} characters.` }),
    );
  };
}

export function matching(terminal: Terminal, pattern: RegExp) {
  return (value: string): string => {
    if (pattern.test(value)) return value;
    throw new InvalidArgumentError(terminal.say({ nl: 'Dit past niet.', en: 'This does not fit.' }));
  };
}

export function mailAddress(terminal: Terminal) {
  return matching(terminal, /^[^\s@]{1,64}@[^\s@]{1,189}$/);
}
