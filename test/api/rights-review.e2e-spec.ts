import type { FigurePeriod } from '@weerbaar/core/figures';
import { systemActor, type Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { RightsReviewService } from '@weerbaar/people';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

// Real: the API and PostgreSQL as the application role. Not real: the network, the clock.

const noon = new Date('2050-04-15T10:00:00Z');
const today = '2050-04-15';

const staff = {
  beheer: ['employee', 'administrator'],
  tweede: ['employee', 'administrator'],
  simon: ['employee', 'municipal-secretary'],
  aukje: ['employee', 'auditor'],
  leo: ['employee', 'manager'],
  hans: ['employee', 'human-resources'],
  vera: ['employee', 'risk-manager'],
  wim: ['employee'],
} as const satisfies Record<string, readonly Role[]>;

let api: TestApi;
let unused = 0;

beforeAll(async () => {
  api = await openTestApi();
});

beforeEach(() => api.setTime(noon));

afterAll(async () => {
  vi.restoreAllMocks();
  await api.close();
});

interface Line {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly name: string };
  readonly role: string | null;
  readonly givenAt: string | null;
  readonly reviewer: { readonly name: string } | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly isLate: boolean;
  readonly hasEnded: boolean;
  readonly may: Readonly<Record<string, boolean>>;
}

/** Leo is the manager of hans and, until March, of wim. */
async function somewhere(people: Readonly<Record<string, readonly Role[]>> = staff) {
  const organisation = await api.createOrganisation(`controle-${unused++}`, people);
  const beheer = await organisation.signIn('beheer');
  const ids = (name: string) => organisation.people[name]!.personId;
  if (people.leo) {
    const department = made(
      await beheer.post('/departments', {
        code: 'bz',
        name: 'Burgerzaken',
        kind: 'Afdeling',
        managerId: ids('leo'),
        validFrom: '2040-01-01',
      }),
    );
    for (const [name, validTo] of [
      ['leo', null],
      ['hans', null],
      ['wim', '2050-03-31'],
    ] as const)
      made(
        await beheer.post(`/persons/${ids(name)}/employments`, {
          personnelNumber: name,
          kind: 'employee',
          departmentId: department.id,
          validFrom: '2041-01-01',
          validTo,
        }),
      );
  }
  return { organisation, beheer, ids };
}

async function started(client: TestClient, kind: 'yearly' | 'quarterly', wanted: object = {}) {
  return made(await client.post('/rights-reviews', { kind, ...wanted }));
}

async function linesOf(client: TestClient, reviewId: string): Promise<Line[]> {
  return made(await client.get(`/rights-reviews/${reviewId}/lines`)).items;
}

async function ownLines(client: TestClient): Promise<Line[]> {
  return made(await client.get('/rights-review-lines')).items;
}

function sign(client: TestClient, { id, version }: Line, outcome: string, reason?: string): Promise<Answer> {
  return client.post(`/rights-review-lines/${id}/_sign`, { outcome, reason }, { version });
}

function handOver(client: TestClient, { id, version }: Line, reviewerId: string): Promise<Answer> {
  return client.post(`/rights-review-lines/${id}/_hand-over`, { reviewerId }, { version });
}

/** Who is asked about what, as `hans human-resources: leo`; without the name of the organisation. */
function askedIn(lines: readonly Line[]): string[] {
  const short = (name: string | undefined) => name?.split(' ')[0] ?? 'nobody';
  return lines
    .map(
      ({ person, role, reviewer }) => `${short(person.name)} ${role ?? 'account'}: ${short(reviewer?.name)}`,
    )
    .toSorted();
}

function lineAbout(lines: readonly Line[], name: string, role?: string): Line {
  return lines.find((line) => line.person.name.startsWith(name) && (!role || line.role === role))!;
}

function made(answer: Answer) {
  if (answer.statusCode >= 400) throw new Error(answer.body);
  return answer.json();
}

function faultsOf(answer: Answer): string[] {
  const { errors } = answer.json<{ errors: { path: string; code: string }[] }>();
  return errors.map(({ path, code }) => `${path} ${code}`);
}

