/** Real here: everything `npm start` starts. */
import { Installation } from './support/installation.js';
import { find, untilNothingRuns } from './support/processes.js';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.prepare();
});

afterEach(() => installation.end());

afterAll(() => installation.remove());

describe('npm start', () => {
  it('is ready, and ends without a fault on Ctrl-C', async () => {
    const program = await installation.start();

    expect((await fetch(`${installation.address}/health/ready`)).status).toBe(200);
    program.kill('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0 });
    await untilNothingRuns(installation.folder);
  });

  it.each(['api', 'worker'])('ends everything when the %s is killed, and starts again', async (name) => {
    const program = await installation.start();
    process.kill(find(installation.folder, `dist/apps/${name}/main.js`), 'SIGKILL');

    const { code, output } = await program.ended;
    expect(code).toBe(1);
    expect(output).toContain(`${name} is onverwacht gestopt`);
    await untilNothingRuns(installation.folder);
    (await installation.start()).kill('SIGINT');
  });

  it('leaves nothing running when it is killed itself', async () => {
    const program = await installation.start();
    program.kill('SIGKILL');

    await untilNothingRuns(installation.folder);
  });
});
