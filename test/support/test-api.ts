import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type INestApplicationContext, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { hash } from '@node-rs/argon2';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { vi } from 'vitest';
import { annualCycleEntities, AnnualCycleModule } from '@weerbaar/annual-cycle';
import { catalogueEntities, CatalogueModule } from '@weerbaar/catalogue';
import { peopleEntities, PeopleModule, PersonService } from '@weerbaar/people';
import { type Environment, readSettings, type Settings } from '@weerbaar/kernel/config';
import { operatorActor, type Role } from '@weerbaar/kernel/context';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { type Assurance, assuranceFor } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import { AccountService, codeAt } from '@weerbaar/kernel/identity';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { OrganisationCreation } from '@weerbaar/kernel/organisations';
import { type ReadMail, readMail } from '@weerbaar/kernel/mail';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { createApi } from '../../apps/api/create-api.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { temporaryFolder } from './embedded-postgres.js';
import { TestClient } from './test-client.js';

export interface TestPerson {
  readonly personId: string;
  readonly accountId: string;
}

/** An organisation as `weerbaar organisation create` makes it, with people who can sign in. */
export interface TestOrganisation {
  readonly id: string;
  readonly host: string;
  readonly people: Readonly<Record<string, TestPerson>>;
  /** Somebody who is not signed in. */
  visitor(): TestClient;
  /** With everything that is asked of them: a password, and a second factor where a role needs one. */
  signIn(name: string): Promise<TestClient>;
  /** With a password alone. */
  signInHalf(name: string): Promise<TestClient>;
  /** In a session that proves so much and no more, whatever the person can prove. */
  signInBy(name: string, assurance: Assurance): Promise<TestClient>;
}

/** The real API on a database of its own. Not real: the network, which is skipped. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** @param people sign-in name -> roles. */
  createOrganisation(
    slug: string,
    people: Readonly<Record<string, readonly Role[]>>,
  ): Promise<TestOrganisation>;
  /** With the services of the operator's command line, as the owner of the database. */
  asOperator<T>(
    organisation: TestOrganisation,
    work: (app: INestApplicationContext) => Promise<T>,
  ): Promise<T>;
  /** The real worker, in this process, until the API is closed. */
  startWorker(): Promise<void>;
  /** What was mailed since the API was opened, to whomever. */
  mails(): readonly ReadMail[];
  /** From here on it is this moment for the API, until another is set. */
  setTime(moment: Date): void;
  /** Past row-level security and past every right: to look at, or to set up what time would bring. */
  asSuperuser<T extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export const testPassword = 'een-wachtwoord-om-te-proeven';
/** In the authenticator app of everybody in the tests who needs one. */
export const testAuthenticatorSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

// Requests are many and what goes well is not news.
Logger.overrideLogger(['warn', 'error', 'fatal']);

export async function openTestApi(environment: Environment = {}): Promise<TestApi> {
  const database = await openTestDatabase();
  const mailFolder = temporaryFolder();
  const settings = readSettings({
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    WEERBAAR_SECRET: 'ab'.repeat(32),
    WEERBAAR_MAIL_FOLDER: mailFolder,
    WEERBAAR_MAIL_FROM: 'weerbaar@voorbeeld.example',
    ...environment,
  });
  // Passport knows one strategy of a name in a process: of what is made last. That must be the API.
  const maker = await NestFactory.createApplicationContext(makerModule(settings), { logger: false });
  const app = await createApi(settings);
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  // As weak as can be: what takes long on purpose is tested where it matters, and tests sign in a lot.
  const passwordHash = await hash(testPassword, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
  let worker: INestApplicationContext | undefined;
  const asSuperuser: TestApi['asSuperuser'] = async <T extends pg.QueryResultRow>(
    sql: string,
    parameters: readonly unknown[] = [],
  ) => (await superuser.query<T>(sql, [...parameters])).rows;

  return {
    app,
    database,
    createOrganisation: (slug, people) =>
      makeOrganisation({ app, maker, passwordHash, asSuperuser }, slug, people),
    asOperator: (organisation, work) => database.asOrganisation(organisation.id, () => work(maker)),
    startWorker: async () => {
      worker ??= await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: false });
    },
    mails: () =>
      globSync(join(mailFolder, '*.eml'))
        .toSorted()
        .map((file) => readMail(readFileSync(file, 'utf8'))),
    setTime: (moment) => {
      vi.spyOn(app.get(Clock), 'now').mockImplementation(() => new Date(moment));
    },
    asSuperuser,
    close: async () => {
      rmSync(mailFolder, { recursive: true, force: true });
      await superuser.end();
      await worker?.close();
      await maker.close();
      await app.close();
      await database.close();
    },
  };
}

