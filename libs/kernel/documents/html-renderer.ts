import { toSvgText } from '@weerbaar/core/charts';
import { emptyMark, type FigureCell, type Language } from '@weerbaar/core/figures';
import { type BlockNode, escapeHtml, type InlineNode, type ListItemNode } from '@weerbaar/core/richtext';
import { documentFontFamily } from './document-fonts.js';
import { documentLabels } from './document-labels.js';
import type {
  DocumentBlock,
  DocumentChapter,
  DocumentColumn,
  DocumentModel,
  DocumentTable,
  KeyFigure,
} from './document-model.js';
import { documentStylesheet } from './document-style.js';
import { isSafeLink } from './links.js';
import { hasRightToLeftLetters } from './printable-text.js';
import { isNumeric, isWideTable, printedRows, tableShare } from './table-layout.js';
import { tidyDocument } from './tidy-document.js';

/**
 * One complete, accessible page without scripts, outside files or inline style. Serve it with what
 * `withStyleHash` finds in `style-src` and with `data:` in `font-src`.
 */
export function renderHtml(model: DocumentModel): string {
  const tidy = tidyDocument(model);
  const labels = documentLabels[tidy.language];
  const counters = { table: 0, figure: 0 };
  const chapters = tidy.chapters.map((chapter) => renderChapter(chapter, tidy.language, counters));
  return `<!doctype html>
<html lang="${tidy.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${tidy.title} - ${tidy.publisher}`)}</title>
<meta name="author" content="${escapeHtml(tidy.publisher)}">
<meta name="keywords" content="${escapeHtml(tidy.keywords.join(', '))}">
<meta name="dcterms.issued" content="${escapeHtml(tidy.issuedAt)}">
<style>${documentStylesheet}</style>
</head>
<body>
<a class="skip" href="#text">${labels.skipToContents}</a>
${tidy.draft ? `<p class="draft-mark">${text(tidy.status)}</p>\n` : ''}${renderCover(tidy)}
<div class="inner">
${renderContents(tidy)}
<main id="text">
${chapters.join('\n')}
${renderColophon(tidy)}
</main>
</div>
</body>
</html>
`;
}

// Charts are measured in the typeface that the page carries; the others fill in for scripts it does not have.
const chartFonts = `'${documentFontFamily}', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif`;

interface Counters {
  table: number;
  figure: number;
}

function renderCover(model: DocumentModel): string {
  const subtitle = model.subtitle ? `<p class="subtitle">${text(model.subtitle)}</p>` : '';
  const edition = model.edition ? `<p>${text(model.edition)}</p>` : '';
  return `<header class="cover"><div class="inner"><p>${text(model.publisher)}</p><h1>${text(model.title)}</h1>${subtitle}<p class="status">${text(model.status)}</p>${edition}</div></header>`;
}

function renderContents(model: DocumentModel): string {
  const label = documentLabels[model.language].contents;
  const entries = model.chapters.map(
    ({ id, number, title }) =>
      `<li><a href="#${chapterAnchor(id)}"><span class="number">${text(number ?? '')}</span>${text(title)}</a></li>`,
  );
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${label}</h2><ol>${entries.join('')}</ol></nav>`;
}

