import { notFound } from '@tanstack/react-router';
import { queryOptions } from '@tanstack/react-query';
import { type GuidePart, partsOf } from './guide-search.js';
import { type GuideTopic, placesIn } from './guide-tree.js';

const folder = '../../../../docs/gebruikersgids/';
/** Each topic is a file of its own, fetched when somebody opens it. */
const topics = import.meta.glob<GuideTopic>('../../../../docs/gebruikersgids/*.md', { import: 'default' });

/** What GitHub shows of a folder is the contents of the guide. */
export const contents = 'README';

/** @throws not found, as somebody may have typed the name of a topic. */
export async function loadTopic(name: string): Promise<GuideTopic> {
  const load = topics[`${folder}${name}.md`];
  // Throws: what it says to return never comes.
  if (!load) return notFound({ throw: true }) as never;
  return load();
}

/** In the order of the contents, so that of what is found alike the beginning comes first. */
async function loadParts(): Promise<readonly GuidePart[]> {
  const names = placesIn(await loadTopic(contents));
  return (await Promise.all(names.map(async (name) => partsOf(name, await loadTopic(name))))).flat();
}

export const guideQueries = {
  topic: (name: string) =>
    queryOptions({ queryKey: ['guide', name], queryFn: () => loadTopic(name), staleTime: Infinity }),
  /** The whole guide, to search in. */
  parts: queryOptions({ queryKey: ['guide-parts'], queryFn: loadParts, staleTime: Infinity }),
};
