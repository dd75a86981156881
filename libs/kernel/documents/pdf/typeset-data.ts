import { readFileSync } from 'node:fs';
import { toSvgText } from '@weerbaar/core/charts';
import { formatNumber } from '@weerbaar/core/figures';
import type { BlockNode, InlineNode } from '@weerbaar/core/richtext';
import { renderCsv } from '../csv-renderer.js';
import { documentFontFamily, documentFontFiles } from '../document-fonts.js';
import { documentLabels } from '../document-labels.js';
import type { DocumentModel, DocumentTable } from '../document-model.js';
import { csvFileName, documentTables } from '../document-tables.js';
import { isSafeLink } from '../links.js';
import { pageSections, type PagePart } from '../page-sections.js';
import {
  columnShares,
  isNumeric,
  isWideTable,
  longestWordLength,
  printedRowLimits,
  printedRows,
  tableShare,
} from '../table-layout.js';
import { tidyDocument } from '../tidy-document.js';
import { fontCoverage, type FontCoverage } from './font-coverage.js';
import { withBreaks } from './printable-words.js';

/** What the template reads, ready to print: no formatting is left to be done there. */
export interface TypesetData {
  readonly document: string;
  readonly attachments: string;
}

export function typesetData(model: DocumentModel): TypesetData {
  const tidy = tidyDocument(model);
  const named = documentTables(tidy);
  const limits = printedRowLimits(named.map(({ table }) => table));
  const labels = documentLabels[tidy.language];
  const document = {
    language: tidy.language,
    region: tidy.language === 'nl' ? 'NL' : 'GB',
    labels: {
      contents: labels.contents,
      colophon: labels.colophon,
      page: labels.page,
      of: labels.of,
      draft: labels.draft,
      noData: labels.noData,
    },
    title: withBreaks(tidy.title, coverPiece),
    runningTitle: shortened(tidy.title),
    subtitle: tidy.subtitle ? withBreaks(tidy.subtitle, textPiece) : null,
    publisher: withBreaks(tidy.publisher, textPiece),
    runningPublisher: shortened(tidy.publisher),
    status: withBreaks(tidy.status, textPiece),
    edition: withBreaks(tidy.edition, textPiece),
    draft: tidy.draft,
    keywords: tidy.keywords,
    issued: momentParts(tidy.issuedAt),
    colophon: tidy.colophon.map(({ label, value }) => ({
      label: withBreaks(label, headingPiece),
      value: withBreaks(value, textPiece),
    })),
    sections: pageSections(tidy.chapters).map(({ landscape, parts }) => ({
      landscape,
      parts: parts.map((part) => partData(part, tidy, limits)),
    })),
  };
  const attachments = named.map(({ table, fileName }) => ({
    name: fileName,
    description: table.caption,
    text: renderCsv(table, tidy.language),
  }));
  return { document: drawable(JSON.stringify(document)), attachments: JSON.stringify(attachments) };
}

// Longest strings without a space that still fit on a line of each kind.
const coverPiece = 16;
const headingPiece = 22;
const textPiece = 40;

function shortened(text: string): string {
  const longest = 70;
  return text.length > longest
    ? `${[...text]
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

function momentParts(moment: string): Record<string, number> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/u.exec(moment);
  if (!parts) throw new RangeError(`Not a moment (ISO 8601, UTC): ${moment}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { year, month, day, hour, minute, second };
}

function partData(part: PagePart, model: DocumentModel, limits: ReadonlyMap<DocumentTable, number>): unknown {
  switch (part.kind) {
    case 'chapter':
      return {
        kind: part.kind,
        number: part.chapter.number ?? '',
        title: withBreaks(part.chapter.title, headingPiece),
      };
    case 'heading':
      return { kind: part.kind, level: part.level, text: withBreaks(part.text, headingPiece) };
    case 'paragraph':
    case 'notice':
      return { kind: part.kind, text: withBreaks(part.text, textPiece) };
    case 'richtext':
      return { kind: part.kind, nodes: part.body.content.map(blockData) };
    case 'key-figures':
      return {
        kind: part.kind,
        items: part.items.map(({ label, value, note }) => ({
          label: withBreaks(label, headingPiece),
          value: withBreaks(value, coverPiece),
          note: withBreaks(note ?? '', headingPiece),
        })),
      };
    case 'table':
      return tableData(part.table, model, limits.get(part.table) ?? part.table.rows.length);
    case 'chart':
      return {
        kind: part.kind,
        caption: withBreaks(part.caption, textPiece),
        alternative: part.chart.alternative,
        width: part.chart.width,
        svg: toSvgText(part.chart.svg, { fontFamily: documentFontFamily }),
      };
  }
}

