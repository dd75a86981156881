import * as fc from 'fast-check';
import { type Role, roles } from '@weerbaar/kernel/context';
import { type Assurance, assuranceFor, assurances, reaches } from './assurance.js';
import { identityOf } from './identification.js';

const held: readonly Role[] = ['employee', 'manager', 'integrity-adviser'];

function identityWith(assurance: Assurance, having: readonly Role[] = held) {
  return identityOf({
    sessionId: 'session',
    accountId: 'account',
    personId: 'person',
    assurance,
    roles: having,
  });
}

describe('which roles count', () => {
  it.each<[Assurance, readonly Role[], readonly Role[]]>([
    ['pending', [], held],
    ['password', ['employee'], ['manager', 'integrity-adviser']],
    ['provider', ['employee', 'manager'], ['integrity-adviser']],
    ['strong', held, []],
  ])('of somebody who is known by %s', (assurance, counting, dormant) => {
    const { actor, dormantRoles } = identityWith(assurance);
    expect([...actor.roles]).toEqual(counting);
    expect([...dormantRoles]).toEqual(dormant);
  });

  it('no role is lost or made up, and none both counts and waits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...assurances), fc.subarray([...roles]), (assurance, having) => {
        const { actor, dormantRoles } = identityWith(assurance, having);
        expect([...actor.roles, ...dormantRoles].toSorted()).toEqual(having.toSorted());
        for (const role of actor.roles) expect(reaches(assurance, assuranceFor(role))).toBe(true);
        for (const role of dormantRoles) expect(reaches(assurance, assuranceFor(role))).toBe(false);
      }),
    );
  });

  it('a role that is held twice, in ones own right and for somebody else, counts once', () => {
    expect([...identityWith('strong', ['manager', 'manager']).actor.roles]).toEqual(['manager']);
  });

  it('the person is who acts, by their account', () => {
    expect(identityWith('password')).toMatchObject({
      actor: { kind: 'person', accountId: 'account', personId: 'person' },
      assurance: 'password',
      sessionId: 'session',
    });
  });
});