@Module({})
class OrganisationMaker {}

/** What the operator's command carries: every part that sets itself up, as the owner of the database. */
function makerModule(settings: Settings) {
  return {
    module: OrganisationMaker,
    imports: [
      FoundationModule.asOwner({
        settings,
        entities: [...peopleEntities, ...catalogueEntities, ...annualCycleEntities],
        applicationName: 'test maker',
      }),
      JobsModule.forDispatch(),
      PeopleModule,
      CatalogueModule,
      AnnualCycleModule,
    ],
  };
}

interface Making {
  readonly app: NestFastifyApplication;
  readonly maker: INestApplicationContext;
  readonly passwordHash: string;
  readonly asSuperuser: TestApi['asSuperuser'];
}

async function makeOrganisation(
  { app, maker, passwordHash, asSuperuser }: Making,
  slug: string,
  wanted: Readonly<Record<string, readonly Role[]>>,
): Promise<TestOrganisation> {
  const host = `${slug}.localhost`;
  const organisation = {
    slug,
    name: `Gemeente ${slug}`,
    hosts: [{ host, purpose: 'staff' as const }],
  };
  const people: Record<string, TestPerson> = {};
  const { id } = await maker.get(OrganisationCreation).create(operatorActor, organisation, async (made) => {
    for (const [signInName, roles] of Object.entries(wanted)) {
      const person = await maker
        .get(PersonService)
        .add(operatorActor, { name: `${signInName} van ${slug}`, roles });
      const newAccount = {
        personId: person.id,
        signInName,
        passwordHash,
        ...(needsSecondFactor(roles) && { authenticatorSecret: testAuthenticatorSecret }),
      };
      const account = await maker.get(AccountService).create(operatorActor, newAccount);
      people[signInName] = { personId: person.id, accountId: account.id };
    }
    return made;
  });
  const visitor = (): TestClient => new TestClient(app, host);
  const signInHalf = async (name: string): Promise<TestClient> => {
    const client = visitor();
    const answer = await client.post('/sessions', { signInName: name, password: testPassword });
    if (answer.statusCode !== 204) throw new Error(`${name} could not sign in: ${answer.body}`);
    return client;
  };
  const signIn = async (name: string): Promise<TestClient> => {
    const client = await signInHalf(name);
    if (!needsSecondFactor(wanted[name] ?? [])) return client;
    // A code counts once, and tests sign in faster than codes change.
    await asSuperuser('update second_factor set last_step = 0 where account_id = $1', [
      people[name]?.accountId,
    ]);
    const code = codeAt(testAuthenticatorSecret, app.get(Clock).now());
    const answer = await client.post('/sessions/current/_step-up', { code });
    if (answer.statusCode !== 204) throw new Error(`${name} has no second factor: ${answer.body}`);
    return client;
  };
  const signInBy = async (name: string, assurance: Assurance): Promise<TestClient> => {
    const client = await signInHalf(name);
    const session = (await client.get('/sessions/current')).json();
    await asSuperuser('update session set assurance = $2 where id = $1', [session.id, assurance]);
    return client;
  };
  return { id, host, people, visitor, signIn, signInHalf, signInBy };
}

function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => assuranceFor(role) !== 'password');
}