function blockData(block: BlockNode): unknown {
  switch (block.type) {
    case 'heading':
      return {
        kind: 'heading',
        level: block.level,
        content: block.content.map((node) => inlineData(node, headingPiece)),
      };
    case 'paragraph':
      return { kind: 'paragraph', content: block.content.map((node) => inlineData(node, textPiece)) };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: block.type === 'bulletList' ? 'bullets' : 'numbers',
        items: block.items.map((item) =>
          item.content.map((paragraph) => paragraph.content.map((node) => inlineData(node, textPiece))),
        ),
      };
  }
}

function inlineData(node: InlineNode, longestPiece: number): unknown {
  switch (node.type) {
    case 'text':
      return plainInline(withBreaks(node.text, longestPiece), node.bold, node.italic);
    case 'link': {
      const text = withBreaks(node.text || node.href, longestPiece);
      return isSafeLink(node.href) ? { kind: 'link', href: node.href, text } : plainInline(text);
    }
    case 'figure':
      return plainInline(`[${node.figureId}]`);
  }
}

function plainInline(text: string, bold = false, italic = false): unknown {
  return { kind: 'text', text, bold, italic };
}

const textWidths = { portrait: 162, landscape: 249 };
const cellPadding = 4;
const mostLinesKeptTogether = 25;

function tableData(table: DocumentTable, model: DocumentModel, limit: number): unknown {
  const { language } = model;
  const labels = documentLabels[language];
  const cut = table.rows.length > limit;
  const rows = printedRows({ ...table, rows: table.rows.slice(0, limit) }, language);
  const shares = columnShares(table, rows);
  const wide = isWideTable(table);
  const width = tableShare(table, rows);
  const letterWidth = wide ? 1.5 : 1.75;
  const lettersPerLine = shares.map((share) =>
    Math.max(
      3,
      Math.floor((share * width * textWidths[wide ? 'landscape' : 'portrait'] - cellPadding) / letterWidth),
    ),
  );
  const piece = (index: number): number => Math.max(3, Math.floor((lettersPerLine[index] ?? 3) * 0.6));
  const notes = [
    ...(cut
      ? [
          labels.moreRows(
            formatNumber(limit, language),
            formatNumber(table.rows.length, language),
            csvFileName(model, table),
          ),
        ]
      : []),
    ...(table.source ? [`${labels.source}: ${withBreaks(table.source, textPiece)}`] : []),
  ];
  return {
    kind: 'table',
    caption: withBreaks(table.caption, textPiece),
    width,
    columns: table.columns.map((column, index) => ({
      label: withBreaks(column.label, piece(index)),
      numeric: isNumeric(column.measure),
      share: shares[index],
    })),
    rows: rows.map((row) => row.map((text, index) => withBreaks(text, piece(index)))),
    hyphenate: [table.columns.map((column) => column.label), ...rows].some((row) =>
      row.some((text, index) => longestWordLength(text) > (lettersPerLine[index] ?? 3)),
    ),
    tall: rows.some((row) =>
      row.some(
        (text, index) =>
          text.length / (lettersPerLine[index] ?? 3) + text.split('\n').length > mostLinesKeptTogether,
      ),
    ),
    notes,
  };
}

let coverage: FontCoverage | undefined;

/** PDF/UA and PDF/A allow no character without a glyph: what the fonts lack prints as the replacement character. */
function drawable(text: string): string {
  const fonts = (coverage ??= fontCoverage(documentFontFiles.map((file) => readFileSync(file))));
  return text.replace(/[^\p{ASCII}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    fonts.has(character.codePointAt(0) ?? 0) ? character : '\ufffd',
  );
}
