import { Clock } from '@weerbaar/kernel/clock';
import type { ReadMail } from '@weerbaar/kernel/mail';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

// Real: the API, the worker with its queue, PostgreSQL. Not real: the mail server; mails are put in a folder.

let api: TestApi;
let organisation: TestOrganisation;
let administrator: TestClient;

const chosen = 'kies-zelf-een-wachtwoord';

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('uitnodigen', {
    beheerder: ['employee', 'administrator'],
    anna: ['employee'],
  });
  await api.asSuperuser(`update account set email = sign_in_name || '@uitnodigen.example'`);
  administrator = await organisation.signIn('beheerder');
  await api.startWorker();
});

afterAll(() => api.close());

const mailsTo = (address: string): readonly ReadMail[] =>
  api.mails().filter(({ headers }) => headers.get('to') === address);

async function nextMailTo(address: string, earlier: number): Promise<ReadMail> {
  await vi.waitUntil(() => mailsTo(address).length > earlier, 20_000);
  return mailsTo(address)[earlier]!;
}

function tokenIn({ text }: ReadMail): string {
  return /\/account-activations#token=([\w-]{43})/.exec(text)?.[1] ?? '';
}

const activate = (token: string, password: string) =>
  organisation.visitor().post('/account-activations', { token, password });
const signIn = (signInName: string, password: string) =>
  organisation.visitor().post('/sessions', { signInName, password });

async function invitedNewcomer(
  name: string,
): Promise<{ readonly mail: ReadMail; readonly signInName: string }> {
  const person = (await administrator.post('/persons', { name })).json();
  const signInName = `${name.toLowerCase()}@uitnodigen.example`;
  const answer = await administrator.post('/accounts', {
    personId: person.id,
    signInName,
    email: signInName,
  });
  expect([answer.statusCode, answer.json().state]).toEqual([201, 'invited']);
  expect(answer.body).not.toContain('token');
  return { mail: await nextMailTo(signInName, 0), signInName };
}

