import { type FollowingAccount, mailFollows, nameFollows } from './directory-user.policy.js';

describe('the address that links are mailed to', () => {
  it.each<[string, FollowingAccount, boolean]>([
    ['who signs in at the provider', { hasPassword: false, roles: ['employee', 'manager'] }, true],
    ['who has no role', { hasPassword: false, roles: [] }, true],
    ['who has a password', { hasPassword: true, roles: ['employee'] }, false],
    ['who holds a confidential role', { hasPassword: false, roles: ['employee', 'investigator'] }, false],
    ['an administrator', { hasPassword: false, roles: ['administrator'] }, false],
  ])('of %s follows the directory or not', (_, account, expected) => {
    expect(mailFollows(account)).toBe(expected);
  });
});

it('the name of who is employed is as human resources gave it', () => {
  expect([nameFollows({ isEmployed: true }), nameFollows({ isEmployed: false })]).toEqual([false, true]);
});
