import { type Role, roles } from '@weerbaar/kernel/context';
import { assuranceFor, assurances, needsSecondPerson, reaches, rolesOfProvider } from './assurance.js';

/** Written down a second time on purpose: who changes what a role takes changes it here as well. */
const byPassword: readonly Role[] = ['employee', 'hired-staff', 'volunteer'];
const bySecondFactor: readonly Role[] = [
  'administrator',
  'auditor',
  'confidential-adviser-conduct',
  'confidential-adviser-integrity',
  'data-protection-officer',
  'integrity-adviser',
  'investigator',
  'key-custodian',
  'municipal-secretary',
];

describe('how sure one must be of somebody', () => {
  it('a password is enough for what everybody is, and for nothing else', () => {
    expect(roles.filter((role) => assuranceFor(role) === 'password')).toEqual(byPassword);
  });

  it('what is confidential takes a second factor', () => {
    expect(roles.filter((role) => assuranceFor(role) === 'strong').toSorted()).toEqual(bySecondFactor);
  });

  it('no role counts before the second factor of an account that has one', () => {
    expect(roles.filter((role) => reaches('pending', assuranceFor(role)))).toEqual([]);
  });

  it('each kind of proof is as good as those before it, and no better', () => {
    for (const [given, proof] of assurances.entries())
      for (const [needed, other] of assurances.entries())
        expect(reaches(proof, other), `${proof} for ${other}`).toBe(given >= needed);
  });
});

describe('who can give a role', () => {
  it('two people, where it takes a second factor to use it: and the other way round', () => {
    for (const role of roles) expect(needsSecondPerson(role), role).toBe(assuranceFor(role) === 'strong');
  });

  it('whoever runs the identity provider gives nobody a confidential role', () => {
    for (const role of rolesOfProvider) {
      expect(needsSecondPerson(role), role).toBe(false);
      expect(reaches('provider', assuranceFor(role)), role).toBe(true);
    }
  });
});
