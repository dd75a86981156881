/**
 * Real here: the compiled launcher, the guard, PostgreSQL, signals. Stand-ins: api and worker.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../support/embedded-postgres.js';
import {
  find,
  freePort,
  isAlive,
  isRunning,
  postgresPid,
  Program,
  untilNothingRuns,
} from './support/processes.js';

const ready = 'is ready';

/** One data folder for nearly all, so that every test starts on what the one before left. */
let sharedFolder: string;
let folder: string;
let port: number;
const launched: Program[] = [];

beforeAll(() => {
  sharedFolder = temporaryFolder();
});

beforeEach(async () => {
  folder = sharedFolder;
  port = await freePort();
});

afterEach(async () => {
  // One that a failed test left must not fail the next.
  for (const launcher of launched.splice(0)) launcher.kill('SIGKILL');
  await untilNothingRuns(folder);
});

afterAll(() => rmSync(sharedFolder, { recursive: true, force: true }));

function onFolderOfItsOwn(): void {
  const own = temporaryFolder();
  folder = own;
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
}

function launch(worker = 'idle-worker.mjs'): Program {
  const launcher = new Program('./launcher.mjs', [folder, String(port), worker]);
  launched.push(launcher);
  return launcher;
}

async function launchUntilReady(worker?: string): Promise<Program> {
  const launcher = launch(worker);
  await launcher.untilPrinted(ready);
  return launcher;
}

async function startsAndStops(): Promise<void> {
  const launcher = await launchUntilReady();
  launcher.kill('SIGINT');
  expect(await launcher.ended).toMatchObject({ code: 0 });
}

function mode(...path: string[]): string {
  return (statSync(join(folder, ...path)).mode & 0o777).toString(8);
}

