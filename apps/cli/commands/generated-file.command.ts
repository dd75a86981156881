import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Command } from 'commander';
import { environmentExample } from '@weerbaar/kernel/config';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';

interface OutOption {
  readonly out?: string;
}

/** Writes what the code says of itself, so that it never differs from it. Needs no database. */
export function addGeneratedFileCommands(parent: Command, terminal: Terminal): void {
  const out = terminal.say({ nl: 'bestand; anders het scherm', en: 'file; otherwise the screen' });
  const openapi = parent
    .command('openapi')
    .description(
      terminal.say({
        nl: 'Geeft de beschrijving van de API (OpenAPI 3.1).',
        en: 'Give the description of the API (OpenAPI 3.1).',
      }),
    )
    .option('--out <file>', out)
    .action(async (options: OutOption) => give(await describeApi(), options, terminal));
  addExamples(openapi, terminal, 'openapi --out docs/api/openapi.json');

  const settings = parent
    .command('settings-example')
    .description(
      terminal.say({
        nl: 'Geeft alle instellingen met uitleg en standaardwaarde.',
        en: 'Give all settings with what they are for and their defaults.',
      }),
    )
    .option('--out <file>', out)
    .action((options: OutOption) => give(environmentExample(), options, terminal));
  addExamples(settings, terminal, 'settings-example --out .env.example');
}

/** The program of the api knows its routes; no program imports another. */
async function describeApi(): Promise<string> {
  const program = fileURLToPath(new URL('../../api/describe.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function give(text: string, { out }: OutOption, terminal: Terminal): Promise<void> {
  if (out === undefined) {
    terminal.print(text.trimEnd());
    return;
  }
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, text);
}
