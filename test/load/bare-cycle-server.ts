/**
 * The least that reads a cycle: Fastify, the driver, and the query of the product in a transaction of the product's
 * kind. No session, no roles, no validation, no problem details. On the address its parent sends.
 */
import fastify from 'fastify';
import pg from 'pg';

export interface BareCycleServer {
  readonly databaseUrl: string;
  readonly pool: number;
  readonly organisationId: string;
  readonly port: number;
}

async function serve({ databaseUrl, pool: max, organisationId, port }: BareCycleServer): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  const app = fastify();
  app.get<{ Params: { year: string } }>('/annual-cycles/:year', async ({ params }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.actor_id', $2, true)`,
        [organisationId, ''],
      );
      const { rows } = await client.query(
        'select id, version, year, phase from annual_cycle where year = $1 limit 1',
        [Number(params.year)],
      );
      await client.query('commit');
      return rows[0] as object;
    } finally {
      client.release();
    }
  });
  await app.listen({ host: '127.0.0.1', port });
}

process.once('message', (options: BareCycleServer) => {
  void serve(options).then(() => process.send?.('listening'));
});
process.once('disconnect', () => process.exit());
