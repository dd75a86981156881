import { lexer, type Token, type Tokens } from 'marked';
import type { GuideBlock, GuideTopic, GuideWord, GuideWords } from './guide-tree.js';

/**
 * What the guide may be written in. Anything else is a fault of whoever writes, told when the app is built and by the
 * tests: it would not be seen in the app.
 */
export function parseGuide(markdown: string, topic: string): GuideTopic {
  const [title, ...rest] = lexer(markdown).filter(({ type }) => type !== 'space');
  if (title?.type !== 'heading' || (title as Tokens.Heading).depth !== 1)
    throw new Error(`${topic}: begins with a heading of the first level`);
  return { title: (title as Tokens.Heading).text, blocks: rest.map((token) => block(token, topic)) };
}

/** As GitHub makes it, so that links within the guide work there too. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function block(token: Token, topic: string): GuideBlock {
  const known = token as
    Tokens.Heading | Tokens.Paragraph | Tokens.Text | Tokens.Code | Tokens.Blockquote | Tokens.List;
  switch (known.type) {
    case 'heading': {
      const level = known.depth;
      if (level !== 2 && level !== 3) throw new Error(`${topic}: a heading of level ${level}`);
      return { kind: 'heading', level, anchor: anchorOf(known.text), words: words(known.tokens, topic) };
    }
    case 'paragraph':
    case 'text':
      return { kind: 'paragraph', words: words(known.tokens ?? [], topic) };
    case 'code':
      return { kind: 'code', text: known.text };
    case 'blockquote':
      return { kind: 'note', blocks: blocks(known.tokens, topic) };
    case 'list':
      return {
        kind: 'list',
        isOrdered: known.ordered,
        items: known.items.map((item) => blocks(item.tokens, topic)),
      };
    default:
      throw new Error(`${topic}: the app does not show ${token.type}: ${token.raw}`);
  }
}

function blocks(tokens: readonly Token[], topic: string): readonly GuideBlock[] {
  return tokens.filter(({ type }) => type !== 'space').map((token) => block(token, topic));
}

function words(tokens: readonly Token[], topic: string): GuideWords {
  return tokens.map((token) => word(token, topic));
}

function word(token: Token, topic: string): GuideWord {
  const known = token as
    Tokens.Text | Tokens.Escape | Tokens.Codespan | Tokens.Strong | Tokens.Em | Tokens.Link;
  switch (known.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: known.text.replaceAll('\n', ' ') };
    case 'codespan':
      return { kind: 'code', text: known.text };
    case 'strong':
      return { kind: 'strong', words: words(known.tokens, topic) };
    case 'em':
      return { kind: 'emphasis', words: words(known.tokens, topic) };
    case 'link':
      return { kind: 'link', place: placeOf(known.href, topic), words: words(known.tokens, topic) };
    default:
      throw new Error(`${topic}: the app does not show ${token.type}: ${token.raw}`);
  }
}

/** `acties.md#melden` and `#melden` lead within the guide; from there nothing leads outside, as the app is all there is. */
function placeOf(address: string, topic: string): string {
  const [, file, anchor] = /^(?:([a-z0-9-]+)\.md)?(#[\p{L}\p{N}_-]+)?$/u.exec(decodeURI(address)) ?? [];
  if (!file && !anchor) throw new Error(`${topic}: a link to ${address}, which is not in the guide`);
  return `${file ?? topic}${anchor ?? ''}`;
}
