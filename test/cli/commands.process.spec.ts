import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey, publicKeyOf } from '@weerbaar/kernel/identity';
import { type HostileProvider, startHostileProvider } from '../support/hostile-provider.js';
import { createOrganisation, inDatabase, type Outcome, weerbaar, workFolder } from './support/weerbaar.js';

/** The compiled commands against the embedded database of a new data folder; nothing else runs. */
describe('the commands of the operator', () => {
  let folder: string;
  let created: Outcome;

  beforeAll(async () => {
    folder = join(workFolder(), 'data');
    created = await createOrganisation(folder);
    await inDatabase(folder, (query) =>
      query(`insert into annual_cycle (id, year, phase) values (gen_random_uuid(), 2026, 'report')`),
    );
  });

  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  describe('organisation create', () => {
    it('gives the first administrator a link that can be used once', async () => {
      const token = /account-activations#token=([\w-]{43})/.exec(created.output)?.[1];
      expect(created).toMatchObject({ code: 0, errors: '' });
      expect(created.output).toContain(`"token":"${token}"`);
      const links = await inDatabase(folder, (query) =>
        query(`select encode(token_hash, 'hex') as hash, used_at from one_time_link`),
      );
      expect(links).toEqual([{ hash: createHash('sha256').update(token!).digest('hex'), used_at: null }]);
    });

    it('makes the administrator an employee as well', async () => {
      const roles = await inDatabase(folder, (query) =>
        query('select role from role_assignment order by role'),
      );
      expect(roles).toEqual([{ role: 'administrator' }, { role: 'employee' }]);
    });

    it('refuses a slug that is taken, and says so', async () => {
      const again = await createOrganisation(folder);
      expect(again).toMatchObject({ code: 1, output: '' });
      expect(again.errors).toContain('"proef" is already in use.');
    });

    it('refuses an address with a scheme before it opens any database', async () => {
      const wrong = await weerbaar('/nowhere', 'organisation', 'create', '--host', 'https://proef.example/');
      expect(wrong.code).toBe(1);
      expect(wrong.errors).toContain("'https://proef.example/' is invalid");
    });
  });

  describe('administrator invite', () => {
    const invite = (...more: readonly string[]) =>
      weerbaar(
        folder,
        'administrator',
        'invite',
        '--name',
        'B. Visser',
        '--email',
        'b.visser@proef.example',
        ...more,
      );
    const tokenIn = ({ output }: Outcome) => /account-activations#token=([\w-]{43})/.exec(output)?.[1];

    it('makes one more administrator, and lets the same one begin anew', async () => {
      const [first, second] = [await invite(), await invite()];
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(tokenIn(second)).not.toBe(tokenIn(first));
      const links = await inDatabase(folder, (query) =>
        query(`select count(*)::int as links, count(*) filter (where used_at is null)::int as open
                 from one_time_link l join account a on a.id = l.account_id
                where a.sign_in_name = 'b.visser@proef.example'`),
      );
      expect(links).toEqual([{ links: 2, open: 1 }]);
      const roles = await inDatabase(folder, (query) =>
        query(`select count(*)::int as administrators from role_assignment where role = 'administrator'`),
      );
      expect(roles).toEqual([{ administrators: 2 }]);
    });
  });

  it('migrate can be repeated', async () => {
    expect(await weerbaar(folder, 'migrate')).toEqual({
      code: 0,
      output: 'The database is up to date.\n',
      errors: '',
    });
  });

  describe('annual-plan', () => {
    const plan = ['annual-plan', '--year', '2026', '--edition', 'public'];
    const out = () => join(folder, '..', 'documents');

    it('makes six files, shows the steps, and makes the same bytes again', async () => {
      mkdirSync(out());
      writeFileSync(join(out(), 'notes.txt'), 'mine');
      const first = await weerbaar(folder, ...plan, '--out', out());
      const files = readdirSync(out()).filter((name) => name !== 'notes.txt');
      const checksums = checksumsOf(out());
      const second = await weerbaar(folder, ...plan, '--out', out());

      expect(first).toMatchObject({ code: 0, errors: '' });
      expect(first.output).toContain('100% done');
      expect(files.map((name) => name.slice(name.lastIndexOf('.') + 1)).toSorted()).toEqual([
        'docx',
        'html',
        'ods',
        'pdf',
        'pdf',
        'zip',
      ]);
      for (const name of files) expect(first.output).toContain(name);
      expect(second.code).toBe(0);
      expect(checksumsOf(out())).toEqual(checksums);
      expect(readFileSync(join(out(), 'notes.txt'), 'utf8')).toBe('mine');
    });

    it('says that there is no such year', async () => {
      const unknown = await weerbaar(
        folder,
        'annual-plan',
        '--year',
        '2031',
        '--edition',
        'public',
        '--out',
        out(),
      );
      expect(unknown).toMatchObject({ code: 1, output: '' });
      expect(unknown.errors).toBe('Not found: There is no annual cycle for 2031.\n');
    });

    it('names the organisations there are', async () => {
      const unknown = await weerbaar(folder, ...plan, '--organisation', 'elders', '--out', out());
      expect(unknown.code).toBe(1);
      expect(unknown.errors).toContain('--organisation: choose one of: proef');
    });

    it('says it when the folder can not be one', async () => {
      const file = join(out(), 'notes.txt');
      const refused = await weerbaar(folder, ...plan, '--out', file);
      expect(refused.code).toBe(1);
      expect(refused.errors).toContain(`${file} is niet te schrijven`);
    });
  });

  describe('identity-provider', () => {
    let provider: HostileProvider;
    const callback = 'http://proef.localhost:3000/api/v1/provider-sign-ins/_callback';
    const set = (...more: string[]) => weerbaar(folder, ...command('set'), ...more);
    const command = (what: string) => [
      'identity-provider',
      what,
      '--organisation',
      'proef',
      ...(what === 'set' ? ['--issuer', provider.issuer, '--client-id', 'weerbaar'] : []),
    ];
    const jwksIn = (output: string) => JSON.parse(output.slice(output.indexOf('{'))) as { keys: object[] };

    beforeAll(async () => {
      provider = await startHostileProvider();
    });

    afterAll(() => provider.stop());

    it('set makes a key, and shows what has to be registered: the public part and the addresses', async () => {
      const groups = ['--group-role', 'Alle medewerkers=employee', 'Leiding=manager'];
      const { code, output, errors } = await set('--strong-acr', 'a, b', ...groups);
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toContain(callback);
      expect(jwksIn(output).keys).toEqual([
        { kty: 'RSA', use: 'sig', alg: 'PS256', kid: expect.any(String), n: expect.any(String), e: 'AQAB' },
      ]);
      const rows = await inDatabase(folder, (query) =>
        query('select strong_acr, group_claim, group_roles, scope, name_claim from identity_provider'),
      );
      expect(rows).toEqual([
        {
          strong_acr: ['a', 'b'],
          group_claim: 'groups',
          group_roles: { 'Alle medewerkers': 'employee', Leiding: 'manager' },
          scope: 'openid email',
          name_claim: 'email',
        },
      ]);
    });

    it('show tells the same, and set keeps the key', async () => {
      const shown = await weerbaar(folder, ...command('show'));
      expect(shown).toMatchObject({ code: 0, errors: '' });
      expect(shown.output).toContain('Alle medewerkers = employee');
      const again = await set();
      expect(jwksIn(again.output)).toEqual(jwksIn(shown.output));
    });

    it('set takes a key or a secret from a file, and never shows it', async () => {
      const file = join(folder, '..', 'credential');
      const key = newSigningKey();
      writeFileSync(file, JSON.stringify(key));
      const byKey = await set('--private-key-file', file);
      expect(jwksIn(byKey.output).keys).toEqual([publicKeyOf(key)]);
      expect(byKey.output).not.toContain(key.d);
      writeFileSync(file, 'een-geheim\n');
      const bySecret = await set('--authentication', 'client_secret_basic', '--client-secret-file', file);
      expect(bySecret).toMatchObject({ code: 0, errors: '' });
      expect(bySecret.output).not.toContain('een-geheim');
    });

    it.each([
      ['a role that two people must give', ['--group-role', 'Beheer=administrator']],
      ['a group twice', ['--group-role', 'A=employee', 'A=manager']],
      ['a scope without openid', ['--scope', 'email']],
      ['a file that is no key', ['--private-key-file', 'package.json']],
      ['a file that is not there', ['--private-key-file', '/nowhere']],
      ['a secret for who proves itself by a key', ['--client-secret-file', 'package.json']],
      ['an address without TLS', ['--issuer', 'http://elders.example']],
      ['a provider that does not answer', ['--issuer', 'http://127.0.0.1:1']],
    ])('set refuses %s', async (_, more) => {
      const refused = await set(...more);
      expect(refused).toMatchObject({ code: 1, output: '' });
      expect(refused.errors).not.toContain('    at ');
    });

    it('remove leaves none', async () => {
      expect(await weerbaar(folder, ...command('remove'))).toMatchObject({ code: 0, errors: '' });
      const shown = await weerbaar(folder, ...command('show'));
      expect(shown).toMatchObject({
        code: 1,
        errors: 'Not found: This organisation has no identity provider.\n',
      });
    });
  });

  describe('demo code', () => {
    it('says where it looked when the demo is elsewhere', async () => {
      const refused = await weerbaar(folder, 'demo', 'code', 'adviseur');
      expect(refused).toMatchObject({ code: 1, output: '' });
      expect(refused.errors).toContain(folder);
      expect(refused.errors).toContain('WEERBAAR_DATA_DIR');
    });
  });

  describe('audit verify', () => {
    it('reports each organisation', async () => {
      const { code, output } = await weerbaar(folder, 'audit', 'verify', '--json');
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject([{ organisation: 'proef', intact: true, findings: [] }]);
    });

    it('ends with 2 and names the entry that was slipped in', async () => {
      const [slipped] = await inDatabase(folder, (query) =>
        query(`insert into audit_entry
                 select organisation_id, gen_random_uuid(), occurred_at, actor_kind, actor_account_id, action,
                        object_type, object_id, result, origin, correlation_id, content_hash
                   from audit_entry limit 1 returning id`),
      );
      const { code, output } = await weerbaar(folder, 'audit', 'verify');
      expect(code).toBe(2);
      expect(output).toContain('proef: NOT intact');
      expect(output).toContain(`entry ${String(slipped?.['id'])}: added past Weerbaar (inserted)`);
    });
  });
});

function checksumsOf(folder: string): readonly string[] {
  return readdirSync(folder).map((name) =>
    createHash('sha256')
      .update(name)
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  );
}