describe('a review of rights', () => {
  it('asks the manager about ordinary roles, and about special ones who may confirm them', async () => {
    const { beheer } = await somewhere();
    const review = await started(beheer, 'yearly');
    expect(review).toMatchObject({
      period: '2050',
      referenceDay: today,
      dueDay: '2050-05-27',
      state: 'open',
      lines: 8,
      signed: 0,
      withoutReviewer: 0,
    });
    expect(askedIn(await linesOf(beheer, review.id))).toEqual([
      'aukje auditor: simon',
      'beheer administrator: simon',
      'hans human-resources: leo',
      'leo manager: beheer',
      'simon municipal-secretary: beheer',
      'tweede administrator: simon',
      'vera risk-manager: beheer',
      'wim account: beheer',
    ]);
  });

  it('asks nobody who could not sign: a manager without a role of managers is passed over', async () => {
    const { beheer, ids } = await somewhere({ ...staff, leo: ['employee'] });
    const lines = await linesOf(beheer, (await started(beheer, 'yearly')).id);
    expect(askedIn(lines)).toContain('hans human-resources: beheer');
    const refused = await handOver(beheer, lineAbout(lines, 'hans'), ids('leo'));
    expect([refused.statusCode, faultsOf(refused)]).toEqual([400, ['reviewerId can-not-review']]);
  });

  it('of a quarter asks about special roles alone', async () => {
    const { beheer } = await somewhere();
    const review = await started(beheer, 'quarterly');
    expect(review).toMatchObject({ period: '2050-Q2', dueDay: '2050-05-06' });
    expect(askedIn(await linesOf(beheer, review.id))).toEqual([
      'aukje auditor: simon',
      'beheer administrator: simon',
      'simon municipal-secretary: beheer',
      'tweede administrator: simon',
    ]);
  });

  it('is of the rights of its day: not of what began later or was over', async () => {
    const { organisation, beheer, ids } = await somewhere();
    const give = async (role: string, validFrom: string, validTo?: string) =>
      made(await beheer.post('/role-assignments', { personId: ids('hans'), role, validFrom, validTo }));
    await give('mayor', '2050-04-16');
    await give('facility-manager', today, today);
    api.setTime(new Date('2050-04-16T10:00:00Z'));
    const nextDay = await organisation.signIn('beheer');
    const review = await started(nextDay, 'yearly', { referenceDay: today });
    const roles = (await linesOf(nextDay, review.id)).map(({ role }) => role);
    expect(roles).toContain('facility-manager');
    expect(roles).not.toContain('mayor');
  });

  it('leaves out no right for want of a reviewer: who is the only one waits for a second', async () => {
    const { organisation, beheer, ids } = await somewhere({ beheer: staff.beheer, wim: ['employee'] });
    const review = await started(beheer, 'quarterly');
    expect(review).toMatchObject({ lines: 1, withoutReviewer: 1, state: 'open' });
    const [line] = await linesOf(beheer, review.id);
    expect(line).toMatchObject({ reviewer: null, may: { keep: false, withdraw: false, handOver: false } });
    expect((await sign(beheer, line!, 'kept')).statusCode).toBe(404);
    expect((await handOver(beheer, line!, ids('wim'))).statusCode).toBe(403);

    await api.asSuperuser(
      `insert into role_assignment (organisation_id, id, person_id, role, valid_from, given_at)
       values ($1, gen_random_uuid(), $2, 'administrator', '2050-01-01', now())`,
      [organisation.id, ids('wim')],
    );
    const second = await organisation.signInBy('wim', 'strong');
    const given = made(await handOver(second, line!, ids('wim')));
    expect(await made(await sign(second, given, 'kept'))).toMatchObject({ outcome: 'kept' });
    expect(made(await beheer.get(`/rights-reviews/${review.id}`))).toMatchObject({
      state: 'complete',
      completedAt: noon.toISOString(),
    });
  });

  it('is started once for a period, also by two at the same moment', async () => {
    const { organisation, beheer } = await somewhere();
    const tweede = await organisation.signIn('tweede');
    const answers = await Promise.all([
      beheer.post('/rights-reviews', { kind: 'yearly' }),
      tweede.post('/rights-reviews', { kind: 'yearly' }),
    ]);
    expect(statusesOf(answers)).toEqual([201, 409]);
    expect(made(await beheer.get('/rights-reviews')).total).toBe(1);
    expect((await beheer.post('/rights-reviews', { kind: 'quarterly' })).statusCode).toBe(201);
  });

  it('can not be of another period, nor of days that have passed', async () => {
    const { beheer } = await somewhere();
    const start = (wanted: object) => beheer.post('/rights-reviews', { kind: 'quarterly', ...wanted });
    expect(faultsOf(await start({ referenceDay: '2050-03-31', dueDay: '2050-04-14' }))).toEqual([
      'referenceDay not-in-this-period',
      'dueDay in-the-past',
    ]);
    expect(faultsOf(await start({ referenceDay: '2050-04-16', dueDay: '2051-04-16' }))).toEqual([
      'referenceDay not-in-this-period',
      'dueDay too-late',
    ]);
  });
});

