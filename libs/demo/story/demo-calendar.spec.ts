import { DemoCalendar } from './demo-calendar.js';

const yearOfDemo = (moment: string): number => DemoCalendar.on(new Date(moment)).yearAt(0);

it('stays in the year before until the account of that year is published', () => {
  expect(yearOfDemo('2031-04-30T21:59:00Z')).toBe(2030);
  expect(yearOfDemo('2031-01-01T12:00:00Z')).toBe(2030);
});

it('moves on in May, by the Dutch day', () => {
  expect(yearOfDemo('2031-04-30T22:01:00Z')).toBe(2031);
  expect(yearOfDemo('2031-12-31T12:00:00Z')).toBe(2031);
});

it('counts days from the year of the demo', () => {
  const calendar = DemoCalendar.on(new Date('2031-11-22T12:00:00Z'));
  expect(calendar.day({ year: -1, monthDay: '04-14' })).toBe('2030-04-14');
});
