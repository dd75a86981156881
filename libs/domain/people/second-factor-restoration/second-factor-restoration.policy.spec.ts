import { type Actor, type Role, roles, systemActor } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';
import {
  type JudgedRestoration,
  mayConfirm,
  mayRequest,
  mayWithdraw,
} from './second-factor-restoration.policy.js';

const me = 'me';
const moment = new Date('2026-04-14T10:00:00Z');

function person(...held: readonly Role[]): Actor {
  return { kind: 'person', accountId: 'account', personId: me, roles: new Set<Role>(['employee', ...held]) };
}

function restoration(changes: Partial<JudgedRestoration> = {}): JudgedRestoration {
  return {
    personId: 'owner',
    requestedByPersonId: 'requester',
    confirmedAt: null,
    withdrawnAt: null,
    ...changes,
  };
}

const abilities = {
  request: (actor: Actor, { personId }: JudgedRestoration) => mayRequest(actor, personId),
  confirm: mayConfirm,
  withdraw: mayWithdraw,
};

type Ability = keyof typeof abilities;
const everything = Object.keys(abilities) as Ability[];

function allowedTo(actor: Actor, on: JudgedRestoration): Ability[] {
  return everything.filter((ability) => abilities[ability](actor, on).allowed);
}

const administrator = person('administrator');
const secretary = person('municipal-secretary');
const officer = person('data-protection-officer');
const open = restoration();
const confirmed = restoration({ confirmedAt: moment });
const withdrawn = restoration({ withdrawnAt: moment });

describe('who may do what for somebody who lost their second factor', () => {
  const situations: readonly (readonly [string, Actor, JudgedRestoration, readonly Ability[]])[] = [
    ['an administrator', administrator, open, ['request', 'confirm', 'withdraw']],
    [
      'the administrator who asked',
      administrator,
      restoration({ requestedByPersonId: me }),
      ['request', 'withdraw'],
    ],
    ['the administrator whose account it is', administrator, restoration({ personId: me }), ['withdraw']],
    ['the municipal secretary', secretary, open, ['confirm', 'withdraw']],
    ['the secretary whose account it is', secretary, restoration({ personId: me }), ['withdraw']],
    ['the data protection officer', officer, open, ['confirm', 'withdraw']],
    ['an administrator, when it was confirmed', administrator, confirmed, ['request']],
    ['an administrator, when it was withdrawn', administrator, withdrawn, ['request']],
    ['the municipal secretary, when it was confirmed', secretary, confirmed, []],
    ['the municipal secretary, when it was withdrawn', secretary, withdrawn, []],
    ['whose account it is, without any of these roles', person(), restoration({ personId: me }), []],
    ['Weerbaar itself', systemActor, open, everything],
  ];

  it.each(situations)('%s', (_, actor, on, expected) => {
    expect(allowedTo(actor, on)).toEqual(expected);
  });

  it('no other role does anything', () => {
    for (const role of roles.filter((one) => !peoplePermissions.confirmRestorations.roles.has(one)))
      for (const on of [open, confirmed, withdrawn]) expect(allowedTo(person(role), on), role).toEqual([]);
  });

  it('nobody restores their own, not with all roles together', () => {
    const own = restoration({ personId: me });
    expect(allowedTo(person(...roles), own)).toEqual(['withdraw']);
    expect(mayRequest(person(...roles), me)).toMatchObject({
      reason: { nl: 'U beslist niet over iets van uzelf.' },
    });
  });
});
