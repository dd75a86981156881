import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { faultsOf } from './faults.js';
import { Choice, Day, Euros, Identifier, Line, List, Text, WholeNumber } from './fields.js';
import { PageNumber, PageQuery } from './paging.js';

class Part {
  @Line({ max: 5 })
  name: string;
}

class Order {
  @Line({ max: 10 })
  title: string;

  @Text({ max: 10, omittable: true })
  note?: string;

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

  @List(() => Part, { max: 2 })
  parts: Part[];
}

class Period extends PageQuery {
  @PageNumber({ reach: 100 })
  override page: number = 1;

  @Day({ omittable: true })
  from?: string;

  @Day({ omittable: true, notBefore: 'from' })
  to?: string;
}

const good = { title: 'Training', quarter: 2, priority: 'high', parts: [] };

function faults(input: object, type: new () => object = Order): string[] {
  const errors = validateSync(plainToInstance(type, input), { whitelist: true, forbidNonWhitelisted: true });
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
      parts: [{ name: 'too long' }],
      extra: 1,
    };
    expect(faults(wrong).toSorted()).toEqual(
      [
        'title required',
        'quarter too-high',
        'budget number',
        'priority choice',
        'parts.0.name too-long',
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

  it('keeps what is one line on one line, and the paragraphs of a text', () => {
    const order = plainToInstance(Order, { ...good, title: 'A\r\nB\n', note: 'A\r\nB\n' });
    expect([order.title, order.note]).toEqual(['A B', 'A\nB']);
  });
});

describe('a period', () => {
  it.each([
    [{}, []],
    [{ from: '2026-01-01' }, []],
    [{ to: '2026-01-01' }, []],
    [{ from: '2026-01-01', to: '2026-01-01' }, []],
    [{ from: '2026-01-02', to: '2026-01-01' }, ['to before-first-day']],
    [{ from: '2026-02-30', to: '2026-01-01' }, ['from day']],
    [{ from: '2026-01-02', to: 'x' }, ['to day']],
  ])('%j does not end before it begins', (period, expected) => {
    expect(faults(period, Period)).toEqual(expected);
  });
});

describe('a page', () => {
  it.each([
    [{}, []],
    [{ page: '2' }, []],
    [{ page: '2', pageSize: '100' }, ['page too-far']],
    [{ page: '10', pageSize: '10' }, []],
    [{ page: '11', pageSize: '10' }, ['page too-far']],
    [{ page: '0', pageSize: '10' }, ['page too-low']],
    [{ page: 'x', pageSize: '10' }, ['page whole-number']],
    [{ page: '2', pageSize: 'x' }, ['pageSize whole-number']],
    [{ page: '999999', pageSize: '10' }, ['page too-high']],
  ])('%j is not further than one can go', (page, expected) => {
    expect(faults(page, Period)).toEqual(expected);
  });
});
