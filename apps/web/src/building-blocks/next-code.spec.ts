import { nextCode } from './next-code.js';

it.each([
  ['3', [], '3a'],
  ['3', ['3a', '3b', '2c'], '3c'],
  ['3', ['3a', '3c'], '3d'],
  ['3', ['3z'], '3aa'],
  ['3', ['3az'], '3ba'],
])('the next number of theme %s beside %j is %s', (theme, taken, code) => {
  expect(nextCode(theme, taken)).toBe(code);
});
