import type { Actor, Role } from '@weerbaar/kernel/context';
import { abilities, mayRead } from './action.policy.js';

const someone = (personId: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  accountId: `account-${personId}`,
  personId,
  roles: new Set(roles),
});

const ownedByAnna = { ownerPersonId: 'anna', ownerRole: null };
const ownedByPersonnel = { ownerPersonId: null, ownerRole: 'human-resources' };

describe('who may do what with an action', () => {
  it.each([
    ['the integrity adviser', someone('bo', 'employee', 'integrity-adviser'), ownedByAnna, true, true, true],
    ['the owner', someone('anna', 'employee'), ownedByAnna, true, false, true],
    [
      'somebody with the owning role',
      someone('bo', 'employee', 'human-resources'),
      ownedByPersonnel,
      true,
      false,
      true,
    ],
    ['another employee', someone('bo', 'employee'), ownedByAnna, false, false, false],
    ['the works council', someone('bo', 'employee', 'works-council'), ownedByAnna, false, false, false],
    ['the administrator', someone('bo', 'employee', 'administrator'), ownedByAnna, false, false, false],
    [
      'an action without an owner',
      someone('anna', 'employee'),
      { ownerPersonId: null, ownerRole: null },
      false,
      false,
      false,
    ],
  ])('%s', (_, actor, action, read, edit, report) => {
    expect({ read: mayRead(actor, action).allowed, ...abilities(actor, action) }).toEqual({
      read,
      edit,
      report,
    });
  });
});