describe('the schedule', () => {
  const fire = (organisation: TestOrganisation): Promise<void> =>
    api.database.asOrganisation(organisation.id, () =>
      api.app.get(RightsReviewService).startDue(systemActor),
    );

  it('begins what a quarter asks for, once, however often it comes', async () => {
    const { organisation, beheer } = await somewhere();
    await Promise.all([fire(organisation), fire(organisation)]);
    await fire(organisation);
    const periods = async (client: TestClient): Promise<string[]> =>
      made(await client.get('/rights-reviews')).items.map(({ period }: { period: string }) => period);
    expect(await periods(beheer)).toEqual(['2050-Q2']);

    // Half past midnight in the Netherlands, and still last year by the clock of the world.
    api.setTime(new Date('2050-12-31T23:20:00Z'));
    await fire(organisation);
    const again = await organisation.signIn('beheer');
    expect((await periods(again)).toSorted()).toEqual(['2050-Q2', '2051', '2051-Q1']);
  });

  it('leaves alone what an administrator began', async () => {
    const { organisation, beheer } = await somewhere();
    const { id } = await started(beheer, 'quarterly', { dueDay: today });
    await fire(organisation);
    const { items } = made(await beheer.get('/rights-reviews'));
    expect(items).toMatchObject([{ id, dueDay: today }]);
  });
});

