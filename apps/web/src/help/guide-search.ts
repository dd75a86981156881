import { type GuideTopic, textOfBlock, textOfWords } from './guide-tree.js';

/** A part of a topic: what stands under one heading, or above the first. */
export interface GuidePart {
  readonly place: string;
  readonly topic: string;
  /** Absent above the first heading of a topic. */
  readonly heading: string | undefined;
  readonly text: string;
}

export interface GuideFound extends GuidePart {
  /** What stands around the first word that was found. */
  readonly excerpt: string;
}

const around = 60;

export function partsOf(name: string, { title, blocks }: GuideTopic): readonly GuidePart[] {
  const parts: GuidePart[] = [];
  let part: GuidePart = { place: name, topic: title, heading: undefined, text: '' };
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      parts.push(part);
      part = {
        place: `${name}#${block.anchor}`,
        topic: title,
        heading: textOfWords(block.words),
        text: '',
      };
    } else part = { ...part, text: `${part.text} ${textOfBlock(block)}`.trim() };
  }
  return [...parts, part];
}

/** The parts in which every word is found, at the beginning of a word; those that have them in their heading first. */
export function searchGuide(parts: readonly GuidePart[], question: string): readonly GuideFound[] {
  const wanted = plain(question).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return parts
    .map((part) => ({ part, weight: weigh(part, wanted) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ part }) => ({ ...part, excerpt: excerptOf(part.text, wanted) }));
}

/** 0 when a word is missing. */
function weigh({ topic, heading = '', text }: GuidePart, wanted: readonly string[]): number {
  const title = plain(`${topic} ${heading}`);
  const all = `${title} ${plain(text)}`;
  if (!wanted.every((word) => holds(all, word))) return 0;
  const inTitle = wanted.filter((word) => holds(title, word)).length;
  // What a topic is about stands above its parts.
  return 1 + inTitle * 2 + (heading === '' ? 1 : 0);
}

const holds = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

/** Small letters without accents; whatever is no letter or number is a space, of the same length. */
function plain(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().slice(0, letter.length))
    .map((letter) => (/[\p{L}\p{N}]/u.test(letter) ? letter : ' '.repeat(letter.length)))
    .join('');
}

function excerptOf(text: string, wanted: readonly string[]): string {
  const whole = text.normalize('NFC');
  const places = wanted.map((word) => ` ${plain(whole)}`.indexOf(` ${word}`)).filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const from = at < around ? 0 : whole.indexOf(' ', at - around) + 1;
  const to = whole.indexOf(' ', at + 2 * around);
  return `${from > 0 ? '… ' : ''}${whole.slice(from, to < 0 ? undefined : to)}${to < 0 ? '' : ' …'}`;
}
