import { type RoleAssignmentState, stateOn } from './role-assignment.states.js';

const today = '2026-06-15';
const moment = new Date('2026-06-01T10:00:00Z');

const recorded = {
  validFrom: '2026-06-01',
  validTo: null as string | null,
  needsConfirmation: false,
  confirmedAt: null as Date | null,
  endedAt: null as Date | null,
};
const waiting = { needsConfirmation: true };
const confirmed = { needsConfirmation: true, confirmedAt: moment };

describe('what a role of somebody is on a day', () => {
  it.each<[string, Partial<typeof recorded>, RoleAssignmentState]>([
    ['without an end', {}, 'in-force'],
    ['on its first day', { validFrom: today }, 'in-force'],
    ['on its last day', { validTo: today }, 'in-force'],
    ['of one day', { validFrom: today, validTo: today }, 'in-force'],
    ['the day before it begins', { validFrom: '2026-06-16' }, 'future'],
    ['the day after it ended', { validTo: '2026-06-14' }, 'ended'],
    ['ended at once', { endedAt: moment }, 'ended'],
    ['ended before it began', { validFrom: '2026-07-01', endedAt: moment }, 'ended'],
    ['confirmed', confirmed, 'in-force'],
    ['confirmed, and not begun yet', { ...confirmed, validFrom: '2026-07-01' }, 'future'],
    ['confirmed and ended', { ...confirmed, endedAt: moment }, 'ended'],
    ['not confirmed yet', waiting, 'waiting'],
    ['not confirmed yet, and not begun', { ...waiting, validFrom: '2026-07-01' }, 'waiting'],
    ['not confirmed before it was over', { ...waiting, validTo: '2026-06-14' }, 'ended'],
    ['withdrawn', { ...waiting, endedAt: moment }, 'withdrawn'],
    ['withdrawn, and over by now', { ...waiting, validTo: '2026-06-14', endedAt: moment }, 'withdrawn'],
  ])('%s', (_, changes, state) => {
    expect(stateOn(today, { ...recorded, ...changes })).toBe(state);
  });
});
