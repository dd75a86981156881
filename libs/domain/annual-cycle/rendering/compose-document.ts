import type { Localised } from '@weerbaar/core/figures';
import { isEmpty, resolveReferences, type RichText } from '@weerbaar/core/richtext';
import type { DocumentBlock, DocumentChapter, DocumentModel } from '@weerbaar/kernel/documents';
import type { DocumentKind } from '../annual-document/annual-document.entity.js';
import type { ChapterContent } from '../reference-content/reference-content.js';
import { referenceContent } from '../reference-content/reference-content.js';
import type { FiguresSnapshot } from '../snapshot/figures-snapshot.js';
import { blocksOf } from './compose/chapter-blocks.js';
import { colophonOf, editionNames, statusText } from './compose/colophon.js';
import { FigureSet } from './compose/figure-set.js';
import type { RenderingContent } from './rendering-content.js';

const titles: Readonly<Record<DocumentKind, Localised>> = {
  plan: { nl: 'Jaarplan integriteit', en: 'Annual integrity plan' },
  report: { nl: 'Jaarverslag integriteit', en: 'Annual integrity report' },
};

const subtitles: Readonly<Record<DocumentKind, Localised>> = {
  plan: { nl: 'Wat wij dit jaar doen aan integer handelen', en: 'What we do this year for integrity' },
  report: { nl: 'Verantwoording over het integriteitsbeleid', en: 'Account of the integrity policy' },
};

/** Stands where a number should be that this edition does not have. Better a gap than a wrong number. */
const withheld: Localised = { nl: '(niet in deze uitgave)', en: '(not in this edition)' };

/**
 * The document apart from any format. Pure: the same content and snapshot give the same model, so
 * that a revision can be made again years later with the same result.
 */
export function composeDocument(content: RenderingContent, snapshot: FiguresSnapshot): DocumentModel {
  const { language, kind, year } = content;
  const figures = new FigureSet(snapshot.figures, language, content.edition);
  const chapters =
    kind === 'plan' ? referenceContent.chapters.annualPlan : referenceContent.chapters.annualReport;
  const texts = new Map(content.texts.map(({ chapter, body }) => [chapter, body]));
  return {
    language,
    title: `${titles[kind][language]} ${year}`,
    subtitle: subtitles[kind][language],
    publisher: content.organisation,
    status: statusText(content, language),
    draft: content.status === 'draft' || content.status === 'submitted',
    edition: editionNames[content.edition][language],
    issuedAt: content.issuedAt,
    keywords:
      language === 'nl'
        ? ['integriteit', 'verantwoording', String(year)]
        : ['integrity', 'account', String(year)],
    colophon: colophonOf(content, snapshot),
    chapters: chapters.map((chapter) => composeChapter(chapter, texts.get(chapter.id), figures, content)),
  };
}

function composeChapter(
  chapter: ChapterContent,
  text: RichText | undefined,
  figures: FigureSet,
  { status }: RenderingContent,
): DocumentChapter {
  const written = text && !isEmpty(text) ? [richText(text, figures)] : [];
  const blocks = [...written, ...blocksOf(figures, chapter)];
  return {
    id: chapter.id,
    ...(chapter.number === '0' ? {} : { number: chapter.number }),
    title: figures.say(chapter.title),
    blocks: blocks.length > 0 ? blocks : [nothingYet(figures, status === 'draft')],
  };
}

function richText(text: RichText, figures: FigureSet): DocumentBlock {
  const { document } = resolveReferences(text, (id) => figures.numberText(id) ?? figures.say(withheld));
  return { kind: 'richtext', body: document };
}

function nothingYet(figures: FigureSet, draft: boolean): DocumentBlock {
  return {
    kind: 'notice',
    text: figures.say(
      draft
        ? {
            nl: 'De tekst van dit hoofdstuk moet nog worden geschreven.',
            en: 'The text of this chapter is still to be written.',
          }
        : { nl: 'Over dit onderwerp is niets te melden.', en: 'There is nothing to report on this subject.' },
    ),
  };
}