describe('signing', () => {
  it('keeps a right, for good', async () => {
    const { organisation, beheer } = await somewhere();
    const review = await started(beheer, 'yearly');
    const leo = await organisation.signIn('leo');
    const lines = await ownLines(leo);
    expect(askedIn(lines)).toEqual(['hans human-resources: leo']);
    const [line] = lines;
    expect(line!.may).toEqual({ keep: true, withdraw: true, acknowledgeEnd: false, handOver: false });
    expect(line).toMatchObject({ rightName: 'Personeel en organisatie', givenBy: null });
    expect(line!.givenAt).toMatch(/^\d{4}-/);

    const answer = await sign(leo, line!, 'kept', 'Werkt nog steeds voor personeelszaken');
    expect(answer.headers.etag).toBe('"2"');
    expect(answer.json()).toMatchObject({ outcome: 'kept', signedAt: noon.toISOString() });
    expect((await sign(leo, line!, 'kept')).statusCode).toBe(403);
    expect((await sign(leo, answer.json(), 'withdrawn', 'Toch niet')).statusCode).toBe(403);
    expect((await handOver(beheer, answer.json(), organisation.people.simon!.personId)).statusCode).toBe(403);
    await expect(
      api.database.inOrganisation(organisation.id, () =>
        api.database.transactions.manager.query(
          `update rights_review_line set outcome = 'withdrawn', reason = 'x' where id = $1 returning id`,
          [line!.id],
        ),
      ),
    ).resolves.toEqual([[], 0]);

    expect(made(await beheer.get(`/rights-reviews/${review.id}`))).toMatchObject({ signed: 1, kept: 1 });
  });

  it('withdraws a right at once, in sessions that are open as well, and says why to few', async () => {
    const { organisation, beheer } = await somewhere();
    const review = await started(beheer, 'yearly');
    const [leo, hans, aukje] = [
      await organisation.signIn('leo'),
      await organisation.signIn('hans'),
      await organisation.signIn('aukje'),
    ];
    const [line] = await ownLines(leo);
    expect((await hans.get('/departments')).statusCode).toBe(200);
    expect((await hans.post('/persons', { name: 'Iemand' })).statusCode).toBe(201);
    expect(faultsOf(await sign(leo, line!, 'withdrawn'))).toEqual(['reason required']);
    expect((await hans.post('/persons', { name: 'Iemand' })).statusCode).toBe(201);

    const reason = 'Is naar een andere afdeling gegaan';
    expect((await sign(leo, line!, 'withdrawn', reason)).statusCode).toBe(200);
    expect((await hans.post('/persons', { name: 'Iemand' })).statusCode).toBe(403);

    const about = async (client: TestClient) => lineAbout(await linesOf(client, review.id), 'hans');
    expect(await about(beheer)).toMatchObject({ outcome: 'withdrawn', hasEnded: true, reason: null });
    expect(await about(aukje)).toMatchObject({ outcome: 'withdrawn', reason });
    const entries = await api.asSuperuser<{ action: string; actor: string; content: string }>(
      `select e.action, e.actor_account_id as actor, c.content::text as content
         from audit_entry e join audit_content c on c.entry_id = e.id
        where e.organisation_id = $1 and e.actor_account_id = $2 and e.object_type like 'r%' order by e.id`,
      [organisation.id, organisation.people.leo!.accountId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'people.role-ended',
      'people.rights-review-line-signed',
    ]);
    expect(JSON.stringify(entries)).not.toContain(reason);
  });

  it('closes the account of who works here no more', async () => {
    const { organisation, beheer } = await somewhere();
    await started(beheer, 'yearly');
    const wim = await organisation.signIn('wim');
    const line = lineAbout(await ownLines(beheer), 'wim');
    expect((await sign(beheer, line, 'withdrawn', 'Uit dienst')).statusCode).toBe(200);
    expect((await wim.get('/sessions/current')).statusCode).toBe(401);
    await expect(organisation.signIn('wim')).rejects.toThrow('could not sign in');
  });

  it('is for who was asked, in a session that is sure enough', async () => {
    const { organisation, beheer, ids } = await somewhere();
    const review = await started(beheer, 'yearly');
    const lines = await linesOf(beheer, review.id);
    const line = lineAbout(lines, 'hans');
    const [hans, simon] = [await organisation.signIn('hans'), await organisation.signIn('simon')];
    const outcomes = [
      await sign(simon, line, 'kept'),
      await simon.get(`/rights-review-lines/${line.id}`),
      await sign(hans, line, 'kept'),
      await sign(await organisation.signInBy('leo', 'password'), line, 'kept'),
      await hans.get(`/rights-reviews/${review.id}/lines`),
      await sign(beheer, lineAbout(lines, 'beheer'), 'kept'),
      await sign(beheer, lineAbout(lines, 'tweede'), 'kept'),
    ];
    expect(outcomes.map(({ statusCode }) => statusCode)).toEqual([404, 404, 403, 403, 403, 404, 404]);
    await expect(
      api.asSuperuser('update rights_review_line set reviewer_person_id = person_id where id = $1', [
        line.id,
      ]),
    ).rejects.toThrow('violates check constraint');
    expect((await handOver(beheer, line, ids('hans'))).statusCode).toBe(400);
  });

  it('says that a right has ended in the meantime', async () => {
    const { organisation, beheer } = await somewhere();
    await started(beheer, 'yearly');
    const leo = await organisation.signIn('leo');
    expect((await sign(leo, (await ownLines(leo))[0]!, 'ended')).statusCode).toBe(403);
    const { items } = made(await beheer.get('/role-assignments?role=human-resources'));
    const [{ id, version }] = items;
    made(await beheer.post(`/role-assignments/${id}/_end`, {}, { version }));

    const [line] = await ownLines(leo);
    expect(line).toMatchObject({
      hasEnded: true,
      may: { keep: false, withdraw: false, acknowledgeEnd: true },
    });
    const refused = await sign(leo, line!, 'withdrawn', 'Niet meer nodig');
    expect(refused.statusCode).toBe(403);
    expect(refused.json().detail).toContain('intussen beëindigd');
    expect(made(await sign(leo, line!, 'ended'))).toMatchObject({ outcome: 'ended' });
  });

  it('leaves the last administrator, and the line open', async () => {
    const { organisation, beheer } = await somewhere({ beheer: staff.beheer, simon: staff.simon });
    await started(beheer, 'quarterly');
    const simon = await organisation.signIn('simon');
    const line = lineAbout(await ownLines(simon), 'beheer');
    const refused = await sign(simon, line, 'withdrawn', 'Niet meer nodig');
    expect(refused.statusCode).toBe(409);
    expect(refused.json().detail).toContain('laatste beheerder');
    expect((await beheer.get('/accounts')).statusCode).toBe(200);
    expect(made(await sign(simon, line, 'kept'))).toMatchObject({ outcome: 'kept' });
  });

  it('is done once, also by two windows at the same moment', async () => {
    const { organisation, beheer } = await somewhere();
    await started(beheer, 'yearly');
    const leo = await organisation.signIn('leo');
    const [line] = await ownLines(leo);
    const answers = await Promise.all([
      sign(leo, line!, 'kept'),
      sign(leo, line!, 'withdrawn', 'Niet meer nodig'),
    ]);
    expect(statusesOf(answers)).toEqual([200, 403]);
    expect((await leo.post(`/rights-review-lines/${line!.id}/_sign`, { outcome: 'kept' })).statusCode).toBe(
      428,
    );
  });

  it('after the last day is late, and is seen to be', async () => {
    api.setTime(new Date('2050-04-15T21:50:00Z'));
    const { organisation, beheer } = await somewhere();
    const review = await started(beheer, 'yearly', { dueDay: today });
    const leo = await organisation.signIn('leo');
    const [line] = await ownLines(leo);
    expect(line!.isLate).toBe(false);
    api.setTime(new Date('2050-04-15T22:05:00Z'));
    expect((await ownLines(leo))[0]!.isLate).toBe(true);
    expect(made(await beheer.get(`/rights-reviews/${review.id}`))).toMatchObject({ late: 8 });
    await sign(leo, line!, 'kept');
    expect((await ownLines(leo))[0]).toMatchObject({ outcome: 'kept', isLate: true });
  });
});

