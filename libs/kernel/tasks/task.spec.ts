import { inOrder, isLate, type Task } from './task.js';

const named = (name: string, given: Partial<Task> = {}): Task => ({
  title: { nl: name, en: name },
  path: '/',
  ...given,
});

describe('what waits for somebody', () => {
  it('is late from the day after the last one on which it was in time', () => {
    const task = named('', { dueOn: '2027-03-31' });
    expect(['2027-03-30', '2027-03-31', '2027-04-01'].map((today) => isLate(task, today))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isLate(named(''), '2027-04-01')).toBe(false);
  });

  it('stands in the order in which it presses', () => {
    const tasks = [
      named('wacht kort', { since: new Date('2027-03-20') }),
      named('zonder dag'),
      named('vandaag', { dueOn: '2027-03-31' }),
      named('over een maand', { dueOn: '2027-04-30' }),
      named('wacht lang', { since: new Date('2027-01-04') }),
      named('lang te laat', { dueOn: '2027-01-31' }),
      named('net te laat', { dueOn: '2027-03-20' }),
    ];
    expect(inOrder(tasks, '2027-03-31').map(({ title }) => title.nl)).toEqual([
      'lang te laat',
      'net te laat',
      'wacht lang',
      'wacht kort',
      'zonder dag',
      'vandaag',
      'over een maand',
    ]);
  });
});
