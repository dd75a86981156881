/** Real here: everything `npm start` starts. */
import { rmSync } from 'node:fs';
import { temporaryFolder } from '../support/embedded-postgres.js';
import { find, freePort, Program, untilNothingRuns } from './support/processes.js';

let folder: string;
let port: number;
const started: Program[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  port = await freePort();
});

afterEach(async () => {
  for (const program of started.splice(0)) program.kill('SIGKILL');
  await untilNothingRuns(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<Program> {
  const program = new Program('../../../apps/standalone/start.mjs', [], {
    WEERBAAR_PORT: String(port),
    WEERBAAR_DATA_DIR: folder,
  });
  started.push(program);
  await program.untilPrinted('is ready');
  return program;
}

describe('npm start', () => {
  it('is ready, and ends without a fault on Ctrl-C', async () => {
    const program = await start();

    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200);
    program.kill('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0 });
    await untilNothingRuns(folder);
  });

  it.each(['api', 'worker'])('ends everything when the %s is killed, and starts again', async (name) => {
    const program = await start();
    process.kill(find(folder, `dist/apps/${name}/main.js`), 'SIGKILL');

    const { code, output } = await program.ended;
    expect(code).toBe(1);
    expect(output).toContain(`${name} is onverwacht gestopt`);
    await untilNothingRuns(folder);
    (await start()).kill('SIGINT');
  });

  it('leaves nothing running when it is killed itself', async () => {
    const program = await start();
    program.kill('SIGKILL');

    await untilNothingRuns(folder);
  });
});
