import { isOver, minutesOf, timeLeft } from './time-left.js';

const minute = 60_000;
const noon = Date.parse('2050-04-15T12:00:00Z');
const working = { idleMinutes: 60, secondsLeft: 12 * 3_600 };

function at(minutes: number, limits = working, seen = 0) {
  return timeLeft(limits, { now: noon + minutes * minute, toldAt: noon, seenAt: noon + seen * minute });
}

describe('the time that a session has left', () => {
  it('is short five minutes before the server may end it, which is a minute early', () => {
    expect(at(53)).toMatchObject({ isShort: false, isFinal: false });
    expect(at(54)).toMatchObject({ isShort: true, isFinal: false });
    expect(minutesOf(at(54))).toBe(5);
    expect(minutesOf(at(54.5))).toBe(5);
    expect(minutesOf(at(58))).toBe(1);
    expect(minutesOf(at(58.5))).toBe(0);
  });

  it('begins anew with each answer', () => {
    expect(at(54, working, 50)).toMatchObject({ isShort: false, milliseconds: 55 * minute });
  });

  it('ends for good after a working day, whatever somebody does', () => {
    const evening = { ...working, secondsLeft: 30 * 60 };
    expect(at(24, evening, 24)).toMatchObject({ isShort: false, isFinal: true });
    expect(at(25, evening, 25)).toMatchObject({ isShort: true, isFinal: true });
  });

  it('is over only when the server has ended it for sure', () => {
    expect(isOver(at(59.9))).toBe(false);
    expect(isOver(at(60.1))).toBe(true);
  });

  it('leaves half of a short session in peace', () => {
    const short = { ...working, idleMinutes: 5 };
    expect(at(1.9, short).isShort).toBe(false);
    expect(at(2, short).isShort).toBe(true);
  });
});