describe('a start', () => {
  it('says where it is and how to sign in, an account on a line, then where the first documents are', async () => {
    const launcher = await launchUntilReady();
    await launcher.untilPrinted('jaarverslag.pdf');
    launcher.kill('SIGINT');
    const { code, output } = await launcher.ended;

    expect(code).toBe(0);
    const [readyLine, , accountLine, codeLine, documentsLine, ...more] = output.trim().split('\n');
    expect(readyLine).toBe(`Weerbaar is klaar / is ready: http://localhost:${port}`);
    expect(accountLine).toMatch(/^ +adviseur +[a-z2-9]{4}(-[a-z2-9]{4}){3} +[A-Z2-7]+$/);
    expect(codeLine).toContain(`WEERBAAR_DATA_DIR='${folder}' npx weerbaar demo code adviseur`);
    expect(documentsLine).toContain('/jaarverslag.pdf');
    expect(more).toEqual([]);
  });

  it('keeps secrets from other users of the machine', async () => {
    const launcher = await launchUntilReady();

    expect(mode('state.json')).toBe('600');
    expect(mode('demo-accounts.json')).toBe('600');
    expect(mode('keys', 'secret.key')).toBe('600');
    expect(mode('postgres')).toBe('700');
    expect(mode('postgres', 'superuser-password')).toBe('600');
    expect(mode('logs')).toBe('700');
    expect(mode('mail')).toBe('700');
    launcher.kill('SIGTERM');
    await launcher.ended;
  });

  it('keeps demo passwords and the key of the installation at the next one', async () => {
    await startsAndStops();
    const kept = [['demo-accounts.json'], ['keys', 'secret.key']].map((path) => join(folder, ...path));
    const before = kept.map((file) => readFileSync(file, 'utf8'));
    await startsAndStops();

    expect(kept.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  it('lets api and worker finish before PostgreSQL stops', async () => {
    await startsAndStops();

    expect(readFileSync(join(folder, 'logs', 'api.log'), 'utf8')).toContain('api stopped');
    expect(readFileSync(join(folder, 'logs', 'worker.log'), 'utf8')).toContain('worker stopped');
    expect(readFileSync(join(folder, 'logs', 'postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    );
  });

  it('has mail written to the data folder, where there is no server for it', async () => {
    await startsAndStops();

    for (const name of ['api', 'worker']) {
      expect(readFileSync(join(folder, 'logs', `${name}.log`), 'utf8')).toContain(
        `${name} writes mail to ${join(folder, 'mail')}\n`,
      );
    }
  });

  it('is hurried by a second Ctrl-C, not by the same one passed on by npm', async () => {
    const launcher = await launchUntilReady('deaf-worker.mjs');
    launcher.kill('SIGINT');
    launcher.kill('SIGINT');
    await sleep(1_500);
    expect(isAlive(launcher.pid)).toBe(true);

    launcher.kill('SIGINT');
    const before = performance.now();
    expect(await launcher.ended).toMatchObject({ code: 0 });
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});

describe('a second start on the same folder', () => {
  it('says where the first is, and leaves it alone', async () => {
    const first = await launchUntilReady();
    const second = launch();

    const { code, output } = await second.ended;
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(`draait al op deze map: http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200);
    first.kill('SIGINT');
    expect(await first.ended).toMatchObject({ code: 0 });
  });

  it('says so as well while the first is still starting', async () => {
    onFolderOfItsOwn();
    const first = launch();
    const second = launch();

    const { code, output } = await Promise.race([first.ended, second.ended]);
    expect(code).toBe(1);
    expect(output).toContain('al in gebruik');
    for (const launcher of [first, second]) launcher.kill('SIGINT');
    const ends = await Promise.all([first.ended, second.ended]);
    expect(new Set(ends.map((end) => end.code))).toEqual(new Set([0, 1]));
  });
});

describe('kill -9', () => {
  it('of the launcher leaves nothing running, and the next start works', async () => {
    const launcher = await launchUntilReady();
    launcher.kill('SIGKILL');
    await untilNothingRuns(folder);
    await startsAndStops();
  });

  it('of the launcher does not hold up a start right after', async () => {
    const launcher = await launchUntilReady();
    launcher.kill('SIGKILL');
    await launcher.ended;
    await startsAndStops();
  });

  it.each([300, 600, 900])('of the launcher %i ms into its first start breaks nothing', async (moment) => {
    onFolderOfItsOwn();
    const launcher = launch();
    await sleep(moment);
    launcher.kill('SIGKILL');
    await launcher.ended;
    await startsAndStops();
  });

  it.each([
    ['api', '/tiny-api.mjs'],
    ['worker', '/idle-worker.mjs'],
    ['PostgreSQL', '/postgres-guard.js'],
  ])('of %s (%s) ends everything with a message', async (name, program) => {
    const launcher = await launchUntilReady();
    process.kill(find(folder, program), 'SIGKILL');

    const { code, output } = await launcher.ended;
    expect(code).toBe(1);
    expect(output).toContain(`${name} is onverwacht gestopt`);
    await untilNothingRuns(folder);
    await startsAndStops();
  });

  it('of PostgreSQL itself ends everything with a message', async () => {
    const launcher = await launchUntilReady();
    process.kill(postgresPid(folder), 'SIGKILL');

    const { code, output } = await launcher.ended;
    expect(code).toBe(1);
    expect(output).toContain('PostgreSQL is onverwacht gestopt');
    await untilNothingRuns(folder);
    await startsAndStops();
  });

  it('of launcher and guard both leaves PostgreSQL; the next start stops it', async () => {
    const launcher = await launchUntilReady();
    const guard = find(folder, '/postgres-guard.js');
    const orphan = postgresPid(folder);
    launcher.kill('SIGSTOP');
    process.kill(guard, 'SIGKILL');
    launcher.kill('SIGKILL');
    await launcher.ended;
    expect(isRunning(folder, orphan)).toBe(true);

    await startsAndStops();
    expect(isRunning(folder, orphan)).toBe(false);
  });
});

describe('after a crash of the machine', () => {
  it('a stranger that got the process number of PostgreSQL is left alone', async () => {
    const launcher = await launchUntilReady();
    const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    launcher.kill('SIGKILL');
    await untilNothingRuns(folder);
    const stranger = spawn('sleep', ['60']);
    writeFileSync(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'));

    await startsAndStops();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });

  it('a stranger that got the process number of the launcher is not taken for it', async () => {
    await startsAndStops();
    const state = {
      pid: process.pid,
      startedAt: '2026-01-01T00:00:00Z',
      address: `http://localhost:${port}`,
    };
    writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
    await startsAndStops();
  });
});

describe('what the person who starts it can put right', () => {
  it('a port that is taken: names the setting and leaves nothing running', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const { code, output } = await launch().ended;
    other.close();

    expect(code).toBe(1);
    expect(output).toContain(`WEERBAAR_PORT: poort ${port} is al in gebruik`);
    await untilNothingRuns(folder);
  });

  it('a data folder that is a file', async () => {
    onFolderOfItsOwn();
    folder = join(folder, 'file');
    writeFileSync(folder, '');
    const { code, output } = await launch().ended;

    expect(code).toBe(1);
    expect(output).toContain('WEERBAAR_DATA_DIR');
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('a folder with files of somebody else', async () => {
    onFolderOfItsOwn();
    writeFileSync(join(folder, 'holiday.jpg'), '');
    const { code, output } = await launch().ended;

    expect(code).toBe(1);
    expect(output).toContain('is niet leeg en niet van Weerbaar');
  });
});
