import type { helpNl } from './help.nl.js';
import type { Tree } from './nl.js';

/** What stands around the guide, in English. The guide itself is in Dutch. */
export const helpEn: Tree<typeof helpNl> = {
  title: 'Help',
  open: 'Help with this page',
  close: 'Close help',
  all: 'All topics',
  search: 'Search the help',
  found_one: '{{count}} place found',
  found_other: '{{count}} places found',
  foundMore: 'More than {{count}} places found. You see the best {{count}}.',
  noneFound: 'Nothing found. Try another word, or clear what you typed and choose a topic.',
  inDutch: 'The help is in Dutch.',
};
