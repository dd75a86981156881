import type { MigrationClass } from '@weerbaar/kernel/database';
import { Organisations1795000000001 } from './0001-organisations.js';
import { PeopleAndIdentity1795000000002 } from './0002-people-and-identity.js';

/** Every change of the schema, in order. */
export const migrations: readonly MigrationClass[] = [Organisations1795000000001, PeopleAndIdentity1795000000002];