describe('an invitation', () => {
  it('lets somebody choose a password that nobody else has seen, and sign in', async () => {
    const { mail, signInName } = await invitedNewcomer('Dirk');
    expect((await signIn(signInName, chosen)).statusCode).toBe(401);
    expect((await activate(tokenIn(mail), chosen)).statusCode).toBe(204);
    expect((await signIn(signInName, chosen)).statusCode).toBe(204);
  });

  it('leads to the address at which it was asked for, and says no more than it must', async () => {
    const { mail } = await invitedNewcomer('Els');
    expect(mail.text).toContain(`http://${organisation.host}:3000/account-activations#token=`);
    expect(mail.headers.get('subject')).toBe('Uw toegang tot Weerbaar');
    for (const part of [mail.text, mail.html]) expect(part).not.toContain('Els');
  });

  it('comes also from an organisation whose name was given on two lines', async () => {
    const { version } = (await administrator.get('/organisation-profile')).json();
    await administrator.patch('/organisation-profile', version, { name: 'Gemeente\nNieuwstad' });
    const { mail } = await invitedNewcomer('Gijs');
    expect(mail.text).toContain('Gemeente Nieuwstad werkt met Weerbaar');
  });

  it('replaces the ones before it', async () => {
    const { mail, signInName } = await invitedNewcomer('Fred');
    const [account] = await api.asSuperuser<{ id: string }>(
      'select id from account where sign_in_name = $1',
      [signInName],
    );
    expect((await administrator.post(`/accounts/${account?.id}/invitations`)).statusCode).toBe(204);
    const second = await nextMailTo(signInName, 1);
    expect((await activate(tokenIn(mail), chosen)).statusCode).toBe(404);
    expect((await activate(tokenIn(second), chosen)).statusCode).toBe(204);
  });

  it('leaves no token in the database, the queue or the log', async () => {
    const { mail } = await invitedNewcomer('Gerda');
    const token = tokenIn(mail);
    expect(token).toHaveLength(43);
    const tables = await api.asSuperuser<{ name: string }>(
      `select schemaname || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'queue')`,
    );
    for (const { name } of tables) {
      const rows = await api.asSuperuser<{ row: string }>(`select t::text as row from ${name} t`);
      for (const { row } of rows) {
        expect(row).not.toContain(token);
        expect(row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
      }
    }
  });
});

describe('the mail address of an account', () => {
  const accountOf = async (signInName: string) => {
    const { items } = (await administrator.get('/accounts?pageSize=100')).json();
    return items.find((account: { signInName: string }) => account.signInName === signInName);
  };

  it.each(['jansen', 'jansen@gemeente', 'a@b.example, c@d.example', 'Jansen <a@b.example>'])(
    'is an address: not "%s"',
    async (email) => {
      const { id: personId } = (await administrator.post('/persons', { name: 'Jansen' })).json();
      const answer = await administrator.post('/accounts', { personId, signInName: 'jansen', email });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toMatchObject([{ path: 'email', code: 'mail-address' }]);
    },
  );

  it('is corrected by who made the account, after which the link to the wrong one is worth nothing', async () => {
    const { mail, signInName } = await invitedNewcomer('Hugo');
    const account = await accountOf(signInName);
    const email = 'hugo.goed@uitnodigen.example';
    const answer = await administrator.patch(`/accounts/${account.id}`, account.version, { email });
    expect([answer.statusCode, answer.json().email]).toEqual([200, email]);
    expect((await activate(tokenIn(mail), chosen)).statusCode).toBe(404);

    await administrator.post(`/accounts/${account.id}/invitations`);
    expect((await activate(tokenIn(await nextMailTo(email, 0)), chosen)).statusCode).toBe(204);
    expect((await signIn(signInName, chosen)).statusCode).toBe(204);
    expect(
      await api.asSuperuser(
        `select action from audit_entry
          where action = 'identity.account-changed' and object_id = $1 and actor_account_id = $2`,
        [account.id, organisation.people.beheerder?.accountId],
      ),
    ).toHaveLength(1);
  });

  it('is not overwritten unseen, nor changed by a colleague', async () => {
    const { signInName } = await invitedNewcomer('Ivo');
    const account = await accountOf(signInName);
    const email = 'ivo.goed@uitnodigen.example';
    const path = `/accounts/${account.id}`;
    expect((await administrator.patch(path, account.version + 1, { email })).statusCode).toBe(412);
    const anna = await organisation.signIn('anna');
    expect((await anna.patch(path, account.version, { email })).statusCode).toBe(403);
    expect((await accountOf(signInName)).email).toBe(signInName);
  });

  it('stays while the account holds or awaits a confidential role, whether or not it was used yet', async () => {
    const { signInName } = await invitedNewcomer('Jet');
    const account = await accountOf(signInName);
    const given = await administrator.post('/role-assignments', {
      personId: account.personId,
      role: 'integrity-adviser',
      validFrom: api.app.get(Clock).today(),
    });
    expect(given.statusCode).toBe(201);
    const change = { email: 'van-een-ander@uitnodigen.example' };
    expect((await administrator.patch(`/accounts/${account.id}`, account.version, change)).statusCode).toBe(
      409,
    );
    const own = await accountOf('beheerder');
    expect((await administrator.patch(`/accounts/${own.id}`, own.version, change)).statusCode).toBe(409);
  });
});

describe('a forgotten password', () => {
  const forgot = (signInName: string) => organisation.visitor().post('/password-resets', { signInName });

  it('is replaced by a link in the mail', async () => {
    const earlier = mailsTo('anna@uitnodigen.example').length;
    expect((await forgot('Anna')).statusCode).toBe(204);
    const mail = await nextMailTo('anna@uitnodigen.example', earlier);
    expect(mail.headers.get('subject')).toBe('Een nieuw wachtwoord voor Weerbaar');
    expect((await activate(tokenIn(mail), chosen)).statusCode).toBe(204);
    expect((await signIn('anna', testPassword)).statusCode).toBe(401);
    expect((await signIn('anna', chosen)).statusCode).toBe(204);
  });

  it('leads to the port of the application, whatever port who asks for it names', async () => {
    const earlier = mailsTo('beheerder@uitnodigen.example').length;
    const headers = { host: `${organisation.host}:8443` };
    const asked = { signInName: 'beheerder' };
    expect((await organisation.visitor().post('/password-resets', asked, { headers })).statusCode).toBe(204);
    const { text, html } = await nextMailTo('beheerder@uitnodigen.example', earlier);
    expect(text).toContain(`http://${organisation.host}:3000/account-activations#token=`);
    for (const part of [text, html]) expect(part).not.toContain('8443');
  });

  it('answers the same for a name that nobody has, and mails nobody', async () => {
    const before = api.mails().length;
    const [known, unknown] = [await forgot('beheerder'), await forgot('niemand')];
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    await nextMailTo('beheerder@uitnodigen.example', 0);
    await vi.waitUntil(async () => {
      const waiting = await api.asSuperuser('select from link_request');
      return waiting.length === 0;
    }, 20_000);
    expect(api.mails()).toHaveLength(before + 1);
  });
});

describe('without mail', () => {
  it('an account is not made, rather than one that nobody can use', async () => {
    const quiet = await openTestApi({ WEERBAAR_MAIL_FOLDER: undefined, WEERBAAR_MAIL_FROM: undefined });
    try {
      const there = await quiet.createOrganisation('stil', { beheerder: ['employee', 'administrator'] });
      const client = await there.signIn('beheerder');
      const person = (await client.post('/persons', { name: 'Hans' })).json();
      const account = { personId: person.id, signInName: 'hans', email: 'hans@stil.example' };
      const answer = await client.post('/accounts', account);
      expect([answer.statusCode, answer.json().type]).toEqual([409, '/api/v1/problems/conflict']);
      expect(await quiet.asSuperuser(`select from account where sign_in_name = 'hans'`)).toHaveLength(0);
    } finally {
      await quiet.close();
    }
  });
});
