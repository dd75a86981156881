import type { FigureCell } from '@weerbaar/core/figures';
import { isEmpty, type BlockNode, type RichText } from '@weerbaar/core/richtext';
import { documentLabels } from './document-labels.js';
import type { DocumentBlock, DocumentChapter, DocumentModel, DocumentTable } from './document-model.js';
import { printableData } from './printable-text.js';

const tidied = new WeakMap<DocumentModel, DocumentModel>();

/**
 * The same document without what a format could trip over: unprintable characters, headings that skip a level,
 * ragged rows, chapters and texts with nothing in them. Every renderer starts here, so
 * that all formats say the same. Remembered per model, because one model goes to many renderers.
 */
export function tidyDocument(model: DocumentModel): DocumentModel {
  const known = tidied.get(model);
  if (known) return known;
  const tidy = tidyModel(model);
  tidied.set(model, tidy);
  tidied.set(tidy, tidy);
  return tidy;
}

function tidyModel(model: DocumentModel): DocumentModel {
  const printable = printableData(model);
  const chapterIds = uniqueNames();
  return {
    ...printable,
    title: printable.title.trim() || documentLabels[printable.language].untitled,
    chapters: printable.chapters.map((chapter) => tidyChapter(chapter, printable, chapterIds)),
  };
}

function tidyChapter(
  chapter: DocumentChapter,
  model: DocumentModel,
  chapterIds: (name: string) => string,
): DocumentChapter {
  const id = chapterIds(chapter.id);
  const nest = headingNester();
  const blocks = chapter.blocks
    .filter((block) => !isBlank(block))
    .map((block) => tidyBlock(block, nest, model));
  const emptyText = documentLabels[model.language].emptyChapter;
  return {
    ...chapter,
    id,
    title: chapter.title.trim() || chapter.id,
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: emptyText }],
  };
}

function isBlank(block: DocumentBlock): boolean {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'notice':
      return block.text.trim() === '';
    case 'richtext':
      return isEmpty(block.body);
    case 'key-figures':
      return block.items.length === 0;
    case 'table':
    case 'chart':
      return false;
  }
}

function tidyBlock(block: DocumentBlock, nest: (level: 1 | 2) => 1 | 2, model: DocumentModel): DocumentBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, level: nest(block.level) };
    case 'richtext':
      return { ...block, body: tidyRichText(block.body, nest) };
    case 'table':
      return block.table.rows.length === 0 && block.table.whenEmpty
        ? { kind: 'paragraph', text: block.table.whenEmpty }
        : { ...block, table: tidyTable(block.table, model) };
    case 'chart': {
      const caption = block.caption.trim() || block.chart.title.trim() || model.title;
      return {
        ...block,
        caption,
        chart: { ...block.chart, alternative: block.chart.alternative.trim() || caption },
      };
    }
    default:
      return block;
  }
}

function tidyRichText(body: RichText, nest: (level: 1 | 2) => 1 | 2): RichText {
  const blocks = body.content.filter((block) => !isEmpty({ type: 'document', content: [block] }));
  return {
    ...body,
    content: blocks.map((block): BlockNode => {
      if (block.type !== 'heading') return block;
      return { ...block, level: nest(block.level) };
    }),
  };
}

function tidyTable(table: DocumentTable, { language }: DocumentModel): DocumentTable {
  return {
    ...table,
    caption: table.caption.trim() || documentLabels[language].untitledTable,
    rows: table.rows.map((row) => table.columns.map((_, index) => tidyCell(row[index] ?? null))),
  };
}

function tidyCell(cell: FigureCell): FigureCell {
  const blank = typeof cell === 'string' && cell.trim() === '';
  return blank ? null : cell;
}

/** A second-level heading without a first one above it in the chapter becomes a first-level one. */
function headingNester(): (level: 1 | 2) => 1 | 2 {
  let deepest: 0 | 1 = 0;
  return (level) => {
    if (level === 2 && deepest === 0) return 1;
    deepest = 1;
    return level;
  };
}

/** Names safe for anchors, each given out once. */
function uniqueNames(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    const safe = safeName(name);
    let candidate = safe;
    for (let count = 2; given.has(candidate); count += 1) candidate = `${safe}-${count}`;
    given.add(candidate);
    return candidate;
  };
}

/** Lower case, letters a-z, digits and hyphens only: "Jaarverslag integriteit 2025" -> "jaarverslag-integriteit-2025". */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return plain.slice(0, 80) || 'document';
}
