import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';

/** SQL that the database parses and plans once a connection. The name is its identity. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/** One statement outside a transaction, for what every request asks. */
export async function queryPrepared<Row extends object>(
  dataSource: DataSource,
  statement: PreparedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const connection = (await runner.connect()) as ClientBase;
    const { rows } = await connection.query<Row>({ ...statement, values: [...values] });
    return rows;
  } finally {
    await runner.release();
  }
}