describe('a reviewer who has left', () => {
  it('is seen, and the line goes to somebody else who may review it', async () => {
    const { organisation, beheer, ids } = await somewhere();
    const review = await started(beheer, 'yearly');
    const leo = await organisation.signIn('leo');
    const { accountId } = organisation.people.leo!;
    const { version } = made(await beheer.get(`/accounts/${accountId}`));
    made(await beheer.post(`/accounts/${accountId}/_deactivate`, undefined, { version }));
    expect((await leo.get('/rights-review-lines')).statusCode).toBe(401);
    const { reviewers } = made(await beheer.get(`/rights-reviews/${review.id}`));
    expect(reviewers.find(({ canSignIn }: { canSignIn: boolean }) => !canSignIn)).toMatchObject({
      reviewer: { personId: ids('leo') },
      lines: 1,
      signed: 0,
    });

    const line = lineAbout(await linesOf(beheer, review.id), 'hans');
    expect((await beheer.get(`/rights-review-lines/${line.id}`)).json()).toMatchObject({
      reviewer: { personId: ids('leo') },
      may: { keep: false, handOver: true },
    });
    const nobody = '00000000-0000-7000-8000-000000000000';
    const refused = await Promise.all(
      [ids('hans'), ids('wim'), ids('leo'), nobody].map((id) => handOver(beheer, line, id)),
    );
    expect(refused.map(faultsOf)).toEqual([
      ['reviewerId can-not-review'],
      ['reviewerId can-not-review'],
      ['reviewerId no-account'],
      ['reviewerId unknown-person'],
    ]);
    const simon = await organisation.signIn('simon');
    expect((await handOver(simon, line, ids('simon'))).statusCode).toBe(403);
    const given = made(await handOver(beheer, line, ids('simon')));
    expect(given).toMatchObject({ version: 2, reviewer: { personId: ids('simon') } });
    expect((await handOver(beheer, line, ids('tweede'))).statusCode).toBe(412);
    expect((await sign(simon, given, 'kept')).statusCode).toBe(200);
  });

  it('at the start is not asked: an administrator is', async () => {
    const { organisation, beheer } = await somewhere();
    await api.asSuperuser('update account set deactivated_at = now() where id = $1', [
      organisation.people.leo!.accountId,
    ]);
    const review = await started(beheer, 'yearly');
    expect(askedIn(await linesOf(beheer, review.id))).toContain('hans human-resources: beheer');
  });
});

describe('the figure of the report', () => {
  const take = (organisation: TestOrganisation, referenceDate: string) =>
    api.database.asOrganisation(organisation.id, () =>
      api.app.get(TransactionRunner).run(async () => {
        const period: FigurePeriod = { year: 2050, from: '2050-01-01', to: '2050-12-31', referenceDate };
        const source = api.app
          .get(FigureRegistry)
          .all()
          .find(({ definition }) => definition.id === 'people.rights-reviews');
        const value = await source!.take(period);
        return value.kind === 'table' ? value.rows : [];
      }),
    );

  it('counts what was due, what was done and whether it was in time, as it stood on its day', async () => {
    const { organisation, beheer } = await somewhere({ ...staff, tweede: ['employee'] });
    await started(beheer, 'quarterly', { dueDay: '2050-04-20' });
    expect(await take(organisation, '2050-04-14')).toEqual([
      ['yearly', 1, 0, 0, 0, 0, 0, null],
      ['quarterly', 2, 0, 0, 0, 0, 0, null],
    ]);
    const simon = await organisation.signIn('simon');
    await sign(simon, lineAbout(await ownLines(simon), 'aukje'), 'withdrawn', 'Niet meer nodig');
    await sign(simon, lineAbout(await ownLines(simon), 'beheer'), 'kept');
    api.setTime(new Date('2050-04-21T10:00:00Z'));
    const again = await organisation.signIn('beheer');
    await sign(again, lineAbout(await ownLines(again), 'simon'), 'kept');

    expect((await take(organisation, '2050-04-20'))[1]).toEqual(['quarterly', 2, 0, 3, 2, 1, 1, null]);
    expect((await take(organisation, '2050-12-31'))[1]).toEqual(['quarterly', 4, 1, 3, 3, 2, 1, 67]);
  });
});
