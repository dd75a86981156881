import { palette } from './palette.js';
import type { SvgNode } from './svg.js';
import { element } from './svg.js';

/** Size in units and weight of a piece of text in Source Sans 3. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 600;
}

export const textStyles = {
  label: { size: 15, weight: 400 },
  heading: { size: 15, weight: 600 },
  value: { size: 14, weight: 400 },
  strongValue: { size: 14, weight: 600 },
  small: { size: 13, weight: 400 },
} as const satisfies Record<string, TextStyle>;

/** Distance between two base lines, as a factor of the size. */
const lineSpacing = 1.22;

// The advance widths of Source Sans 3 in thousandths of the size, from space (U+0020) to tilde (U+007E).
// There is no page to measure on: the server draws the same picture as the browser.
const advances: Record<TextStyle['weight'], readonly number[]> = {
  400: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
    479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
    500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
    338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
  ],
  600: [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513,
    513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282,
    494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513,
    500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431,
    361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
  ],
};

const firstCharacter = 0x20;
/** Signs that stand in almost every chart, each as wide as a sign of the table. */
const lookalikes: Readonly<Record<string, string>> = { '\u00a0': ' ', '–': '0', '€': '0', '’': "'" };
const lastNarrowScript = 0x10ff;
const [unknownAdvance, wideAdvance] = [650, 1000];

/** Width of one line in units: a close estimate for Latin script, on the wide side for any other. */
export function textWidth(text: string, style: TextStyle): number {
  let thousandths = 0;
  // Decomposed, a letter is as wide as its base letter and its accent takes no room.
  for (const character of text.normalize('NFD')) thousandths += advance(character, style.weight);
  return (thousandths * style.size) / 1000;
}

export function lineHeight(style: TextStyle): number {
  return style.size * lineSpacing;
}

export function widest(texts: readonly string[], style: TextStyle): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, style)), 0);
}

/**
 * Breaks a text into lines that fit, at spaces first, then behind a hyphen or slash, and inside a word only when
 * the word alone is too wide. A non-breaking space never breaks.
 */
export function wrapText(text: string, maximumWidth: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line === '' ? piece.text : `${line}${piece.spaced ? ' ' : ''}${piece.text}`;
    if (textWidth(longer, style) <= maximumWidth) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const broken = breakWord(piece.text, maximumWidth, style);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? '';
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

export interface TextPlace {
  readonly x: number;
  /** Middle of the block of lines. */
  readonly middle: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
}

/** Lines under each other, centred on a height. Each line is an element of its own: `tspan` is read differently. */
export function drawLines(lines: readonly string[], style: TextStyle, place: TextPlace): SvgNode[] {
  const height = lineHeight(style);
  const top = place.middle - (lines.length * height) / 2;
  return lines.map((line, index) =>
    element(
      'text',
      {
        x: place.x,
        y: top + index * height + height / 2 + style.size * baselineShift,
        'font-size': style.size,
        'font-weight': style.weight,
        'text-anchor': place.anchor ?? 'start',
        fill: place.colour ?? palette.text,
      },
      [line],
    ),
  );
}

/** From the optical middle of a line down to its base line: half the height of a capital. */
const baselineShift = 0.33;

function advance(character: string, weight: TextStyle['weight']): number {
  if (/\p{M}/u.test(character)) return 0;
  const code = (lookalikes[character] ?? character).codePointAt(0) ?? firstCharacter;
  return advances[weight][code - firstCharacter] ?? (code > lastNarrowScript ? wideAdvance : unknownAdvance);
}

interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

function pieces(text: string): Piece[] {
  const words = text.split(/[ \t\r\n]+/u).filter((word) => word !== '');
  return words.flatMap((word) =>
    word.split(/(?<=\p{L}[-/])(?=\p{L})/u).map((part, index) => ({ text: part, spaced: index === 0 })),
  );
}

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

function breakWord(word: string, maximumWidth: number, style: TextStyle): string[] {
  if (textWidth(word, style) <= maximumWidth) return [word];
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
  const fits = (end: number): boolean =>
    textWidth(`${letters.slice(0, end).join('')}-`, style) <= maximumWidth;
  let end = 1;
  while (end < letters.length - 1 && fits(end + 1)) end += 1;
  const cut = syllableEnd(letters, end);
  const rest = letters.slice(cut).join('');
  return [`${letters.slice(0, cut).join('')}-`, ...breakWord(rest, maximumWidth, style)];
}

const furthestBack = 5;
const fewestLetters = 3;

/**
 * The nearest place at or before `end` where a consonant opens a syllable. No dictionary: right for most long
 * Dutch compounds, and never worse than a cut at any letter.
 */
function syllableEnd(letters: readonly string[], end: number): number {
  for (let place = end; place >= Math.max(fewestLetters, end - furthestBack); place -= 1) {
    const around = letters
      .slice(place - 1, place + 2)
      .join('')
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
    if (/^[a-z][bcdfghjklmnpqrstvwxz][aeiouy]/iu.test(around) && !/^(?:ch|ij)/iu.test(around)) return place;
  }
  return end;
}
