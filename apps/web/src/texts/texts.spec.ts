import { en } from './en.js';
import { laterNl } from './later.nl.js';
import { nl } from './nl.js';

/** Every text with its place: `signIn.name` -> `Inlognaam`. */
function texts(tree: object, place = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[place + key, value]] : [...texts(value as object, `${place}${key}.`)],
    ),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name ?? '').toSorted();

const dutchTexts = texts({ ...nl, ...laterNl });

describe('the texts', () => {
  it('say the same things in both languages, with the same things filled in', () => {
    const [dutch, english] = [dutchTexts, texts(en)];
    expect([...english.keys()].toSorted()).toEqual([...dutch.keys()].toSorted());
    for (const [place, text] of dutch)
      expect(placeholders(english.get(place) ?? ''), place).toEqual(placeholders(text));
  });

  it('speak to people with u, never with je', () => {
    expect([...dutchTexts].filter(([, text]) => /\b(je|jij|jouw|jou)\b/i.test(text))).toEqual([]);
  });
});
