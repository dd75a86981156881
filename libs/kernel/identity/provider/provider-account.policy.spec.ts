import type { Role } from '@weerbaar/kernel/context';
import { mayEnterByName } from './provider-account.policy.js';

const fresh = { passwordHash: null, providerSubject: null, roles: ['employee'] as Role[] };

describe('whether a name at the provider lets somebody into an account', () => {
  it.each([
    ['nobody signed in to it yet, an employee', fresh, true],
    ['somebody without any role', { ...fresh, roles: [] }, true],
    [
      'a manager: that role needs no second person',
      { ...fresh, roles: ['employee', 'manager'] as Role[] },
      true,
    ],
    ['it has a password', { ...fresh, passwordHash: 'hash' }, false],
    ['it is tied to somebody at the provider', { ...fresh, providerSubject: 'abc' }, false],
    ['a confidential adviser', { ...fresh, roles: ['confidential-adviser-conduct'] as Role[] }, false],
    ['an integrity adviser', { ...fresh, roles: ['employee', 'integrity-adviser'] as Role[] }, false],
    ['an administrator', { ...fresh, roles: ['administrator'] as Role[] }, false],
  ])('%s', (_, account, allowed) => {
    expect(mayEnterByName(account)).toBe(allowed);
  });
});
