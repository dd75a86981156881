import { stepCode } from './step-code.js';

const allowed = /^[a-z][a-z-]{0,49}$/;

describe('the code of a new step of the adoption', () => {
  it('is made of the words of its name', () => {
    expect(stepCode('Bespreking met de OR', [])).toBe('bespreking-met-de-or');
  });

  it.each(['Coördinatie (2e ronde)', '  ’s-Gravenhage  ', '2026', 'x'.repeat(100), 'woord '.repeat(15)])(
    'is one that the server takes: %s',
    (name) => {
      expect(stepCode(name, [])).toMatch(allowed);
      const second = stepCode(name, [stepCode(name, [])]);
      expect(second).toMatch(allowed);
      expect(second).not.toBe(stepCode(name, []));
    },
  );

  it('is no code of another step', () => {
    expect(stepCode('College', ['college', 'college-b'])).toBe('college-c');
  });
});
