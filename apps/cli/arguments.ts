import { InvalidArgumentError } from 'commander';
import { cleanLine } from '@weerbaar/core/richtext';
import { isPlainMailAddress } from '@weerbaar/kernel/config';
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
  return fitting(terminal, (value) => pattern.test(value));
}

function fitting(terminal: Terminal, fits: (value: string) => boolean) {
  return (value: string): string => {
    if (fits(value)) return value;
    throw new InvalidArgumentError(terminal.say({ nl: 'Dit past niet.', en: 'This does not fit.' }));
  };
}

export function mailAddress(terminal: Terminal) {
  return fitting(terminal, isPlainMailAddress);
}
