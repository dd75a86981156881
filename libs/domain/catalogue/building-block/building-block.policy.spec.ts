import { holds } from '@weerbaar/kernel/access';
import { type Actor, type Role, roles, systemActor } from '@weerbaar/kernel/context';
import { cataloguePermissions } from '../catalogue.permissions.js';
import {
  type GovernedBlock,
  mayAddPolicyDocuments,
  mayAssess,
  mayChange,
  mayManageSet,
} from './building-block.policy.js';

const today = '2026-06-01';
const me = '01890000-0000-7000-8000-000000000001';
const somebodyElse = '01890000-0000-7000-8000-000000000002';

function person(...held: readonly Role[]): Actor {
  return { kind: 'person', accountId: me, personId: me, roles: new Set<Role>(['employee', ...held]) };
}

function block(changes: Partial<GovernedBlock> = {}): GovernedBlock {
  return { ownerPersonId: null, ownerRole: null, validTo: null, ...changes };
}

const abilities = {
  'manage the set': (actor: Actor) => mayManageSet(actor),
  change: (actor: Actor, on: GovernedBlock) => mayChange(actor, on, today),
  'add policy documents': (actor: Actor, on: GovernedBlock) => mayAddPolicyDocuments(actor, on, today),
  'assess design': (actor: Actor, on: GovernedBlock) => mayAssess(actor, 'design', on, today),
  'assess existence': (actor: Actor, on: GovernedBlock) => mayAssess(actor, 'existence', on, today),
  'assess operation': (actor: Actor, on: GovernedBlock) => mayAssess(actor, 'operation', on, today),
};

type Ability = keyof typeof abilities;
const everything = Object.keys(abilities) as Ability[];
const judging: Ability[] = ['assess design', 'assess existence', 'assess operation'];
const owning: Ability[] = ['add policy documents', 'assess existence'];

function allowedTo(actor: Actor, on: GovernedBlock): Ability[] {
  return everything.filter((ability) => abilities[ability](actor, on).allowed);
}

describe('who may do what with a building block', () => {
  const situations: readonly (readonly [string, Actor, GovernedBlock, readonly Ability[]])[] = [
    [
      'the integrity adviser',
      person('integrity-adviser'),
      block({ ownerPersonId: somebodyElse }),
      everything,
    ],
    ['the auditor', person('auditor'), block(), judging],
    ['the risk manager', person('risk-manager'), block(), judging],
    ['the owner in person', person(), block({ ownerPersonId: me }), owning],
    ['who holds the owner role', person('human-resources'), block({ ownerRole: 'human-resources' }), owning],
    [
      'an auditor who owns the block',
      person('auditor'),
      block({ ownerPersonId: me }),
      ['add policy documents', ...judging],
    ],
    ['who holds another role', person('human-resources'), block({ ownerRole: 'risk-manager' }), []],
    ['the owner of another block', person(), block({ ownerPersonId: somebodyElse }), []],
    ['an employee, of a block without owner', person(), block(), []],
    ['the administrator', person('administrator'), block(), []],
    [
      'the administrator, of a block of somebody else',
      person('administrator'),
      block({ ownerPersonId: somebodyElse }),
      [],
    ],
    ['Weerbaar itself', systemActor, block(), everything],
    [
      'the integrity adviser, on the last day of a block',
      person('integrity-adviser'),
      block({ validTo: today }),
      everything,
    ],
    [
      'the integrity adviser, of an ended block',
      person('integrity-adviser'),
      block({ validTo: '2026-05-31' }),
      ['manage the set'],
    ],
    ['the owner, of an ended block', person(), block({ ownerPersonId: me, validTo: '2026-05-31' }), []],
    ['the auditor, of an ended block', person('auditor'), block({ validTo: '2026-05-31' }), []],
  ];

  it.each(situations)('%s', (_who, actor, on, expected) => {
    expect(allowedTo(actor, on).toSorted()).toEqual([...expected].toSorted());
  });

  it('no role but the adviser, the assessors and the owner changes or judges anything', () => {
    const powerless = roles.filter(
      (role) => !['integrity-adviser', 'auditor', 'risk-manager'].includes(role),
    );
    for (const role of powerless) {
      expect(allowedTo(person(role), block({ ownerPersonId: somebodyElse })), role).toEqual([]);
    }
  });

  it('says why not', () => {
    const decision = mayAssess(
      person('human-resources'),
      'operation',
      block({ ownerRole: 'human-resources' }),
      today,
    );
    expect(decision).toMatchObject({ allowed: false, reason: { nl: expect.stringContaining('auditor') } });
  });
});

describe('permissions of the catalogue', () => {
  it('lets every employee read', () => {
    expect(holds(person(), cataloguePermissions.read)).toBe(true);
  });

  it('gives the administrator as such no content', () => {
    const administrator: Actor = { ...person(), roles: new Set<Role>(['administrator']) };
    for (const permission of Object.values(cataloguePermissions)) {
      expect(holds(administrator, permission), permission.name).toBe(false);
    }
  });

  it('leaves the set of blocks to the integrity adviser', () => {
    const managing = roles.filter((role) => holds(person(role), cataloguePermissions.manage));
    expect(managing).toEqual(['integrity-adviser']);
  });
});
