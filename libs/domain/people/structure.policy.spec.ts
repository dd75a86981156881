import { type Actor, type Role, systemActor } from '@weerbaar/kernel/context';
import {
  mayEditEmployments,
  mayEditStructure,
  mayLookAtDay,
  mayReadEmployments,
  maySeeWhoIsAway,
} from './structure.policy.js';

const actor = (role: Role, personId = 'me'): Actor => ({
  kind: 'person',
  accountId: 'account',
  personId,
  roles: new Set<Role>(['employee', role]),
});

describe('changing departments, functions and employments', () => {
  it.each<[Role, boolean]>([
    ['human-resources', true],
    ['administrator', true],
    ['integrity-adviser', false],
    ['manager', false],
    ['municipal-secretary', false],
    ['auditor', false],
    ['employee', false],
  ])('%s: %s', (role, allowed) => {
    expect(mayEditStructure(actor(role)).allowed).toBe(allowed);
    expect(mayEditEmployments(actor(role), 'somebody').allowed).toBe(allowed);
  });

  it.each<Role>(['human-resources', 'administrator'])('%s does not change their own employment', (role) => {
    expect(mayEditEmployments(actor(role), 'me').allowed).toBe(false);
  });

  it('Weerbaar itself and the operator may: that is how an import writes', () => {
    expect(mayEditEmployments(systemActor, 'somebody').allowed).toBe(true);
  });
});

describe('seeing employments of others', () => {
  it.each<[Role, boolean, boolean]>([
    // Role, when not their manager, when their manager.
    ['human-resources', true, true],
    ['administrator', true, true],
    ['integrity-adviser', true, true],
    ['manager', false, true],
    ['department-head', false, true],
    ['cluster-manager', false, true],
    ['director', false, true],
    ['municipal-secretary', false, true],
    ['employee', false, false],
    ['works-council', false, false],
    ['confidential-adviser-integrity', false, false],
    ['auditor', false, false],
  ])('%s: %s, of their own team: %s', (role, ofAnybody, ofTeam) => {
    expect(mayReadEmployments(actor(role), 'somebody', false).allowed).toBe(ofAnybody);
    expect(mayReadEmployments(actor(role), 'somebody', true).allowed).toBe(ofTeam);
  });

  it('everybody sees their own', () => {
    expect(mayReadEmployments(actor('employee'), 'me', false).allowed).toBe(true);
  });
});

describe('seeing who works here no more, or not yet', () => {
  it.each<[Role, boolean]>([
    ['human-resources', true],
    ['administrator', true],
    ['integrity-adviser', true],
    ['manager', false],
    ['employee', false],
  ])('%s: %s', (role, allowed) => {
    expect(maySeeWhoIsAway(actor(role))).toBe(allowed);
  });
});

describe('looking at another day', () => {
  const today = '2026-03-02';

  it.each<[Role, boolean]>([
    ['human-resources', true],
    ['administrator', true],
    ['integrity-adviser', true],
    ['manager', false],
    ['employee', false],
  ])('%s: %s, before and after today alike', (role, allowed) => {
    for (const day of ['2025-12-31', '2027-01-01'])
      expect(mayLookAtDay(actor(role), day, today).allowed).toBe(allowed);
  });

  it('today is for everybody, and what is their own on every day', () => {
    expect(mayLookAtDay(actor('employee'), today, today).allowed).toBe(true);
    expect(mayLookAtDay(actor('employee'), '2020-01-01', today, 'me').allowed).toBe(true);
    expect(mayLookAtDay(actor('employee'), '2020-01-01', today, 'somebody').allowed).toBe(false);
  });
});
