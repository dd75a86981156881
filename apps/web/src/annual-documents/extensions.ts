import {
  type AnyExtension,
  type Extensions,
  Mark,
  mergeAttributes,
  Node,
  type NodeConfig,
} from '@tiptap/core';
import { isLinkAddress } from '@weerbaar/core/richtext';
import { StarterKit } from '@tiptap/starter-kit';
import { TidyPaste } from './paste.js';

export interface FigureWords {
  /** How the figure reads now: "12 (Acties gepland)". */
  readonly textOf: (figureId: string) => string;
}

/** A reference to a number. It shows the present value with its name; the number itself is never typed. */
const Figure = Node.create<FigureWords>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addOptions: () => ({ textOf: (figureId) => figureId }),
  addAttributes: () => ({
    figureId: {
      default: null,
      parseHTML: (element) => element.dataset['figure'],
      renderHTML: ({ figureId }) => ({ 'data-figure': String(figureId) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-figure]' }],
  renderHTML({ node, HTMLAttributes }) {
    const text = this.options.textOf(String(node.attrs['figureId']));
    return ['span', mergeAttributes(HTMLAttributes, { class: 'figure-reference' }), text];
  },
});

/** Without emphasis inside: the tree of a chapter has none there. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: '_',
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isLinkAddress(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const levels = [1, 2] as const;

/** A heading in a chapter stands below that of the chapter, which is the h1 of the page. */
const Kit = StarterKit.extend({
  addExtensions() {
    const given = this.parent?.() ?? [];
    return given.map((extension) => (isHeading(extension) ? extension.extend(oneLower) : extension));
  },
});

const isHeading = (extension: AnyExtension): extension is Node =>
  extension.type === 'node' && extension.name === 'heading';

const oneLower: Partial<NodeConfig> = {
  parseHTML: () => levels.map((level) => ({ tag: `h${level + 1}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${Number(node.attrs['level']) + 1}`, 0],
};

/** The editor knows what the tree of core/richtext knows, and nothing else: what is pasted comes in as that. */
export function chapterExtensions(words: FigureWords): Extensions {
  return [
    Kit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      hardBreak: false,
      heading: { levels: [...levels] },
      horizontalRule: false,
      link: false,
      listItem: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    ListItem,
    Figure.configure(words),
    Link,
    TidyPaste,
  ];
}

/** Paragraphs only: no list in a list. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
