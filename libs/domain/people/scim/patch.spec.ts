import { patchUser } from './patch.js';
import { schemaIds } from './schemas.js';
import { readUser, type UserAttributes } from './user-attributes.js';

const before: UserAttributes = {
  userName: 'anna',
  externalId: '1',
  active: true,
  displayName: 'Anna',
  formattedName: null,
  givenName: 'Anna',
  familyName: 'Vos',
  email: 'anna@voorbeeld.example',
  employeeNumber: null,
};

function patched(...operations: readonly object[]): Partial<UserAttributes> {
  const after = patchUser(before, { schemas: [schemaIds.patch], Operations: operations });
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => known.get(field) !== value));
}

const mail = 'anna.vos@voorbeeld.example';

describe('an operation', () => {
  it.each<[string, object, Partial<UserAttributes>]>([
    ['False as text', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['without a path', { op: 'replace', value: { active: false } }, { active: false }],
    ['other capitals', { op: 'REPLACE', path: 'DISPLAYNAME', value: 'A' }, { displayName: 'A' }],
    ['a part', { op: 'add', path: 'name.familyName', value: 'Bos' }, { familyName: 'Bos' }],
    ['some parts', { op: 'add', path: 'name', value: { familyName: 'Bos' } }, { familyName: 'Bos' }],
    ['all parts away', { op: 'remove', path: 'name' }, { givenName: null, familyName: null }],
    ['away', { op: 'remove', path: 'externalId' }, { externalId: null }],
    ['emptied', { op: 'replace', path: 'displayName', value: '' }, { displayName: null }],
    ['mail at work', { op: 'Add', path: 'emails[type eq "work"].value', value: mail }, { email: mail }],
    [
      'mail, the first',
      { op: 'replace', path: 'emails[primary eq true].value', value: mail },
      { email: mail },
    ],
    ['mail, all of it', { op: 'replace', path: 'emails', value: [{ value: mail }] }, { email: mail }],
    ['mail away', { op: 'remove', path: 'emails[type eq "work"]' }, { email: null }],
    ['mail at home', { op: 'add', path: 'emails[type eq "home"].value', value: 'thuis' }, {}],
    ['mail at home beside', { op: 'add', path: 'emails', value: [{ type: 'home', value: 'a@b.c' }] }, {}],
    [
      'mail at home alone',
      { op: 'replace', path: 'emails', value: [{ type: 'home', value: 'a@b.c' }] },
      { email: null },
    ],
    ['a manager', { op: 'Add', path: `${schemaIds.enterpriseUser}:manager`, value: 'x' }, {}],
    [
      'a number of the enterprise',
      { op: 'Add', value: { [schemaIds.enterpriseUser]: { employeeNumber: '7', costCenter: 'x' } } },
      { employeeNumber: '7' },
    ],
    ['a role', { op: 'Add', path: 'roles', value: [{ value: 'administrator' }] }, {}],
  ])('with %s does what it says and nothing else', (_, operation, expected) => {
    expect(patched(operation)).toEqual(expected);
  });

  it('comes after the one before it', () => {
    const value = (name: string) => ({ op: 'replace', path: 'displayName', value: name });
    expect(patched(value('een'), value('twee'))).toEqual({ displayName: 'twee' });
  });
});

describe('a whole user', () => {
  const base = { schemas: [schemaIds.user], userName: 'anna' };

  it.each([
    [
      'the one at work',
      [
        { type: 'home', value: 'h@x.nl' },
        { type: 'Work', value: 'w@x.nl' },
      ],
      'w@x.nl',
    ],
    [
      'the first one at work',
      [
        { type: 'work', value: 'w@x.nl' },
        { type: 'work', value: 'p@x.nl', primary: 'True' },
      ],
      'p@x.nl',
    ],
    ['the one without a kind', [{ value: 'x@x.nl' }], 'x@x.nl'],
    ['none of those at home', [{ type: 'home', value: 'h@x.nl', primary: true }], null],
  ])('has of its addresses %s', (_, emails, expected) => {
    expect(readUser({ ...base, emails }, true).email).toBe(expected);
  });

  it('is as open as it was when it does not say', () => {
    expect([readUser(base, true).active, readUser(base, false).active]).toEqual([true, false]);
  });
});
