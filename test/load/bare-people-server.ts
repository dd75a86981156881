/**
 * The least that lists people: Fastify, the driver, and the queries of the product in a transaction of the product's
 * kind. No session, no roles, no validation, no problem details. On the address its parent sends.
 */
import fastify from 'fastify';
import pg from 'pg';

export interface BarePeopleServer {
  readonly databaseUrl: string;
  readonly pool: number;
  readonly organisationId: string;
  readonly port: number;
}

interface Asked {
  readonly Querystring: {
    readonly q?: string;
    readonly departmentId?: string;
    readonly day: string;
    readonly page: string;
  };
}

const pageSize = 50;

const filters = {
  word: 'p.id in (select w.person_id from person_name_word w where w.word ^@ $1)',
  department: `p.id in (select e.person_id from employment_period e
                         where e.during @> $1::date and e.department_id = any ($2::uuid[]))`,
} as const;

/** The filter of the product is a department and all below it, and so is this one. */
async function withAllBelow(
  client: pg.PoolClient,
  departmentId: string | undefined,
  day: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive below as (
       select department_id from department_period where department_id = $1 and during @> $2::date
       union
       select p.department_id from department_period p join below b on p.parent_id = b.department_id
        where p.during @> $2::date)
     select department_id as id from below`,
    [departmentId, day],
  );
  return rows.map(({ id }) => id);
}

async function serve({ databaseUrl, pool: max, organisationId, port }: BarePeopleServer): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  const app = fastify();
  app.get<Asked>('/persons', async ({ query: { q, departmentId, day, page } }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.actor_id', $2, true)`,
        [organisationId, ''],
      );
      const [filter, parameters] =
        q === undefined
          ? [filters.department, [day, await withAllBelow(client, departmentId, day)]]
          : [filters.word, [q]];
      const { rows: persons } = await client.query<{ id: string }>(
        `select p.id, p.version, p.name, p.job_title, p.email from person p
          where ${filter} order by p.name, p.id limit ${pageSize} offset ${(Number(page) - 1) * pageSize}`,
        parameters,
      );
      const { rows: count } = await client.query(`select count(1) from person p where ${filter}`, parameters);
      const { rows: places } = await client.query(
        `select distinct e.person_id, e.department_id, d.name
           from employment_period e
           join department_period d on d.department_id = e.department_id and d.during @> $2::date
          where e.person_id = any ($1::uuid[]) and e.during @> $2::date
          order by d.name, e.department_id`,
        [persons.map(({ id }) => id), day],
      );
      await client.query('commit');
      return { persons, count, places };
    } finally {
      client.release();
    }
  });
  await app.listen({ host: '127.0.0.1', port });
}

process.once('message', (options: BarePeopleServer) => {
  void serve(options).then(() => process.send?.('listening'));
});
process.once('disconnect', () => process.exit());
