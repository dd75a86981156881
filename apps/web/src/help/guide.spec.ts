import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { router } from '../router.js';
import { inside } from '../shell/inside.js';
import { laterNl } from '../texts/later.nl.js';
import { nl } from '../texts/nl.js';
import { type GuideTopic, placesIn, splitPlace, textOfWords, wordsIn } from './guide-tree.js';
import { parseGuide } from './parse-guide.js';

/**
 * The guide keeps step with the app: it names what is on the screen, its links lead somewhere, and each page has its
 * part. Real: the guide, the routes and the Dutch texts of the app.
 */

const folder = resolve(import.meta.dirname, '../../../../docs/gebruikersgids');
const guide = new Map(
  readdirSync(folder).map((file): [string, GuideTopic] => {
    const name = file.replace(/\.md$/, '');
    return [name, parseGuide(readFileSync(resolve(folder, file), 'utf8'), name)];
  }),
);
const contents = guide.get('README');
const topics = new Map([...guide].filter(([name]) => name !== 'README'));

const anchorsOf = ({ blocks }: GuideTopic): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : []));

/** Whether there is such a topic, with such a heading. */
function leadsSomewhere(place: string): boolean {
  const { topic, anchor } = splitPlace(place);
  const found = topics.get(topic);
  return found !== undefined && (anchor === '' || anchorsOf(found).includes(anchor));
}

describe('the guide', () => {
  it('has links that lead to a topic and a heading there are', () => {
    const places = [...guide.values()].flatMap(placesIn);
    expect(places.length).toBeGreaterThan(50);
    expect(places.filter((place) => !leadsSomewhere(place))).toEqual([]);
  });

  it('has every topic once in its contents', () => {
    const listed = contents ? placesIn(contents) : [];
    expect(listed.toSorted()).toEqual([...topics.keys()].toSorted());
  });

  it('has no heading twice in a topic, so that each can be pointed at', () => {
    for (const [name, topic] of topics) {
      const anchors = anchorsOf(topic);
      expect(anchors, name).toEqual([...new Set(anchors)]);
    }
  });

  it('has in bold only what stands in the app, in the very words', () => {
    const said = [...guide].flatMap(([name, { blocks }]) =>
      wordsIn(blocks).flatMap((word) =>
        word.kind === 'strong' ? [{ name, said: textOfWords(word.words) }] : [],
      ),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((one) => !isOnScreen(one.said))).toEqual([]);
  });

  it('speaks to people with u, never with je', () => {
    for (const [name, topic] of guide)
      expect(JSON.stringify(topic).match(/\b(je|jij|jouw|jou)\b/i), name).toBeNull();
  });
});

describe('a page of the app', () => {
  const routes = Object.values(router.routesById);
  const helped = routes.flatMap(({ id, options: { staticData } }) =>
    staticData?.help === undefined ? [] : [{ id, help: staticData.help }],
  );

  it('has its part of the guide, for whoever is signed in', () => {
    const pages = routes.filter(
      ({ id, options, children }) => id.startsWith(`${inside.id}/`) && options.component && !children,
    );
    expect(pages.length).toBeGreaterThan(40);
    const without = pages.filter(({ id }) => !helped.some((one) => one.id === id));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('has a part that there is', () => {
    expect(helped.filter(({ help }) => !leadsSomewhere(help))).toEqual([]);
  });
});

/** Every text of the app, as a pattern in which anything may be filled in. */
const texts = patternsOf({ ...nl, ...laterNl });

function patternsOf(tree: object): readonly RegExp[] {
  return Object.values(tree).flatMap((value: unknown) => {
    if (typeof value !== 'string') return patternsOf(value as object);
    const parts = value.split(/\{\{\w+\}\}/);
    // What is all filled in says nothing.
    if (parts.join('').trim().length < 3) return [];
    return [
      new RegExp(
        `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`,
      ),
    ];
  });
}

function isOnScreen(words: string): boolean {
  return texts.some((text) => text.test(words));
}
