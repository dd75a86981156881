import { cycleOf, phases } from './cycle.js';

const cycle = (year: number, phase: (typeof phases)[number]) => ({
  id: String(year),
  version: 1,
  year,
  phase,
});

describe('the year that people work in', () => {
  it('is the one that is carried out, not the next of which the plan is written', () => {
    const years = [cycle(2027, 'plan'), cycle(2026, 'evaluate'), cycle(2025, 'report')];
    expect(cycleOf(years)?.year).toBe(2026);
  });

  it('is the newest where none is carried out', () => {
    expect(cycleOf([cycle(2025, 'report'), cycle(2026, 'plan')])?.year).toBe(2026);
  });

  it('is none before the first has been opened', () => {
    expect(cycleOf([])).toBeUndefined();
  });
});
