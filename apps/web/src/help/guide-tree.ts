/** A page of the user guide, as plain data: made from Markdown when the app is built, written as elements by React. */
export interface GuideTopic {
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

export type GuideBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly anchor: string; readonly words: GuideWords }
  | { readonly kind: 'paragraph'; readonly words: GuideWords }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly blocks: readonly GuideBlock[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly GuideBlock[])[];
    };

export type GuideWords = readonly GuideWord[];

export type GuideWord =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  /** Bold: words as they stand in the app. */
  | { readonly kind: 'strong' | 'emphasis'; readonly words: GuideWords }
  /** To another place in the guide. */
  | { readonly kind: 'link'; readonly place: string; readonly words: GuideWords };

/** A topic, and where in it: `acties#voortgang-melden`. */
export function splitPlace(place: string): { readonly topic: string; readonly anchor: string } {
  const [topic = '', anchor = ''] = place.split('#');
  return { topic, anchor };
}

export function textOfWords(words: GuideWords): string {
  return words.map((word) => ('text' in word ? word.text : textOfWords(word.words))).join('');
}

/** Every word of a text, also within what is bold or a link. */
export function wordsIn(blocks: readonly GuideBlock[]): GuideWords {
  return blocks.flatMap((block) => {
    if ('words' in block) return block.words.flatMap(withInner);
    if (block.kind === 'list') return block.items.flatMap(wordsIn);
    return block.kind === 'note' ? wordsIn(block.blocks) : [];
  });
}

function withInner(word: GuideWord): GuideWords {
  return 'words' in word ? [word, ...word.words.flatMap(withInner)] : [word];
}

/** Where its links lead. */
export function placesIn({ blocks }: GuideTopic): readonly string[] {
  return wordsIn(blocks).flatMap((word) => (word.kind === 'link' ? [word.place] : []));
}

export function textOfBlock(block: GuideBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfWords(block.words);
    case 'code':
      return block.text;
    case 'note':
      return block.blocks.map(textOfBlock).join(' ');
    case 'list':
      return block.items.flat().map(textOfBlock).join(' ');
  }
}
