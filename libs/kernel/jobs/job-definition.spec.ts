import fc from 'fast-check';
import { defineJob, defineSchedule, isSchedule, requireCodesOnly } from './job-definition.js';

describe('a job definition', () => {
  it('has three attempts unless it says otherwise', () => {
    expect(defineJob({ name: 'annual-cycle.render', queue: 'heavy' })).toMatchObject({
      attempts: 3,
      steps: [],
    });
  });

  it('of the mail queue goes on for more than an hour, as mail servers expect', () => {
    const { attempts, backoffMilliseconds } = defineJob({ name: 'catalogue.remind', queue: 'mail' });
    const waits = Array.from({ length: attempts - 1 }, (_, past) => backoffMilliseconds * 2 ** past);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3_600_000);
  });

  it('of the mail queue may say otherwise', () => {
    expect(defineJob({ name: 'identity.send-code', queue: 'mail', attempts: 2 })).toMatchObject({
      attempts: 2,
      backoffMilliseconds: 60_000,
    });
  });

  it.each(['render', 'Annual.render', 'annual cycle.render', 'a.b.c', ''])('refuses the name %j', (name) => {
    expect(() => defineJob({ name, queue: 'heavy' })).toThrow('a name reads <part>.<what-it-does>');
  });

  it.each([0, -1, 1.5])('refuses %d attempts', (attempts) => {
    expect(() => defineJob({ name: 'a.b', queue: 'quick', attempts })).toThrow('at least one attempt');
  });

  it('of a schedule keeps Dutch time unless it says otherwise', () => {
    const schedule = defineSchedule({ name: 'catalogue.find-overdue', cron: '0 6 * * *' });
    expect(schedule).toMatchObject({ cron: '0 6 * * *', timeZone: 'Europe/Amsterdam', queue: 'quick' });
    expect(isSchedule(schedule)).toBe(true);
    expect(isSchedule(defineJob({ name: 'a.b', queue: 'quick' }))).toBe(false);
  });
});

describe('the payload of a job', () => {
  it('carries ids, codes, days and numbers', () => {
    const payload = {
      id: '0198c2f4-6f0e-7d3a-9a51-3f1e8b1f0a11',
      edition: 'public',
      day: '2026-04-14',
      year: 2026,
    };
    expect(() => requireCodesOnly('a.b', payload)).not.toThrow();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (year) => {
    expect(() => requireCodesOnly('a.b', { year })).toThrow('payload.year');
  });

  it('carries nothing with white space, an @ or a letter beyond a to z, and never repeats it', () => {
    const telling = fc.constantFrom(' ', '\n', '@', 'é', '\u202e', '<', '"', '/');
    const texts = fc.tuple(fc.string(), telling, fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => requireCodesOnly('a.b', { field: text })).toThrow(
          'job "a.b": payload.field must be an id, a plain code or a number',
        );
      }),
    );
  });
});
