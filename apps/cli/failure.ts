import { inspect } from 'node:util';
import { SettingsError } from '@weerbaar/kernel/config';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import { Problem, problemTypes } from '@weerbaar/kernel/problems';
import type { Terminal } from './terminal.js';

/** What to tell when a command did not succeed. Only a fault of Weerbaar itself comes with a stack. */
export function explain(error: unknown, terminal: Terminal): string {
  if (error instanceof Problem) return explainProblem(error, terminal);
  if (error instanceof SettingsError || error instanceof InstallationProblem) return error.message;
  return inspect(error);
}

function explainProblem({ type, detail, faults }: Problem, terminal: Terminal): string {
  const title = terminal.say(problemTypes[type].title);
  const lines = faults.map(({ path, message }) => `  - ${path}: ${terminal.say(message)}`);
  return [detail ? `${title}: ${terminal.say(detail)}` : title, ...lines].join('\n');
}
