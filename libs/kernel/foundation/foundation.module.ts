import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '@weerbaar/kernel/audit';
import { type Clock, ClockModule } from '@weerbaar/kernel/clock';
import { ConfigModule, type Settings } from '@weerbaar/kernel/config';
import { DatabaseModule, type EntityClass } from '@weerbaar/kernel/database';
import { FiguresModule } from '@weerbaar/kernel/figures';
import { FilesModule } from '@weerbaar/kernel/files';
import { houseStyleEntities, HouseStyleModule } from '@weerbaar/kernel/house-style';
import { identityEntities, IdentityModule } from '@weerbaar/kernel/identity';
import { MailModule } from '@weerbaar/kernel/mail';
import { NoticesModule } from '@weerbaar/kernel/notices';
import {
  organisationProfileEntities,
  OrganisationProfileModule,
} from '@weerbaar/kernel/organisation-profile';
import { OrganisationsModule } from '@weerbaar/kernel/organisations';
import { PersonalDataModule } from '@weerbaar/kernel/personal-data';
import { SecretsModule } from '@weerbaar/kernel/secrets';
import { TasksModule } from '@weerbaar/kernel/tasks';
import { ThrottleModule } from '@weerbaar/kernel/throttle';

export interface Foundation {
  readonly settings: Settings;
  /** Of the parts this process carries. */
  readonly entities: readonly EntityClass[];
  /** Shown in the list of connections of the database. */
  readonly applicationName: string;
  /** Absent: the time of the machine. */
  readonly clock?: Clock;
}

/**
 * What every process stands on: settings, clock, database, organisations, secrets, identity, audit, files, figures,
 * house style, personal data, mail, notices, tasks.
 */
@Module({})
export class FoundationModule {
  /** For api, worker and most commands; a role with more rights than needed is refused. */
  static asApplication(foundation: Foundation): DynamicModule {
    const { DATABASE_URL: url } = foundation.settings;
    if (!url) throw new Error('DATABASE_URL is required');
    return FoundationModule.on(foundation, DatabaseModule.asApplication(connection(foundation, url)));
  }

  /** For the commands that make organisations. */
  static asOwner(foundation: Foundation): DynamicModule {
    const { DATABASE_OWNER_URL: url } = foundation.settings;
    if (!url) throw new Error('DATABASE_OWNER_URL is required');
    return FoundationModule.on(foundation, DatabaseModule.asOwner(connection(foundation, url)));
  }

  private static on({ settings, clock }: Foundation, database: DynamicModule): DynamicModule {
    return {
      module: FoundationModule,
      imports: [
        ConfigModule.with(settings),
        clock ? ClockModule.with(clock) : ClockModule,
        database,
        OrganisationsModule,
        SecretsModule,
        ThrottleModule,
        AuditModule,
        FilesModule,
        FiguresModule,
        HouseStyleModule,
        OrganisationProfileModule,
        PersonalDataModule,
        MailModule,
        IdentityModule,
        NoticesModule,
        TasksModule,
      ],
    };
  }
}

function connection({ settings, entities, applicationName }: Foundation, url: string) {
  return {
    url,
    pool: settings.DATABASE_POOL,
    entities: [...identityEntities, ...houseStyleEntities, ...organisationProfileEntities, ...entities],
    applicationName,
  };
}
