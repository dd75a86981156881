import { toPlainText } from '@weerbaar/core/richtext';
import type { DocumentBlock, DocumentChapter } from './document-model.js';
import { isWideTable } from './table-layout.js';

export type PagePart = { readonly kind: 'chapter'; readonly chapter: DocumentChapter } | DocumentBlock;

/** A run of pages with one orientation. */
export interface PageSection {
  readonly landscape: boolean;
  readonly parts: readonly PagePart[];
}

/**
 * Divides the chapters into portrait pages and, for wide tables, landscape ones. What introduces a wide table
 * (its headings, one short text and key figures) moves along, so that none is left behind on the page before.
 */
export function pageSections(chapters: readonly DocumentChapter[]): PageSection[] {
  const sections: { landscape: boolean; parts: PagePart[] }[] = [];
  const open = (landscape: boolean): PagePart[] => {
    const last = sections.at(-1);
    if (last?.landscape === landscape) return last.parts;
    const parts: PagePart[] = [];
    sections.push({ landscape, parts });
    return parts;
  };
  for (const part of partsInOrder(chapters)) {
    if (part.kind !== 'table' || !isWideTable(part.table)) {
      open(false).push(part);
      continue;
    }
    const introduction = takeIntroduction(sections.at(-1));
    if (sections.at(-1)?.parts.length === 0) sections.pop();
    open(true).push(...introduction, part);
  }
  return sections;
}

function partsInOrder(chapters: readonly DocumentChapter[]): PagePart[] {
  return chapters.flatMap((chapter) => [{ kind: 'chapter' as const, chapter }, ...chapter.blocks]);
}

function takeIntroduction(section: { landscape: boolean; parts: PagePart[] } | undefined): PagePart[] {
  if (!section || section.landscape) return [];
  let start = section.parts.length;
  if (section.parts[start - 1]?.kind === 'key-figures') start -= 1;
  if (isShortText(section.parts[start - 1])) start -= 1;
  while (isTitle(section.parts[start - 1])) start -= 1;
  return section.parts.splice(start);
}

function isTitle(part: PagePart | undefined): boolean {
  return part?.kind === 'chapter' || part?.kind === 'heading';
}

const shortTextLength = 700;

function isShortText(part: PagePart | undefined): boolean {
  switch (part?.kind) {
    case 'paragraph':
    case 'notice':
      return part.text.length <= shortTextLength;
    case 'richtext':
      return toPlainText(part.body).length <= shortTextLength;
    default:
      return false;
  }
}
