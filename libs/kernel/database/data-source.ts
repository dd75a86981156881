import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

export type EntityClass = abstract new (...parameters: never[]) => object;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: readonly EntityClass[];
  readonly migrations?: readonly MigrationClass[];
  readonly applicationName: string;
}

export function createDataSource(options: DatabaseOptions): DataSource {
  const configuration: DataSourceOptions = {
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as Exclude<DataSourceOptions['entities'], undefined>,
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    applicationName: options.applicationName,
    // A request that can get no connection must fail clearly instead of waiting for ever.
    poolSize: options.pool,
    connectTimeoutMS: 10_000,
    // Only our own SQL creates anything; TypeORM's automatic extension install would need rights.
    installExtensions: false,
    synchronize: false,
    logging: false,
  };
  return new DataSource(configuration);
}
