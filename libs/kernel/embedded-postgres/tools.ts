import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Binaries, findBinaries } from './binaries.js';
import { postgresUser, type RunAs } from './run-as.js';
import { postgresHome } from './home.js';

/** The programs of PostgreSQL with how to run them on this machine. */
export interface Tools {
  readonly home: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

export function findTools(dataFolder: string, environment: NodeJS.ProcessEnv): Tools {
  const runAs = postgresUser();
  const home = postgresHome(dataFolder, runAs);
  return {
    home,
    binaries: findBinaries(home, runAs),
    runAs,
    // Without a locale that exists PostgreSQL does not start on macOS; with one, its log is in that language.
    environment: { ...environment, LC_ALL: 'C' },
  };
}

/** @throws Error with what the program said, when it fails. */
export async function runTool(
  { runAs, environment }: Tools,
  program: string,
  options: string[],
): Promise<void> {
  await promisify(execFile)(program, options, { ...runAs, env: environment, cwd: '/', windowsHide: true });
}