function renderColophon(model: DocumentModel): string {
  if (model.colophon.length === 0) return '';
  const entries = model.colophon.map(
    ({ label, value }) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`,
  );
  const title = documentLabels[model.language].colophon;
  return `<section aria-labelledby="colophon"><h2 id="colophon">${title}</h2><dl class="colophon">${entries.join('')}</dl></section>`;
}

// Keeps the anchors of chapters apart from those of the page itself and of the charts.
function chapterAnchor(id: string): string {
  return `chapter-${escapeHtml(id)}`;
}

function renderChapter(chapter: DocumentChapter, language: Language, counters: Counters): string {
  const anchor = chapterAnchor(chapter.id);
  const number = chapter.number ? `<span class="number">${text(chapter.number)}</span> ` : '';
  const blocks = chapter.blocks.map((block) => renderBlock(block, language, counters));
  return `<section aria-labelledby="${anchor}"><h2 id="${anchor}">${number}${text(chapter.title)}</h2>\n${blocks.join('\n')}\n</section>`;
}

function renderBlock(block: DocumentBlock, language: Language, counters: Counters): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, text(block.text));
    case 'paragraph':
      return `<p>${text(block.text)}</p>`;
    case 'notice':
      return `<p class="notice">${text(block.text)}</p>`;
    case 'richtext':
      return block.body.content.map(renderRichBlock).join('\n');
    case 'key-figures':
      return `<dl class="key-figures">${block.items.map(renderKeyFigure).join('')}</dl>`;
    case 'table':
      counters.table += 1;
      return renderTable(block.table, language, counters.table);
    case 'chart': {
      counters.figure += 1;
      const picture = toSvgText(block.chart.svg, { fontFamily: chartFonts });
      const caption = numberedCaption(documentLabels[language].figure, counters.figure, block.caption);
      return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
    }
  }
}

function heading(level: 1 | 2, content: string): string {
  const tag = level === 1 ? 'h3' : 'h4';
  return `<${tag}>${content}</${tag}>`;
}

function renderKeyFigure({ label, value, note }: KeyFigure): string {
  const remark = note ? `<dd class="note">${text(note)}</dd>` : '';
  return `<div><dt>${text(label)}</dt><dd class="value">${text(value)}</dd>${remark}</div>`;
}

function renderRichBlock(block: BlockNode): string {
  switch (block.type) {
    case 'heading':
      return heading(block.level, renderInlines(block.content));
    case 'paragraph':
      return `<p>${renderInlines(block.content)}</p>`;
    case 'bulletList':
      return `<ul>${block.items.map(renderItem).join('')}</ul>`;
    case 'orderedList':
      return `<ol>${block.items.map(renderItem).join('')}</ol>`;
  }
}

function renderItem(item: ListItemNode): string {
  const [first, ...more] = item.content.map((paragraph) => renderInlines(paragraph.content));
  if (more.length === 0) return `<li>${first ?? ''}</li>`;
  return `<li>${[first, ...more].map((content) => `<p>${content ?? ''}</p>`).join('')}</li>`;
}

function renderInlines(nodes: readonly InlineNode[]): string {
  return nodes.map(renderInline).join('');
}

function renderInline(node: InlineNode): string {
  switch (node.type) {
    case 'text': {
      const plain = text(node.text);
      const emphasised = node.italic ? `<em>${plain}</em>` : plain;
      return node.bold ? `<strong>${emphasised}</strong>` : emphasised;
    }
    case 'link': {
      const label = text(node.text || node.href);
      return isSafeLink(node.href) ? `<a href="${escapeHtml(node.href)}">${label}</a>` : label;
    }
    case 'figure':
      return text(`[${node.figureId}]`);
  }
}

/** With more, a table on a telephone keeps its own width and scrolls; with fewer it fits. */
const mostColumnsOfSmallScreen = 4;

function renderTable(table: DocumentTable, language: Language, number: number): string {
  const labels = documentLabels[language];
  const caption = numberedCaption(labels.table, number, table.caption);
  const source = table.source ? `<p class="source">${labels.source}: ${text(table.source)}</p>` : '';
  const header = table.columns.map(
    (column) => `<th scope="col"${numericClass(column)}>${text(column.label)}</th>`,
  );
  const printed = printedRows(table, language);
  const rows = table.rows.map((row, index) => renderRow(table, row, printed[index] ?? [], language));
  const none = `<tr><td colspan="${Math.max(table.columns.length, 1)}">${labels.noData}</td></tr>`;
  const head = header.length > 0 ? `<thead><tr>${header.join('')}</tr></thead>` : '';
  const body = rows.length > 0 && header.length > 0 ? rows.join('\n') : none;
  // Reachable by keyboard, because a wide table scrolls sideways on a small screen.
  const region = `<div class="scroll" role="region" tabindex="0" aria-labelledby="table-${number}">`;
  const scrolls = table.columns.length > mostColumnsOfSmallScreen;
  const hint = scrolls ? `<p class="hint">${labels.scrollHint}</p>` : '';
  const classes = [
    'table',
    ...(scrolls ? ['scrolls'] : []),
    ...(tableShare(table, printed) < 1 ? ['short'] : []),
  ].join(' ');
  return `<div class="${classes}">${hint}${region}<table${isWideTable(table) ? ' class="wide"' : ''}><caption id="table-${number}">${caption}</caption>${head}<tbody>${body}</tbody></table></div>${source}</div>`;
}

function renderRow(
  table: DocumentTable,
  cells: readonly FigureCell[],
  printed: readonly string[],
  language: Language,
): string {
  const content = table.columns.map((column, index) => {
    const value = cells[index] === null ? emptyCell(language) : text(printed[index] ?? '');
    // The first column names the row, unless it is a number among numbers.
    const names = index === 0 && column.measure === 'text' && cells[index] !== null;
    return names ? `<th scope="row">${value}</th>` : `<td${numericClass(column)}>${value}</td>`;
  });
  return `<tr>${content.join('')}</tr>`;
}

function emptyCell(language: Language): string {
  return `<span aria-hidden="true">${emptyMark}</span><span class="spoken">${documentLabels[language].emptyCell}</span>`;
}

function numericClass(column: DocumentColumn): string {
  return isNumeric(column.measure) ? ' class="numeric"' : '';
}

function numberedCaption(kind: string, number: number, caption: string): string {
  return `<span class="kind">${kind} ${number}</span> ${text(caption)}`;
}

/** Text of a person as HTML. Letters that run right to left are set apart, so that they do not move their neighbours. */
function text(value: string): string {
  const lines = escapeHtml(value).replaceAll('\n', '<br>');
  return hasRightToLeftLetters(value) ? `<bdi>${lines}</bdi>` : lines;
}
