import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { requireLeastPrivilege } from './least-privilege.js';
import { TransactionRunner } from './transaction-runner.js';

@Injectable()
class ConnectionCloser implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Module({})
export class DatabaseModule {
  /** As the application role; refuses a role that could pass row-level security. */
  static asApplication(options: DatabaseOptions): DynamicModule {
    return DatabaseModule.with(options, requireLeastPrivilege);
  }

  /** As the owner, for operator commands that make organisations. Row-level security holds all the same. */
  static asOwner(options: DatabaseOptions): DynamicModule {
    return DatabaseModule.with(options, () => Promise.resolve());
  }

  private static with(
    options: DatabaseOptions,
    check: (dataSource: DataSource) => Promise<void>,
  ): DynamicModule {
    const connection = {
      provide: DataSource,
      useFactory: async () => {
        const dataSource = await createDataSource(options).initialize();
        await check(dataSource);
        return dataSource;
      },
    };
    return {
      module: DatabaseModule,
      global: true,
      providers: [connection, TransactionRunner, ConnectionCloser],
      exports: [DataSource, TransactionRunner],
    };
  }
}
