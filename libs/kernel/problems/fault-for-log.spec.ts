import { faultForLog } from './fault-for-log.js';

describe('what the log of a process says of a fault', () => {
  it('leaves out what the database quotes, and keeps its code and the place', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Jansen"'), { code: '22P02' });
    expect(faultForLog(error)).toContain('22P02');
    expect(faultForLog(error)).toContain('fault-for-log.spec');
    expect(faultForLog(error)).not.toContain('Jansen');
  });

  it('keeps the words of our own errors', () => {
    expect(faultForLog(new Error('no transaction'))).toContain('no transaction');
  });

  it('does not print what was thrown and is no error', () => {
    expect(faultForLog('Jansen')).toBe('string');
  });
});
