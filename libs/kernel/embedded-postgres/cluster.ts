import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, type RunAs } from './run-as.js';
import { runTool, type Tools } from './tools.js';

/** What PostgreSQL calls the whole of databases and roles that one server holds. */
export interface Cluster {
  readonly folder: string;
  readonly superuserPassword: string;
}

/**
 * Opens the cluster in the home, and makes it when there is none yet.
 * @param options further ones of `initdb`.
 */
export async function openCluster(tools: Tools, options: readonly string[]): Promise<Cluster> {
  const { home, binaries, runAs } = tools;
  const folder = join(home, 'cluster');
  const passwordFile = join(home, 'superuser-password');
  if (existsSync(folder)) {
    requireMajorVersion(folder, binaries.majorVersion);
    return { folder, superuserPassword: readFileSync(passwordFile, 'utf8') };
  }
  removeUnfinished(home);
  const superuserPassword = writePassword(passwordFile, runAs);
  await initialise(folder, passwordFile, tools, options);
  return { folder, superuserPassword };
}

function requireMajorVersion(folder: string, majorVersion: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new Error(
    `The database in ${folder} is of PostgreSQL ${found}; this version has PostgreSQL ${majorVersion}. ` +
      'Make a backup with the version it was made with, and restore that.',
  );
}

function writePassword(file: string, runAs: RunAs | undefined): string {
  const password = randomBytes(24).toString('hex');
  rmSync(file, { force: true });
  writeFileSync(file, password, { mode: 0o600, flag: 'wx' });
  giveTo(runAs, file);
  return password;
}

/**
 * initdb that is killed half-way leaves a folder that looks like a cluster; hence the rename at the end.
 * One that outlived our process may still be writing; hence a name of its own for each.
 */
async function initialise(
  folder: string,
  passwordFile: string,
  tools: Tools,
  options: readonly string[],
): Promise<void> {
  const half = `${folder}.new-${randomBytes(4).toString('hex')}`;
  await runTool(tools, tools.binaries.initdb, [
    `--pgdata=${half}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // Needs no locale of the operating system, so every machine sorts and compares alike.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...options,
  ]);
  renameSync(half, folder);
}

function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith('cluster.new-')) continue;
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
