import pg from 'pg';
import type { SignedIn } from '@weerbaar/kernel/access';
import { newId } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { RoleAssignment } from './role-assignment.entity.js';
import { RoleAssignmentRepository } from './role-assignment.repository.js';
import { roleAssignmentStates, stateOn } from './role-assignment.states.js';

/**
 * A state is worked out in three places: in code, in the filters of lists and where a session is read. Here
 * they meet, for every combination of what can be recorded. Real: PostgreSQL as the application role.
 */

const today = '2026-06-15';
const days = ['2026-06-13', '2026-06-14', today, '2026-06-16', '2026-06-17'];
const moment = new Date('2026-06-15T10:00:00Z');
const everything = { page: 1, pageSize: 1000 };

type Recorded = Pick<
  RoleAssignment,
  'id' | 'personId' | 'validFrom' | 'validTo' | 'needsConfirmation' | 'confirmedAt' | 'endedAt'
>;

/** One for each combination, each of a person of their own. */
const combinations: readonly Recorded[] = days.flatMap((validFrom) =>
  [null, ...days.filter((day) => day >= validFrom)].flatMap((validTo) =>
    [
      { needsConfirmation: false, confirmedAt: null },
      { needsConfirmation: true, confirmedAt: null },
      { needsConfirmation: true, confirmedAt: moment },
    ].flatMap((confirmation) =>
      [null, moment].map((endedAt) => ({
        id: newId(),
        personId: newId(),
        validFrom,
        validTo,
        ...confirmation,
        endedAt,
      })),
    ),
  ),
);

/** Person and account have one id, so that it is known without asking. */
const [giver, confirmer] = [newId(), newId()];

let database: TestDatabase;
let repository: RoleAssignmentRepository;
let organisation: string;
let superuser: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase([RoleAssignment]);
  repository = new RoleAssignmentRepository(database.transactions);
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  organisation = await organisationOf([giver, confirmer, ...combinations.map(({ personId }) => personId)]);
  for (const combination of combinations) await database.inOrganisation(organisation, () => add(combination));
});

afterAll(async () => {
  await superuser.end();
  await database.close();
});

/** An organisation of people who are signed in; the token of a session is the id of the person. */
async function organisationOf(people: readonly string[]): Promise<string> {
  const id = await database.createOrganisation();
  for (const person of people) {
    await superuser.query(`insert into person (organisation_id, id, name) values ($1, $2, 'Iemand')`, [
      id,
      person,
    ]);
    await superuser.query(
      `insert into account (organisation_id, id, person_id, sign_in_name, password_hash, created_at)
       values ($1, $2, $2, $3, 'hash', $4)`,
      [id, person, person, moment],
    );
    await superuser.query(
      `insert into session (organisation_id, id, token_hash, account_id, method, assurance, provider_roles, may_enrol,
                            device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $2, 'password', 'strong', '{}', false, '', $4, $4, $5)`,
      [id, person, tokenOf(person), moment, new Date(moment.getTime() + 3_600_000)],
    );
  }
  return id;
}

function tokenOf(personId: string): Buffer {
  return Buffer.from(personId);
}

async function add(recorded: Recorded): Promise<void> {
  const { needsConfirmation, confirmedAt } = recorded;
  await repository.add({
    ...recorded,
    version: 1,
    role: 'administrator',
    givenAt: moment,
    ...(needsConfirmation && { givenBy: giver, givenByPersonId: giver }),
    ...(confirmedAt && { confirmedBy: confirmer, confirmedByPersonId: confirmer }),
  });
}

function idsOf(recorded: readonly { readonly id: string }[]): string[] {
  return recorded.map(({ id }) => id).toSorted();
}

it('every state is there, or this file would prove nothing', () => {
  const found = new Set(combinations.map((one) => stateOn(today, one)));
  expect([...found].toSorted()).toEqual(roleAssignmentStates.toSorted());
});

it.each(roleAssignmentStates)('the list of what is %s holds just that', async (state) => {
  const [rows, total] = await database.inOrganisation(organisation, () =>
    repository.list({ state }, everything, today),
  );
  const expected = combinations.filter((one) => stateOn(today, one) === state);
  expect(idsOf(rows)).toEqual(idsOf(expected));
  expect(total).toBe(expected.length);
});

it('what is not over is what waits, is to come or is in force', async () => {
  const found: Recorded[] = [];
  await database.inOrganisation(organisation, async () => {
    for (const { personId } of combinations) found.push(...(await repository.notOver(personId, today)));
  });
  const expected = combinations.filter((one) => !['ended', 'withdrawn'].includes(stateOn(today, one)));
  expect(idsOf(found)).toEqual(idsOf(expected));
});

it('a session has the roles that are in force, and no others', async () => {
  const application = new pg.Client({ connectionString: database.applicationUrl });
  await application.connect();
  const wrong: Recorded[] = [];
  for (const one of combinations) {
    const { rows } = await application.query<Pick<SignedIn, 'roles'>>(
      `select roles from identify_session($1, $2, $3, $4, '1 hour')`,
      [organisation, tokenOf(one.personId), moment, today],
    );
    const expected = stateOn(today, one) === 'in-force' ? ['administrator'] : [];
    if (JSON.stringify(rows) !== JSON.stringify([{ roles: expected }])) wrong.push(one);
  }
  await application.end();
  expect(wrong).toEqual([]);
});

describe('an administrator for good', () => {
  const anna = newId();
  const forGood: Recorded = {
    ...combinations[0]!,
    personId: anna,
    validTo: null,
    needsConfirmation: false,
    endedAt: null,
  };
  let alone: string;

  beforeAll(async () => {
    alone = await organisationOf([giver, confirmer, anna]);
  });

  /** Whether there is one when no more is recorded than this; nothing of it stays. */
  async function isHeld(recorded: Recorded, account = `password_hash = 'hash'`): Promise<boolean> {
    let held: boolean | undefined;
    const takeBack = new Error('to take it back');
    await database
      .inOrganisation(alone, async () => {
        await add({ ...recorded, personId: anna });
        await database.transactions.manager.query(`update account set ${account} where id = $1`, [anna]);
        held = await repository.isHeldForGood('administrator', today);
        throw takeBack;
      })
      .catch((error: unknown) => {
        if (error !== takeBack) throw error;
      });
    return held!;
  }

  it('is one whose role is in force, without an end', async () => {
    const wrong: Recorded[] = [];
    for (const one of combinations) {
      const expected = stateOn(today, one) === 'in-force' && one.validTo === null;
      if ((await isHeld(one)) !== expected) wrong.push(one);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['with a password', `password_hash = 'hash'`, true],
    ['who signs in elsewhere', `password_hash = null, provider_subject = 'subject'`, true],
    ['who was invited and has not come yet', `password_hash = null`, false],
    ['whose account is deactivated', `deactivated_at = now()`, false],
  ])('%s: %s', async (_, account, expected) => {
    expect(await isHeld(forGood, account)).toBe(expected);
  });

  it('is an administrator: another role for good is not enough', async () => {
    await database.inOrganisation(alone, async () => {
      await repository.add({ ...forGood, version: 1, role: 'manager', givenAt: moment });
      expect(await repository.isHeldForGood('administrator', today)).toBe(false);
    });
  });
});
