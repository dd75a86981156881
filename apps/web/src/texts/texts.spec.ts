import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** The files of the app, without the texts themselves. */
const app = resolve(import.meta.dirname, '..');
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^texts|\.spec\./.test(file))
  .map((file) => readFileSync(resolve(app, file), 'utf8'));

/** All that may be the place of a text: what stands between quotes, with anything where something is filled in. */
const asked = sources.flatMap((source) => [
  ...[...source.matchAll(/'([\w.-]+)'/g)].map(([, place]) => place ?? ''),
  ...[...source.matchAll(/`([\w.-]+\.\$\{[^`]+)`/g)].map(([, place]) => place ?? ''),
]);
const literal = new Set(asked);
const filledIn = asked
  .filter((place) => place.includes('${'))
  .map((place) => new RegExp(`^${place.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`));

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

  it('are all shown somewhere', () => {
    const places = [...dutchTexts.keys()].map((place) => place.replace(/_(?:zero|one|other)$/, ''));
    const isShown = (place: string): boolean =>
      literal.has(place) || filledIn.some((pattern) => pattern.test(place));
    expect(new Set(places.filter((place) => !isShown(place)))).toEqual(new Set());
  });

  it('speak to people with u, never with je', () => {
    expect([...dutchTexts].filter(([, text]) => /\b(je|jij|jouw|jou)\b/i.test(text))).toEqual([]);
  });
});
