import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';

/**
 * The walls between organisations as they stand in the catalogue of PostgreSQL after all migrations.
 * Real: the migrated database. Whoever adds a table of an organisation by hand, and forgets, fails here.
 */

/** Tables that belong to no organisation or are read before it is known which one; each with all its grants. */
const exempt: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  organisation: { weerbaar_application: ['SELECT'], weerbaar_relay: ['SELECT'] },
  organisation_host: { weerbaar_application: ['SELECT'], weerbaar_relay: ['SELECT'] },
  migration: { weerbaar_application: ['SELECT'] },
  outbox_event: {
    weerbaar_application: ['INSERT'],
    weerbaar_relay: ['DELETE', 'SELECT', 'UPDATE (relayed_at)'],
  },
};

const condition = `(organisation_id = ( SELECT (current_setting('app.organisation_id'::text))::uuid AS current_setting))`;

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.close();
});

async function rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  return (await superuser.query<T>(sql)).rows;
}

/** All tables, also partitions and those of other kinds that hold rows. */
async function tables(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'm') order by 1`,
  );
  return found.map(({ name }) => name);
}

async function guardedTables(): Promise<string[]> {
  return (await tables()).filter((name) => !(name in exempt));
}

describe('every table of an organisation', () => {
  it('is found, and the exceptions are there', async () => {
    expect(await tables()).toEqual(expect.arrayContaining(Object.keys(exempt)));
    expect(await guardedTables()).toEqual(
      expect.arrayContaining(['person', 'session', 'action', 'file_chunk', 'audit_entry']),
    );
  });

  it('says whose it is: filled in by the database, never empty, an organisation that exists', async () => {
    const columns = await rows<{ name: string }>(
      `select c.relname as name
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
         join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relnamespace = 'public'::regnamespace and a.attnotnull and a.atttypid = 'uuid'::regtype
          and pg_get_expr(d.adbin, d.adrelid) = '(current_setting(''app.organisation_id''::text))::uuid'
        order by 1`,
    );
    const named = columns.map(({ name }) => name).filter((name) => !(name in exempt));
    expect(named).toEqual(await guardedTables());
  });

  it('has row-level security that not even its owner passes', async () => {
    const secured = await rows<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`,
    );
    expect(secured.map(({ name }) => name)).toEqual(await guardedTables());
  });

  it('has a restrictive policy on the organisation, for all who read and for all who write', async () => {
    const policies = await rows<{ name: string; using: string; check: string }>(
      `select tablename as name, qual as using, with_check as check from pg_policies
        where schemaname = 'public' and permissive = 'RESTRICTIVE' and cmd = 'ALL' and roles = '{public}'
          and policyname = tablename || '_of_organisation' order by 1`,
    );
    expect(policies).toEqual(
      (await guardedTables()).map((name) => ({ name, using: condition, check: condition })),
    );
  });

  it('has the organisation in every primary, unique and exclusion key', async () => {
    const keys = await rows<{ key: string }>(
      `select i.indexrelid::regclass::text as key
         from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion)
          and c.relname <> all ($$${literal(Object.keys(exempt))}$$::text[])
          and not exists (select from pg_attribute a
                           where a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnum = any (i.indkey::int2[]))`,
    );
    expect(keys).toEqual([]);
    const [count] = await rows<{ count: number }>(
      `select count(*)::int as count from pg_constraint
        where contype = 'p' and connamespace = 'public'::regnamespace`,
    );
    expect(count?.count).toBe((await tables()).length);
  });

  it('refers to others of the same organisation only', async () => {
    const loose = await rows<{ name: string; definition: string }>(
      `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
        where contype = 'f' and connamespace = 'public'::regnamespace
          and confrelid not in ('organisation'::regclass)
          and pg_get_constraintdef(oid) !~ '^FOREIGN KEY \\(organisation_id, [a-z_, ]+(PERIOD during)?\\) REFERENCES [a-z_]+\\(organisation_id, '`,
    );
    expect(loose).toEqual([]);
  });

  it('can not be emptied, owned or altered by the application, which holds nothing but reading, adding, changing and removing', async () => {
    const grants = await rows<{ privilege: string }>(
      `select distinct privilege_type as privilege from information_schema.role_table_grants
        where table_schema = 'public' and grantee in ('weerbaar_application', 'weerbaar_relay', 'weerbaar_queue', 'weerbaar', 'PUBLIC')
        order by 1`,
    );
    expect(grants.map(({ privilege }) => privilege)).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
  });
});

