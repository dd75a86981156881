import { personIn } from './provider-claims.js';
import { SignInRefused } from './refusal.js';

const settings = {
  nameClaim: 'email',
  strongAcr: ['2', 'http://eidas.europa.eu/LoA/substantial'],
  groupClaim: 'groups',
  groupRoles: { 'Alle medewerkers': 'employee', Leiding: 'manager' },
} as const;
const anna = { sub: 'abc', email: 'anna@voorbeeld.example', email_verified: true };

function reasonFor(claims: object): string | undefined {
  try {
    personIn({ ...anna, ...claims }, settings);
    return undefined;
  } catch (error) {
    return error instanceof SignInRefused ? error.reason : String(error);
  }
}

describe('who somebody is at the provider', () => {
  it('is what it calls them for good', () => {
    expect(personIn(anna, settings).subject).toBe('abc');
  });

  it.each([
    ['nothing', undefined, 'not-proven'],
    ['a number', 12, 'not-proven'],
    ['an empty text', '', 'not-proven'],
    ['more than OpenID Connect allows', 'x'.repeat(256), 'not-proven'],
    ['a text with NUL', 'a\0b', 'not-proven'],
    ['a citizen service number', '999990019', 'citizen-service-number'],
    ['one with its leading zero left out', '10464554', 'citizen-service-number'],
  ])('is not %s', (_, sub, reason) => {
    expect(reasonFor({ sub })).toBe(reason);
  });

  it('is not what the provider itself calls a citizen service number', () => {
    expect(reasonFor({ sub_id_type: 'urn:nl-eid-gdi:1.0:id:BSN' })).toBe('citizen-service-number');
    expect(reasonFor({ sub_id_type: 'urn:nl-eid-gdi:1.0:id:pseudonym' })).toBeUndefined();
  });

  it('is themselves, and nobody for whom they act', () => {
    expect(reasonFor({ represents: [{ sub: 'another' }] })).toBe('on-behalf-of-another');
  });

  it('tells nothing of what the provider sent when it refuses', () => {
    const refused = new SignInRefused('citizen-service-number');
    expect(`${refused.message} ${refused.told}`).not.toContain('999990019');
  });
});

describe('the name to recognise somebody by', () => {
  it.each([
    ['an address that was checked', anna, 'anna@voorbeeld.example'],
    ['an address that was not', { ...anna, email_verified: false }, undefined],
    ['an address of which nothing is said', { ...anna, email_verified: undefined }, undefined],
    ['an address that is said to be checked in words', { ...anna, email_verified: 'true' }, undefined],
    ['a list', { ...anna, email: ['anna@voorbeeld.example'] }, undefined],
    ['what becomes another name in lower case', { ...anna, email: '\u212Aees@voorbeeld.example' }, undefined],
    ['a text with NUL', { ...anna, email: 'anna\0@voorbeeld.example' }, undefined],
    ['a text without end', { ...anna, email: 'a'.repeat(255) }, undefined],
  ])('%s', (_, claims, name) => {
    expect(personIn(claims, settings).name).toBe(name);
  });

  it('is another claim where the operator says so, which needs no check', () => {
    const claims = { sub: 'abc', preferred_username: 'anna' };
    expect(personIn(claims, { ...settings, nameClaim: 'preferred_username' }).name).toBe('anna');
  });
});

describe('the roles that groups give', () => {
  const rolesFor = (groups: unknown, changed: object = {}) =>
    personIn({ ...anna, groups }, { ...settings, ...changed }).roles;

  it.each([
    ['one group', ['Leiding'], ['manager']],
    ['a group that is no list', 'Leiding', ['manager']],
    ['two groups', ['Leiding', 'Alle medewerkers'], ['employee', 'manager']],
    ['the same group twice', ['Leiding', 'Leiding'], ['manager']],
    ['groups that give nothing', ['administrator', 'manager', 'Directie'], []],
    ['names that every object has', ['constructor', '__proto__', 'toString'], []],
    ['no groups', undefined, []],
    ['something else', { Leiding: true }, []],
  ])('%s', (_, groups, roles) => {
    expect(rolesFor(groups)).toEqual(roles);
  });

  it('are never others than the three, whatever the settings say', () => {
    const groupRoles = { Leiding: 'administrator', Raad: 'confidential-adviser-integrity', Staf: 'employee' };
    expect(rolesFor(['Leiding', 'Raad', 'Staf'], { groupRoles })).toEqual(['employee']);
  });

  it('are none where the operator names no claim', () => {
    expect(rolesFor(['Leiding'], { groupClaim: null })).toEqual([]);
  });
});

describe('a second factor at the provider', () => {
  it.each([
    ['a level that was agreed', { acr: '2' }, true],
    ['another level', { acr: '1' }, false],
    ['no level', {}, false],
    ['a list of levels', { acr: ['2'] }, false],
    ['a way of signing in instead of a level', { amr: ['2', 'mfa'] }, false],
  ])('%s', (_, claims, strong) => {
    expect(personIn({ ...anna, ...claims }, settings).strong).toBe(strong);
  });

  it('is never vouched for where nothing was agreed', () => {
    expect(personIn({ ...anna, acr: '2' }, { ...settings, strongAcr: [] }).strong).toBe(false);
  });
});
