import { createHash } from 'node:crypto';
import { existsSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createOrganisation, inDatabase, weerbaar, workFolder } from './support/weerbaar.js';

/** Text that ends lines in some eyes, markup, and what is neither null nor empty in JSON. */
const hostileName = `A\u2028B "C" \\D 'E' <script>\r\n\tF`;

describe('backup and restore', () => {
  let work: string;
  let backup: string;
  const place = (name: string) => join(work, name);

  beforeAll(async () => {
    work = workFolder();
    backup = place('weerbaar.backup');
    await createOrganisation(place('data'));
    await inDatabase(place('data'), async (query) => {
      await query(`insert into person (id, name) values (gen_random_uuid(), ${quoted(hostileName)})`);
      await query(`insert into figures_snapshot (id, year, reference_date, taken_at, hash, figures)
        values (gen_random_uuid(), 2026, '2026-12-31', '2026-12-31 23:59:59.123456+01', repeat('0', 64), 'null')`);
      await query(`insert into job_run (id, job, subject, state, progress, attempt, created_at)
        values ('00000000-0000-7000-8000-000000000001', 'a', 'handed-over', 'running', 20, 1, now()),
               ('00000000-0000-7000-8000-000000000002', 'a', 'lost', 'queued', 0, 0, now())`);
      await query(`insert into outbox_event (id, job, payload, job_run_id, created_at, relayed_at)
        values (gen_random_uuid(), 'a', '{}', '00000000-0000-7000-8000-000000000001', now(), now())`);
      await query(`insert into session (token_hash, id, account_id, method, assurance, provider_roles, may_enrol, device,
                                        created_at, last_seen_at, expires_at)
        select decode(repeat('ab', 32), 'hex'), gen_random_uuid(), id, 'password', 'password', '{}', true, '',
               now(), now(), now() + interval '1 day' from account`);
    });
    const made = await weerbaar(place('data'), 'backup', '--out', backup);
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toContain(join('data', 'keys', 'secret.key'));
  });

  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('is for the eyes of its maker only and holds no key of the installation', () => {
    const key = readFileSync(join(place('data'), 'keys', 'secret.key'), 'utf8').trim();
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(gunzipSync(readFileSync(backup)).includes(key)).toBe(false);
  });

  it('never replaces a file', async () => {
    const before = readFileSync(backup);
    const again = await weerbaar(place('data'), 'backup', '--out', backup);
    expect(again.code).toBe(1);
    expect(again.errors).toContain('exists already');
    expect(readFileSync(backup).equals(before)).toBe(true);
  });

  it('gives the same rows back, with an audit log that verifies', async () => {
    const restored = await weerbaar(place('restored'), 'restore', backup);
    expect(restored).toMatchObject({ code: 0, errors: '' });
    expect(readdirSync(work)).not.toContain('restored.restoring');

    const [before, after] = [await rowsOf(place('data')), await rowsOf(place('restored'))];
    const {
      job_run: jobs,
      outbox_event: events,
      session: sessions,
      one_time_link: links,
      ...others
    } = before;
    const {
      job_run: jobsAfter,
      outbox_event: eventsAfter,
      session: sessionsAfter,
      one_time_link: linksAfter,
      ...othersAfter
    } = after;
    expect(othersAfter).toEqual(others);
    expect(others['person']).toHaveLength(2);
    expect([jobsAfter, eventsAfter].map((rows) => rows?.length)).toEqual([jobs?.length, events?.length]);
    expect([sessions?.length, sessionsAfter?.length]).toEqual([1, 0]);
    expect([links?.length, linksAfter?.length]).toEqual([1, 0]);

    cpSync(join(place('data'), 'keys'), join(place('restored'), 'keys'), { recursive: true });
    const verified = await weerbaar(place('restored'), 'audit', 'verify', '--json');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.output)).toMatchObject([{ organisation: 'proef', intact: true }]);
  });

  it('has unfinished jobs done anew, and lets the others be asked for again', async () => {
    const jobs = await inDatabase(place('restored'), (query) =>
      query(`select r.subject, r.state, e.id is not null as event, e.relayed_at
               from job_run r left join outbox_event e on e.job_run_id = r.id order by r.subject`),
    );
    expect(jobs).toEqual([
      { subject: 'handed-over', state: 'running', event: true, relayed_at: null },
      { subject: 'lost', state: 'failed', event: false, relayed_at: null },
    ]);
  });

  it('never restores over a folder that is in use', async () => {
    const refused = await weerbaar(place('data'), 'restore', backup);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain('is not empty');
  });

  const text = () => gunzipSync(readFileSync(backup)).toString();
  const damages: readonly (readonly [string, () => Buffer, string])[] = [
    ['broken off', () => readFileSync(backup).subarray(0, -100), 'broken off or damaged'],
    ['without its end', () => gzipSync(text().split('\n').slice(0, -2).join('\n')), 'broken off or damaged'],
    [
      'with a changed name',
      () => gzipSync(text().replace('A. Jansen', 'B. Jansen')),
      'broken off or damaged',
    ],
    ['with a line more', () => gzipSync(`${text()}["more"]\n`), 'broken off or damaged'],
    ['that is something else', () => Buffer.from('no backup'), 'no backup of Weerbaar'],
    [
      'of a newer version',
      () => sealedAnew(text().replace('AnnualCycle1795000000007', 'Later1895000000001')),
      'another or newer Weerbaar',
    ],
  ];

  it.each(damages)('refuses a backup %s before anything is made', async (name, content, reason) => {
    const file = place(`${name.replaceAll(' ', '-')}.backup`);
    writeFileSync(file, content());
    const target = place('never');
    const refused = await weerbaar(target, 'restore', file);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain(reason);
    expect([target, `${target}.restoring`].filter((path) => existsSync(path))).toEqual([]);
  });
});

function quoted(value: string): string {
  return `'${value.replaceAll(`'`, `''`)}'`;
}

/** Every row of every table of a data folder, as PostgreSQL writes it. */
function rowsOf(dataFolder: string): Promise<Record<string, readonly string[]>> {
  return inDatabase(dataFolder, async (query) => {
    const tables = await query(
      `select relname::text as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    const rows: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const found = await query(`select to_jsonb(t)::text || t::text as row from ${String(name)} t`);
      rows[String(name)] = found.map(({ row }) => String(row)).toSorted();
    }
    return rows;
  });
}

/** With the checksum that belongs to the changed text. */
function sealedAnew(text: string): Buffer {
  const lines = text.trimEnd().split('\n');
  const content = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  const seal = { ...(JSON.parse(lines.at(-1) ?? '') as object), sha256: sha256(content) };
  return gzipSync(`${content}${JSON.stringify(seal)}\n`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
