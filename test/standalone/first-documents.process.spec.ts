import { codeAt } from '@weerbaar/kernel/identity';
/** Real here: everything `npm start` starts, with the demo organisation. */
import pg from 'pg';
import { readState } from '@weerbaar/kernel/installation';
import { Installation } from './support/installation.js';
import { find, until, untilNothingRuns } from './support/processes.js';

interface Published {
  readonly kind: string;
  readonly files: readonly { readonly format: string; readonly href: string; readonly size: number }[];
}

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.prepare();
});

afterEach(() => installation.end());

afterAll(() => installation.remove());

async function published(): Promise<readonly Published[]> {
  const answer = await fetch(`${installation.address}/api/v1/publications`);
  return (await answer.json()) as Published[];
}

/** Files that were made for the demo, counted past every right. */
async function madeFiles(): Promise<number> {
  const client = new pg.Client({
    connectionString: readState(installation.folder)?.database?.DATABASE_OWNER_URL,
  });
  await client.connect();
  try {
    const organisations = await client.query<{ id: string }>('select id from organisation');
    await client.query(`select set_config('app.organisation_id', $1, false)`, [organisations.rows[0]?.id]);
    const files = await client.query<{ count: number }>(
      `select count(*)::int as count from file where purpose = 'annual-document'`,
    );
    return files.rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

describe('the first documents', () => {
  it('are finished by the next start when everything is killed while they are made', async () => {
    const first = await installation.start();
    process.kill(find(installation.folder, 'dist/apps/worker/main.js'), 'SIGKILL');
    first.kill('SIGKILL');
    await untilNothingRuns(installation.folder);

    await installation.start();
    await until('two publications', async () => (await published()).length === 2, 60_000);
    const documents = await published();
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual(['plan', 'report']);
    for (const { files } of documents) expect(files).toHaveLength(6);
    expect(await madeFiles()).toBe(12);
    const page = await (await fetch(`${installation.address}/published`)).text();
    for (const { files } of documents) for (const { href } of files) expect(page).toContain(href);
  });

  it('are there at once at every later start, for the demo accounts of before', async () => {
    const program = await installation.start();
    const [, password = '', secret = ''] =
      /^ +adviseur +([a-z0-9-]+) +([A-Z2-7]+)$/m.exec(program.output) ?? [];
    expect(await published()).toHaveLength(2);

    const signedIn = await fetch(`${installation.address}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName: 'adviseur', password }),
    });
    expect(signedIn.status).toBe(204);
    const proven = await fetch(`${installation.address}/api/v1/sessions/current/_step-up`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '',
      },
      body: JSON.stringify({ code: codeAt(secret, new Date()) }),
    });
    expect(proven.status).toBe(204);
  });
});