describe('what belongs to no organisation', () => {
  it.each(Object.entries(exempt))('%s is granted as meant and no further', async (table, meant) => {
    const whole = await rows<{ grantee: string; privilege: string }>(
      `select grantee, privilege_type as privilege from information_schema.role_table_grants
        where table_schema = 'public' and table_name = '${table}' and grantee <> 'weerbaar_owner' order by 1, 2`,
    );
    const ofColumns = await rows<{ grantee: string; privilege: string }>(
      `select g.rolname as grantee, a.privilege_type || ' (' || t.attname || ')' as privilege
         from pg_attribute t, aclexplode(t.attacl) a join pg_roles g on g.oid = a.grantee
        where t.attrelid = 'public.${table}'::regclass order by 1, 2`,
    );
    const grants: Record<string, string[]> = {};
    for (const { grantee, privilege } of [...whole, ...ofColumns]) (grants[grantee] ??= []).push(privilege);
    expect(grants).toEqual(meant);
  });

  it('keeps no text: an outbox event holds ids and codes', async () => {
    const columns = await rows<{ type: string }>(
      `select distinct format_type(atttypid, null) as type from pg_attribute
        where attrelid = 'outbox_event'::regclass and attnum > 0 and attname not in ('job', 'payload')`,
    );
    expect(columns.map(({ type }) => type).toSorted()).toEqual(['timestamp with time zone', 'uuid']);
  });
});

describe('the roles of the database', () => {
  const ours = ['weerbaar', 'weerbaar_application', 'weerbaar_queue', 'weerbaar_relay'];

  it('can bypass nothing and make nothing', async () => {
    const able = await rows<{ name: string }>(
      `select rolname as name from pg_roles where rolname = any ($$${literal(ours)}$$::text[])
          and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`,
    );
    expect(able).toEqual([]);
    const makers = await rows<{ name: string }>(
      `select r as name from unnest($$${literal(ours)}$$::text[]) r
        where has_schema_privilege(r, 'public', 'create') or has_database_privilege(r, current_database(), 'create')`,
    );
    expect(makers).toEqual([]);
  });

  it('own nothing', async () => {
    const owned = await rows<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any ($$${literal(ours)}$$::text[])
       union all
       select p.oid::regprocedure::text from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = any ($$${literal(ours)}$$::text[])`,
    );
    expect(owned).toEqual([]);
  });

  it('of the application has nothing of the relay, the queue or the owner without asking for it', async () => {
    const memberships = await rows<{ role: string; inherits: boolean; may_set: boolean; admin: boolean }>(
      `select g.rolname as role, m.inherit_option as inherits, m.set_option as may_set, m.admin_option as admin
         from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles l on l.oid = m.member
        where l.rolname = 'weerbaar' order by 1`,
    );
    expect(memberships).toEqual([
      { role: 'weerbaar_application', inherits: true, may_set: false, admin: false },
      { role: 'weerbaar_queue', inherits: false, may_set: true, admin: false },
      { role: 'weerbaar_relay', inherits: false, may_set: true, admin: false },
    ]);
  });

  it('of relay and queue reach no table of an organisation', async () => {
    const reached = await rows<{ name: string }>(
      `select relname as name from pg_class, unnest('{weerbaar_relay,weerbaar_queue}'::text[]) r
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname <> all ($$${literal(Object.keys(exempt))}$$::text[])
          and (has_table_privilege(r, oid, 'select, insert, update, delete') or has_any_column_privilege(r, oid, 'select, insert, update'))`,
    );
    expect(reached).toEqual([]);
  });
});

describe('code in the database', () => {
  it('runs with the rights of who calls it', async () => {
    const definers = await rows<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(definers).toEqual([]);
  });

  it('looks through no view with the rights of its owner', async () => {
    const views = await rows<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'v'
          and not coalesce('security_invoker=true' = any (reloptions) or 'security_invoker=on' = any (reloptions), false)`,
    );
    expect(views).toEqual([]);
  });
});

function literal(names: readonly string[]): string {
  return `{${names.join(',')}}`;
}
