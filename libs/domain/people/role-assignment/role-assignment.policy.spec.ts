import { needsSecondPerson } from '@weerbaar/kernel/access';
import { type Actor, operatorActor, type Role, roles, systemActor } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';
import {
  abilities,
  type JudgedAssignment,
  mayConfirm,
  mayEnd,
  mayGive,
  mayWithdraw,
} from './role-assignment.policy.js';
import { type RoleAssignmentState, roleAssignmentStates } from './role-assignment.states.js';

const me = 'me';
const giver = 'giver';
const holder = 'holder';
const stoodInFor = 'stood-in-for';

function person(...held: readonly Role[]): Actor {
  return { kind: 'person', accountId: 'account', personId: me, roles: new Set<Role>(['employee', ...held]) };
}

function assignment(changes: Partial<JudgedAssignment> = {}): JudgedAssignment {
  return { personId: holder, substituteFor: null, givenByPersonId: giver, ...changes };
}

type Ability = 'give' | 'confirm' | 'withdraw' | 'end';
const everything: readonly Ability[] = ['give', 'confirm', 'withdraw', 'end'];

function allowedTo(actor: Actor, on: JudgedAssignment, state: RoleAssignmentState): Ability[] {
  const allowed: Record<Ability, boolean> = {
    give: mayGive(actor, on.personId).allowed,
    confirm: mayConfirm(actor, on, state).allowed,
    withdraw: mayWithdraw(actor, state).allowed,
    end: mayEnd(actor, state).allowed,
  };
  return everything.filter((ability) => allowed[ability]);
}

const administrator = person('administrator');
const secretary = person('municipal-secretary');
const officer = person('data-protection-officer');

describe('who may do what with the role of somebody', () => {
  const situations: readonly (readonly [
    string,
    Actor,
    JudgedAssignment,
    RoleAssignmentState,
    readonly Ability[],
  ])[] = [
    // Four eyes, while it waits.
    ['an administrator, waiting', administrator, assignment(), 'waiting', ['give', 'confirm', 'withdraw']],
    ['the municipal secretary, waiting', secretary, assignment(), 'waiting', ['confirm', 'withdraw']],
    ['the data protection officer, waiting', officer, assignment(), 'waiting', ['confirm', 'withdraw']],
    [
      'the administrator who gave it, waiting',
      administrator,
      assignment({ givenByPersonId: me }),
      'waiting',
      ['give', 'withdraw'],
    ],
    [
      'the administrator who gets it, waiting',
      administrator,
      assignment({ personId: me }),
      'waiting',
      ['withdraw'],
    ],
    ['the secretary who gets it, waiting', secretary, assignment({ personId: me }), 'waiting', ['withdraw']],
    [
      'the secretary who is stood in for, waiting',
      secretary,
      assignment({ substituteFor: me }),
      'waiting',
      ['withdraw'],
    ],
    [
      'an administrator who is stood in for, waiting',
      administrator,
      assignment({ substituteFor: me }),
      'waiting',
      ['give', 'withdraw'],
    ],
    [
      'the secretary, of a substitute for somebody else, waiting',
      secretary,
      assignment({ substituteFor: stoodInFor }),
      'waiting',
      ['confirm', 'withdraw'],
    ],
    // After that: ending, by the administrator alone.
    ['an administrator, in force', administrator, assignment(), 'in-force', ['give', 'end']],
    ['an administrator, in the future', administrator, assignment(), 'future', ['give', 'end']],
    ['an administrator, ended', administrator, assignment(), 'ended', ['give']],
    ['an administrator, withdrawn', administrator, assignment(), 'withdrawn', ['give']],
    [
      'the administrator who holds it, in force',
      administrator,
      assignment({ personId: me }),
      'in-force',
      ['end'],
    ],
    [
      'the administrator who gave it, in force',
      administrator,
      assignment({ givenByPersonId: me }),
      'in-force',
      ['give', 'end'],
    ],
    ['the municipal secretary, in force', secretary, assignment(), 'in-force', []],
    ['the data protection officer, in force', officer, assignment(), 'in-force', []],
    [
      'who holds the role, in force',
      person('integrity-adviser'),
      assignment({ personId: me }),
      'in-force',
      [],
    ],
    // Weerbaar and the operator are bound to the state, and to nobody.
    ['Weerbaar itself, waiting', systemActor, assignment(), 'waiting', ['give', 'confirm', 'withdraw']],
    ['the operator, in force', operatorActor, assignment(), 'in-force', ['give', 'end']],
  ];

  it.each(situations)('%s', (_, actor, on, state, expected) => {
    expect(allowedTo(actor, on, state)).toEqual(expected);
    const { confirm, withdraw, end } = abilities(actor, on, state);
    expect({ confirm, withdraw, end }).toEqual({
      confirm: expected.includes('confirm'),
      withdraw: expected.includes('withdraw'),
      end: expected.includes('end'),
    });
  });

  it('no other role does anything, whatever the state', () => {
    const powerless = roles.filter((role) => !peoplePermissions.confirmRoles.roles.has(role));
    for (const role of powerless)
      for (const state of roleAssignmentStates)
        expect(allowedTo(person(role), assignment(), state), `${role}, ${state}`).toEqual([]);
  });

  it('nobody gives, or confirms, what is their own: not with all roles together', () => {
    const almighty = person(...roles);
    for (const state of roleAssignmentStates)
      for (const own of [{ personId: me }, { substituteFor: me }, { givenByPersonId: me }])
        expect(mayConfirm(almighty, assignment(own), state).allowed).toBe(false);
    expect(mayGive(almighty, me).allowed).toBe(false);
  });

  it('what does not wait is confirmed by nobody', () => {
    for (const state of roleAssignmentStates.filter((one) => one !== 'waiting'))
      expect(mayConfirm(secretary, assignment(), state)).toMatchObject({
        reason: { nl: 'Deze rol wacht niet op een bevestiging.' },
      });
  });

  it('says why not', () => {
    expect(mayGive(administrator, me)).toMatchObject({ reason: { nl: 'U kunt uzelf geen rol geven.' } });
    expect(mayGive(secretary, holder)).toMatchObject({
      reason: { nl: 'Alleen de beheerder geeft rollen.' },
    });
    expect(mayConfirm(administrator, assignment({ givenByPersonId: me }), 'waiting')).toMatchObject({
      reason: { nl: 'Iemand anders moet dit bevestigen.' },
    });
  });
});

describe('permissions of people', () => {
  it('whoever can be the second person got that role by a second person themselves', () => {
    const { confirmRoles, confirmRestorations, giveRoles, manageAccounts } = peoplePermissions;
    for (const permission of [confirmRoles, confirmRestorations, giveRoles, manageAccounts])
      for (const role of permission.roles)
        expect(needsSecondPerson(role), `${permission.name}: ${role}`).toBe(true);
  });
});
