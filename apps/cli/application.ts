import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '@weerbaar/kernel/config';
import { runInContext } from '@weerbaar/kernel/context';
import { newId } from '@weerbaar/kernel/database';
import { Readiness } from '@weerbaar/kernel/health';
import { type Organisation, OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import { CommandModule, type DatabaseUser } from './command.module.js';
import { connecting } from './connecting.js';

/**
 * Does the work of a command with the services of the application.
 * @throws Problem `not-ready` when the database is not of this version.
 */
export async function withApplication<T>(
  settings: Settings,
  user: DatabaseUser,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await start(settings, user);
  try {
    await app.get(Readiness, { strict: false }).require();
    return await work(app);
  } finally {
    await app.close();
  }
}

/**
 * The organisation a command is for.
 * @param slug may be absent when there is only one.
 * @throws Problem `invalid-input` that names those there are.
 */
export async function organisationOf(
  app: INestApplicationContext,
  slug: string | undefined,
): Promise<Organisation> {
  const all = await app.get(OrganisationDirectory).all();
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((known) => known.slug === slug);
  if (found) return found;
  const known = all.map((organisation) => organisation.slug).join(', ');
  throw Problem.invalid({
    path: '--organisation',
    code: 'unknown-organisation',
    message: known
      ? { nl: `kies een van: ${known}`, en: `choose one of: ${known}` }
      : { nl: 'er is nog geen organisatie', en: 'there is no organisation yet' },
  });
}

export function inOrganisation<T>({ id }: Organisation, work: () => T): T {
  return runInContext({ organisationId: id, actorId: null, correlationId: newId(), origin: 'command' }, work);
}

function start(settings: Settings, user: DatabaseUser): Promise<INestApplicationContext> {
  const module = CommandModule.with(settings, user);
  return connecting(user === 'owner' ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', () =>
    NestFactory.createApplicationContext(module, { logger: false, abortOnError: false }),
  );
}
