import { dayFrom, dayInText, isDay, partsMissing, typedDay } from './typed-day.js';

const typed = (day: string, month: string, year: string): string => dayFrom({ day, month, year });

describe('a day that is typed part by part', () => {
  it.each([
    ['1', '2', '2026', '2026-02-01'],
    [' 01', '02 ', '2026', '2026-02-01'],
    ['29', '2', '2028', '2028-02-29'],
    ['3', 'mrt', '2026', '2026-03-03'],
    ['3', 'Maart', '2026', '2026-03-03'],
    ['3', 'okt.', '2026', '2026-10-03'],
    ['3', 'Oct', '2026', '2026-10-03'],
    ['3', 'augu', '2026', '2026-08-03'],
  ])('is, of %j, %j and %j, the day %s', (day, month, year, expected) => {
    expect(typed(day, month, year)).toBe(expected);
    expect(isDay(expected)).toBe(true);
  });

  it('is nothing when nothing was typed', () => {
    expect(typed('', ' ', '')).toBe('');
    expect(typedDay('')).toEqual({ day: '', month: '', year: '' });
    expect(partsMissing('')).toEqual([]);
  });

  it.each([
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['0', '1', '2026'],
    ['1', '13', '2026'],
    ['1', 'm', '2026'],
    ['1', 'ma', '2026'],
    ['1', 'constructor', '2026'],
    ['1', '1', '26'],
    ['1', '1', '0026'],
    ['1', '1', '12026'],
    ['een', '1', '2026'],
    ['-1', '1', '2026'],
  ])('keeps %j, %j, %j as it was typed: that is no day', (day, month, year) => {
    const held = typed(day, month, year);
    expect(isDay(held)).toBe(false);
    expect(typedDay(held)).toEqual({ day, month, year });
    expect(partsMissing(held)).toEqual([]);
  });

  it('knows what was left out', () => {
    expect(partsMissing(typed('', '2', '2026'))).toEqual(['day']);
    expect(partsMissing(typed('1', '', ''))).toEqual(['month', 'year']);
  });

  it('never takes what is no day for one, whatever was typed in which part', () => {
    expect(isDay(typed('2026-02-01', '', ''))).toBe(false);
    expect(isDay(typed('2026', '02', '01'))).toBe(false);
    expect(typedDay(typed('1/2', '3', '4'))).toEqual({ day: '1 2', month: '3', year: '4' });
  });

  it('comes back in parts, without zeros in front', () => {
    expect(typedDay('2026-02-01')).toEqual({ day: '1', month: '2', year: '2026' });
  });
});

describe('a day in one text', () => {
  it.each([
    '1-2-2026',
    '01-02-2026',
    '1 feb 2026',
    '1 februari 2026',
    '1/2/2026',
    '1.2.2026',
    ' 2026-02-01 ',
    '1 feb. 2026',
  ])('is found in %j', (text) => expect(dayInText(text)).toBe('2026-02-01'));

  it.each(['', '1', '1-2', '1-2-26', '1-2-202', '31-2-2026', '2026-13-01', '1-2-2026-3', 'morgen'])(
    'is not found in %j',
    (text) => expect(dayInText(text)).toBeUndefined(),
  );
});
