import * as fc from 'fast-check';
import type { FigureCell, Measure } from './figure.js';
import {
  formatCell,
  formatDay,
  formatEuro,
  formatHours,
  formatNumber,
  formatPercentage,
  formatQuarter,
} from './format.js';

describe('numbers', () => {
  it.each([
    [1234.5, '1.234,5', '1,234.5'],
    [0, '0', '0'],
    [-0.01, '0', '0'],
    [-1234, '-1.234', '-1,234'],
    [10_000, '10.000', '10,000'],
    [66.666, '66,7', '66.7'],
  ])('prints %d as %s and %s', (value, dutch, english) => {
    expect(formatNumber(value, 'nl')).toBe(dutch);
    expect(formatNumber(value, 'en')).toBe(english);
  });

  it.each([NaN, Infinity])('refuses %d', (value) => {
    expect(() => formatNumber(value, 'nl')).toThrow(RangeError);
  });

  it('reads back as the value that was rounded', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const readBack = Number(formatNumber(value, 'nl').replaceAll('.', '').replace(',', '.'));
        expect(Math.abs(readBack - value)).toBeLessThanOrEqual(0.0500001);
      }),
    );
  });
});

describe('amounts, shares and hours', () => {
  it('keeps the sign and the amount together', () => {
    expect(formatEuro(12500, 'nl')).toBe('€\u00a012.500');
    expect(formatEuro(12.5, 'nl')).toBe('€\u00a012,50');
    expect(formatEuro(-12.5, 'nl')).toBe('€\u00a0-12,50');
    expect(formatEuro(12500, 'en')).toBe('€12,500');
    expect(formatEuro(-12.5, 'en')).toBe('-€12.50');
    expect(formatEuro(-0.001, 'en')).toBe('€0');
    expect(formatEuro(0.999, 'nl')).toBe('€\u00a01');
  });

  it('prints shares from 0 to 100', () => {
    expect(formatPercentage(67.94, 'nl')).toBe('67,9%');
    expect(formatPercentage(100, 'en')).toBe('100%');
  });

  it('knows one hour', () => {
    expect(formatHours(1, 'nl')).toBe('1\u00a0uur');
    expect(formatHours(1, 'en')).toBe('1\u00a0hour');
    expect(formatHours(12.5, 'en')).toBe('12.5\u00a0hours');
  });
});

describe('days and quarters', () => {
  it('writes a day in words with plain spaces', () => {
    expect(formatDay('2026-04-14', 'nl')).toBe('14 april 2026');
    expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026');
    expect(formatDay('2024-02-29', 'nl')).toBe('29 februari 2024');
    expect(formatDay('2025-12-31', 'nl')).toBe('31 december 2025');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '14-04-2026',
    '2026-04-14T00:00:00Z',
    '',
  ])('refuses the day %j', (day) => {
    expect(() => formatDay(day, 'nl')).toThrow(RangeError);
  });

  it('writes a quarter with or without its year', () => {
    expect(formatQuarter('2026-Q3', 'nl')).toBe('kwartaal 3 van 2026');
    expect(formatQuarter('2026-Q3', 'en')).toBe('Q3 2026');
    expect(formatQuarter('2026-Q3', 'nl', { withYear: false })).toBe('kwartaal 3');
    expect(formatQuarter('2026-Q3', 'en', { withYear: false })).toBe('Q3');
    expect(() => formatQuarter('2026-Q5', 'nl')).toThrow(RangeError);
  });
});

describe('formatCell', () => {
  it.each<[FigureCell, Measure, string]>([
    [1234, 'count', '1.234'],
    [68, 'percentage', '68%'],
    [1500, 'euro', '€\u00a01.500'],
    [40, 'hours', '40\u00a0uur'],
    ['2026-04-14', 'day', '14 april 2026'],
    ['2026-Q3', 'quarter', 'kwartaal 3 van 2026'],
    ['Training', 'text', 'Training'],
  ])('prints %j as %s: %j', (cell, measure, expected) => {
    expect(formatCell(cell, measure, 'nl')).toBe(expected);
  });

  it('prints a dash where there is nothing, whatever the measure', () => {
    const measures: Measure[] = ['count', 'percentage', 'euro', 'hours', 'day', 'quarter', 'text'];
    expect(measures.map((measure) => formatCell(null, measure, 'nl'))).toEqual(measures.map(() => '–'));
  });

  it('never prints a figure that was taken wrong', () => {
    expect(() => formatCell('many', 'count', 'nl')).toThrow(RangeError);
    expect(() => formatCell(20260414, 'day', 'nl')).toThrow(RangeError);
    // Is it a year or a count? The column has to say.
    expect(() => formatCell(2026, 'text', 'nl')).toThrow(RangeError);
  });

  it('leaves the year out of a quarter when asked', () => {
    expect(formatCell('2026-Q1', 'quarter', 'en', { withYear: false })).toBe('Q1');
  });
});
