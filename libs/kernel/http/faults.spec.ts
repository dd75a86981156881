import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { faultsOf } from './faults.js';
import { Choice, Day, Euros, Identifier, List, Text, WholeNumber } from './fields.js';

class Line {
  @Text({ max: 5 })
  name: string;
}

class Order {
  @Text({ max: 10 })
  title: string;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Euros({ optional: true })
  budget?: number | null;

  @Choice(['high', 'low'])
  priority: string;

  @Day({ omittable: true })
  day?: string;

  @Identifier({ optional: true })
  person?: string | null;

  @List(() => Line, { max: 2 })
  lines: Line[];
}

const good = { title: 'Training', quarter: 2, priority: 'high', lines: [] };

function faults(input: object): string[] {
  const errors = validateSync(plainToInstance(Order, input), { whitelist: true, forbidNonWhitelisted: true });
  return faultsOf(errors).map(({ path, code }) => `${path} ${code}`);
}

describe('faults in the input', () => {
  it('finds none in what is right', () => {
    expect(faults(good)).toEqual([]);
  });

  it('tells all at once, each with its place', () => {
    const wrong = {
      title: '',
      quarter: 5,
      budget: 1.234,
      priority: 'urgent',
      lines: [{ name: 'too long' }],
      extra: 1,
    };
    expect(faults(wrong).toSorted()).toEqual(
      [
        'title required',
        'quarter too-high',
        'budget number',
        'priority choice',
        'lines.0.name too-long',
        'extra unknown-field',
      ].toSorted(),
    );
  });

  it.each(['2222-01-01', '2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T00:00:00Z', 20260101])(
    'refuses %s as a day',
    (day) => {
      expect(faults({ ...good, day })).toEqual(['day day']);
    },
  );

  it.each(['1', 2.5, null, 0])('takes only whole numbers that are numbers: %s', (quarter) => {
    expect(faults({ ...good, quarter })).toEqual([expect.stringMatching(/^quarter /)]);
  });

  it('takes null where a field may be empty, and not where it may only be left out', () => {
    expect(faults({ ...good, person: null })).toEqual([]);
    expect(faults({ ...good, day: null })).toEqual(['day day']);
  });

  it('takes control and direction characters out of text', () => {
    const order = plainToInstance(Order, { ...good, title: ' A\u0000B\u202Ec ' });
    expect(order.title).toBe('ABc');
  });
});
