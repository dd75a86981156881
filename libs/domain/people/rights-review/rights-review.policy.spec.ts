import { type Actor, type Role, roles, systemActor } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';
import { type ReviewOutcome, reviewOutcomes } from './rights-review-line.entity.js';
import { abilities, canReview, type JudgedLine, mayReadReason, maySign } from './rights-review.policy.js';

const me = 'me';

function person(...held: readonly Role[]): Actor {
  return { kind: 'person', accountId: 'account', personId: me, roles: new Set<Role>(['employee', ...held]) };
}

function line(changes: Partial<JudgedLine> = {}): JudgedLine {
  return {
    personId: 'owner',
    substituteFor: null,
    reviewerPersonId: me,
    isSpecial: false,
    signedAt: null,
    isOver: false,
    ...changes,
  };
}

const special = line({ isSpecial: true });
const ofSomebodyElse = line({ reviewerPersonId: 'other' });
const signed = line({ signedAt: new Date('2026-02-01T10:00:00Z') });
const manager = person('manager');
const secretary = person('municipal-secretary');
const administrator = person('administrator');

type Ability = keyof ReturnType<typeof abilities>;

describe('who may do what with a line of a review', () => {
  const situations: readonly (readonly [string, Actor, JudgedLine, readonly Ability[]])[] = [
    ['the reviewer', manager, line(), ['keep', 'withdraw']],
    ['the reviewer, when the right has ended', manager, line({ isOver: true }), ['acknowledgeEnd']],
    ['the reviewer, when it was signed', manager, signed, []],
    ['the reviewer, of a special right', secretary, special, ['keep', 'withdraw']],
    ['a manager who was made the reviewer of a special right', manager, special, []],
    ['a reviewer who is not sure enough, or no manager any more', person(), line(), []],
    ['another manager', manager, ofSomebodyElse, []],
    ['the municipal secretary, of a line of another', secretary, ofSomebodyElse, []],
    ['an administrator, of a line of another', administrator, ofSomebodyElse, ['handOver']],
    [
      'an administrator, of a line that nobody may review',
      administrator,
      line({ reviewerPersonId: null }),
      ['handOver'],
    ],
    [
      'an administrator, when it was signed',
      administrator,
      { ...ofSomebodyElse, signedAt: signed.signedAt },
      [],
    ],
    [
      'an administrator, of their own right',
      administrator,
      line({ personId: me, reviewerPersonId: 'other' }),
      [],
    ],
    [
      'an administrator who is stood in for',
      administrator,
      line({ substituteFor: me, reviewerPersonId: 'other' }),
      [],
    ],
    ['whose right it is', person(), line({ personId: me, reviewerPersonId: 'other' }), []],
    ['Weerbaar itself', systemActor, ofSomebodyElse, ['handOver']],
  ];

  it.each(situations)('%s', (_, actor, on, expected) => {
    const may = abilities(actor, on);
    expect((Object.keys(may) as Ability[]).filter((ability) => may[ability])).toEqual(expected);
  });

  it('nobody signs for their own right or for who stands in for them, not with all roles together', () => {
    const everything = person(...roles);
    for (const own of [line({ personId: me }), line({ substituteFor: me })])
      for (const outcome of reviewOutcomes)
        for (const isOver of [true, false])
          expect(maySign(everything, { ...own, isOver }, outcome)).toMatchObject({ allowed: false });
  });

  it('says why: signed already, ended in the meantime, or not ended', () => {
    const reason = (on: JudgedLine, outcome: ReviewOutcome) => maySign(manager, on, outcome);
    expect(reason(signed, 'kept')).toMatchObject({
      reason: { en: expect.stringContaining('signed already') },
    });
    expect(reason(line({ isOver: true }), 'kept')).toMatchObject({
      reason: { en: expect.stringContaining('ended in the meantime') },
    });
    expect(reason(line(), 'ended')).toMatchObject({ reason: { en: expect.stringContaining('not ended') } });
  });
});

describe('to whom a line can be given', () => {
  const candidate = (...held: readonly Role[]) => ({
    personId: 'candidate',
    roles: new Set<Role>(held),
  });

  it.each([
    ['a manager', candidate('manager'), true, false],
    ['the security officer', candidate('chief-information-security-officer'), true, false],
    ['the municipal secretary', candidate('municipal-secretary'), true, true],
    ['an administrator', candidate('administrator'), true, true],
    ['the data protection officer', candidate('data-protection-officer'), true, true],
    ['an employee', candidate('employee'), false, false],
    ['the integrity adviser', candidate('integrity-adviser'), false, false],
  ])('%s', (_, somebody, ordinary, ofSpecial) => {
    expect([canReview(somebody, line()).allowed, canReview(somebody, special).allowed]).toEqual([
      ordinary,
      ofSpecial,
    ]);
  });

  it('never to the person concerned, nor to who is stood in for', () => {
    const concerned = candidate(...roles);
    expect(canReview(concerned, line({ personId: 'candidate' })).allowed).toBe(false);
    expect(canReview(concerned, line({ substituteFor: 'candidate' })).allowed).toBe(false);
  });

  it('to nobody who could not sign it', () => {
    for (const role of roles)
      for (const given of [line(), special])
        expect([role, canReview(candidate(role), given).allowed]).toEqual([
          role,
          maySign(person(role), { ...given, reviewerPersonId: me }, 'kept').allowed,
        ]);
  });

  it('special rights to none but who may be a second person for a role', () => {
    for (const role of roles)
      expect([role, canReview(candidate(role), special).allowed]).toEqual([
        role,
        peoplePermissions.confirmRoles.roles.has(role),
      ]);
  });
});

it('why is read by the reviewer and the auditor alone', () => {
  expect(mayReadReason(manager, line())).toBe(true);
  expect(mayReadReason(person('auditor'), ofSomebodyElse)).toBe(true);
  for (const role of roles.filter((one) => one !== 'auditor'))
    expect([role, mayReadReason(person(role), ofSomebodyElse)]).toEqual([role, false]);
});
