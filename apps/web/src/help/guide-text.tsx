import '../theme/help.css';
import { Link } from '@tanstack/react-router';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import { Heading, Paragraph } from '../ui.js';
import { type GuideBlock, type GuideWord, splitPlace } from './guide-tree.js';

export interface GuideLinkProps {
  readonly place: string;
  readonly children: ReactNode;
}

function PageLink({ place, children }: GuideLinkProps) {
  const { topic, anchor } = splitPlace(place);
  return (
    <Link to="/help/$topic" params={{ topic }} hash={anchor}>
      {children}
    </Link>
  );
}

/** How a link within the guide is followed: to a page, unless what it stands in has another way. */
export const GuideLinks = createContext<ComponentType<GuideLinkProps>>(PageLink);

interface GuideTextProps {
  readonly blocks: readonly GuideBlock[];
  /** How much lower the headings stand than in the guide. */
  readonly lower?: 0 | 1;
  /** Before the anchors, where the page around may have the same. */
  readonly idPrefix?: string;
}

/** Text of the guide as elements. The order never changes, so that the place of a part is its key. */
export function GuideText({ blocks, lower = 0, idPrefix = '' }: GuideTextProps) {
  return blocks.map((block, place) => <Block key={place} block={block} lower={lower} idPrefix={idPrefix} />);
}

function Block({ block, ...given }: { readonly block: GuideBlock } & Omit<GuideTextProps, 'blocks'>) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading
          level={block.level === 2 ? (given.lower ? 3 : 2) : given.lower ? 4 : 3}
          id={`${given.idPrefix}${block.anchor}`}
          tabIndex={-1}
        >
          <Words words={block.words} />
        </Heading>
      );
    case 'paragraph':
      return (
        <Paragraph>
          <Words words={block.words} />
        </Paragraph>
      );
    case 'code':
      return (
        // Long lines scroll by themselves; the keyboard must get there too.
        <pre className="guide-code" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'note':
      return (
        <div className="guide-note">
          <GuideText blocks={block.blocks} {...given} />
        </div>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={place}>
              <Item blocks={item} {...given} />
            </li>
          ))}
        </List>
      );
    }
  }
}

/** The words of an item stand in no paragraph, as long as they are all there is. */
function Item({ blocks: [first, ...more], ...given }: GuideTextProps) {
  if (first?.kind !== 'paragraph') return <GuideText blocks={first ? [first, ...more] : []} {...given} />;
  return (
    <>
      <Words words={first.words} />
      <GuideText blocks={more} {...given} />
    </>
  );
}

function Words({ words }: { readonly words: readonly GuideWord[] }) {
  return words.map((word, place) => <Word key={place} word={word} />);
}

function Word({ word }: { readonly word: GuideWord }) {
  const GuideLink = useContext(GuideLinks);
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'code':
      return <code>{word.text}</code>;
    case 'strong':
      return (
        <strong>
          <Words words={word.words} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Words words={word.words} />
        </em>
      );
    case 'link':
      return (
        <GuideLink place={word.place}>
          <Words words={word.words} />
        </GuideLink>
      );
  }
}
