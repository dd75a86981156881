import { Resvg } from '@resvg/resvg-js';
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { toSvgText, type Chart } from '@weerbaar/core/charts';
import { formatNumber } from '@weerbaar/core/figures';
import type { BlockNode, InlineNode } from '@weerbaar/core/richtext';
import { documentFontFamily, pictureFontFiles } from './document-fonts.js';
import { documentLabels, type DocumentLabels } from './document-labels.js';
import type { DocumentModel, DocumentTable, KeyFigure } from './document-model.js';
import { csvFileName, documentTables } from './document-tables.js';
import { isSafeLink } from './links.js';
import { pageSections, type PagePart, type PageSection } from './page-sections.js';
import { stableWordFile } from './stable-word-file.js';
import { columnShares, isNumeric, printedRowLimits, printedRows, tableShare } from './table-layout.js';
import { tidyDocument } from './tidy-document.js';

const colours = {
  brand: '0B3A4F',
  action: '0B5A7A',
  ink: '1A2530',
  muted: '52606B',
  tint: 'EEF5F8',
  line: 'D5DCE1',
};
const draftColour = 'B25A00';

// A4 and its margins in twentieths of a point.
const page = { short: 11_906, long: 16_838, side: 1304, top: 1418, bottom: 1247 };
const textWidths = { portrait: page.short - 2 * page.side, landscape: page.long - 2 * page.side };

/** A document to work on further in Word or LibreOffice: real headings, contents, captions and table headers. */
export async function renderWord(model: DocumentModel): Promise<Uint8Array> {
  const tidy = tidyDocument(model);
  const writer: Writer = {
    model: tidy,
    labels: documentLabels[tidy.language],
    rowLimits: printedRowLimits(documentTables(tidy).map(({ table }) => table)),
    counters: { table: 0, figure: 0, list: 0 },
  };
  const sections = pageSections(tidy.chapters).map((section) => bodySection(section, writer));
  const file = new Document({
    title: tidy.title,
    subject: tidy.subtitle ?? '',
    description: tidy.edition,
    creator: tidy.publisher,
    lastModifiedBy: tidy.publisher,
    keywords: tidy.keywords.join(', '),
    styles: documentStyles(tidy),
    numbering: { config: listNumbering() },
    sections: [coverSection(writer), contentsSection(writer), ...sections],
  });
  return stableWordFile(await Packer.toBuffer(file), tidy.issuedAt);
}

interface Writer {
  readonly model: DocumentModel;
  readonly labels: DocumentLabels;
  readonly rowLimits: ReadonlyMap<DocumentTable, number>;
  readonly counters: { table: number; figure: number; list: number };
}

function documentStyles(model: DocumentModel) {
  const headingStyle = (size: number, before: number) => ({
    run: { size, bold: true, color: colours.brand },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          color: colours.ink,
          language: { value: model.language === 'nl' ? 'nl-NL' : 'en-GB' },
        },
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 64, bold: true, color: colours.brand },
        paragraph: { spacing: { before: 4200, after: 240 } },
      },
      heading1: headingStyle(38, 480),
      heading2: headingStyle(27, 320),
      heading3: headingStyle(23, 240),
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 20, bold: true, color: colours.brand },
        paragraph: { spacing: { before: 240, after: 80 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Source',
        name: 'Source',
        basedOn: 'Normal',
        run: { size: 17, color: colours.muted },
        paragraph: { spacing: { before: 60, after: 240 } },
      },
    ],
  };
}

function listNumbering() {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 480, hanging: 300 } } },
    },
  ];
  return [
    { reference: 'bullets', levels: level(LevelFormat.BULLET, '•') },
    { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') },
  ];
}

function pageProperties(landscape: boolean) {
  return {
    page: {
      // The library turns the measures itself when the orientation is landscape.
      size: {
        width: page.short,
        height: page.long,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
    },
  };
}

function runningParts(writer: Writer, landscape: boolean): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { model, labels } = writer;
  const width = landscape ? textWidths.landscape : textWidths.portrait;
  const small: IRunOptions = { size: 17, color: colours.muted };
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  const status: IRunOptions = model.draft ? { size: 17, bold: true, color: draftColour } : small;
  const edge = { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 4 };
  const header = new Paragraph({
    tabStops,
    border: { bottom: edge },
    children: [
      new TextRun({ ...small, text: model.publisher }),
      ...(model.draft ? [new TextRun({ ...status, text: `   ${labels.draft.toUpperCase()}` })] : []),
      new TextRun({ ...small, text: `\t${model.title}` }),
    ],
  });
  const footer = new Paragraph({
    tabStops,
    border: { top: edge },
    children: [
      new TextRun({ ...status, text: model.status }),
      new TextRun({ ...small, text: model.edition ? ` · ${model.edition}` : '' }),
      new TextRun({
        ...small,
        children: [`\t${labels.page} `, PageNumber.CURRENT, ` ${labels.of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
  return {
    headers: { default: new Header({ children: [header] }) },
    footers: { default: new Footer({ children: [footer] }) },
  };
}

function coverSection({ model, labels }: Writer): ISectionOptions {
  const children = [
    new Paragraph({ children: runs(model.publisher, { size: 28, bold: true, color: colours.action }) }),
    ...(model.draft
      ? [
          new Paragraph({
            children: runs(labels.draft.toUpperCase(), { size: 32, bold: true, color: draftColour }),
          }),
        ]
      : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(model.title) }),
    ...(model.subtitle
      ? [new Paragraph({ children: runs(model.subtitle, { size: 28, color: colours.muted }) })]
      : []),
    new Paragraph({ spacing: { before: 600 }, children: runs(model.status, { size: 24, bold: true }) }),
    ...(model.edition
      ? [new Paragraph({ children: runs(model.edition, { size: 24, color: colours.muted }) })]
      : []),
  ];
  return {
    properties: pageProperties(false),
    headers: { default: new Header({ children: [new Paragraph('')] }) },
    footers: { default: new Footer({ children: [new Paragraph('')] }) },
    children,
  };
}

function contentsSection(writer: Writer): ISectionOptions {
  const { model, labels } = writer;
  const colophon = model.colophon.map(
    ({ label, value }) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: 2700 }],
        indent: { left: 2700, hanging: 2700 },
        children: [...runs(label, { color: colours.muted }), new TextRun('\t'), ...runs(value)],
      }),
  );
  const title = (text: string) =>
    new Paragraph({
      spacing: { before: 240, after: 160 },
      children: runs(text, { size: 38, bold: true, color: colours.brand }),
    });
  return {
    properties: pageProperties(false),
    ...runningParts(writer, false),
    children: [
      ...(colophon.length > 0 ? [title(labels.colophon), ...colophon] : []),
      title(labels.contents),
      new TableOfContents(labels.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    ],
  };
}

function bodySection(section: PageSection, writer: Writer): ISectionOptions {
  return {
    properties: pageProperties(section.landscape),
    ...runningParts(writer, section.landscape),
    children: section.parts.flatMap((part) => renderPart(part, section.landscape, writer)),
  };
}

function renderPart(part: PagePart, landscape: boolean, writer: Writer): FileChild[] {
  switch (part.kind) {
    case 'chapter': {
      const { number, title } = part.chapter;
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: runs(number ? `${number}  ${title}` : title),
        }),
      ];
    }
    case 'heading':
      return [new Paragraph({ heading: headingLevel(part.level), children: runs(part.text) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(part.text) })];
    case 'notice':
      return [noticeParagraph(part.text)];
    case 'richtext':
      return part.body.content.flatMap((block) => renderRichBlock(block, writer));
    case 'key-figures':
      return [keyFigureTable(part.items, landscape), new Paragraph('')];
    case 'table':
      return renderTable(part.table, landscape, writer);
    case 'chart':
      return renderChart(part.chart, part.caption, landscape, writer);
  }
}

function headingLevel(level: 1 | 2) {
  return level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
}

function noticeParagraph(text: string): Paragraph {
  return new Paragraph({
    shading: { type: ShadingType.CLEAR, fill: colours.tint },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: colours.action, space: 8 } },
    indent: { left: 200 },
    children: runs(text),
  });
}

function renderRichBlock(block: BlockNode, writer: Writer): Paragraph[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({ heading: headingLevel(block.level), children: block.content.flatMap(inlineRuns) }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: block.content.flatMap(inlineRuns) })];
    case 'bulletList':
    case 'orderedList': {
      writer.counters.list += 1;
      const instance = writer.counters.list;
      const reference = block.type === 'bulletList' ? 'bullets' : 'numbers';
      return block.items.flatMap((item) =>
        item.content.map((paragraph, index) => {
          const place: IParagraphOptions =
            index === 0 ? { numbering: { reference, level: 0, instance } } : { indent: { left: 480 } };
          return new Paragraph({
            ...place,
            spacing: { after: 60 },
            children: paragraph.content.flatMap(inlineRuns),
          });
        }),
      );
    }
  }
}

function inlineRuns(node: InlineNode): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return runs(node.text, {
        ...(node.bold ? { bold: true } : {}),
        ...(node.italic ? { italics: true } : {}),
      });
    case 'link': {
      const text = node.text || node.href;
      if (!isSafeLink(node.href)) return runs(text);
      return [new ExternalHyperlink({ link: node.href, children: runs(text, { style: 'Hyperlink' }) })];
    }
    case 'figure':
      return runs(`[${node.figureId}]`);
  }
}

/** Text with its line ends. */
function runs(text: string, options: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, break: index === 0 ? 0 : 1 }));
}

function captionParagraph(kind: string, number: number, text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext,
    children: [
      new TextRun({ text: `${kind} `, color: colours.action }),
      new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)),
      ...runs(`  ${text}`),
    ],
  });
}

function keyFigureTable(items: readonly KeyFigure[], landscape: boolean): Table {
  const columns = Math.min(items.length, landscape ? 4 : 3);
  const width = Math.floor((landscape ? textWidths.landscape : textWidths.portrait) / columns);
  const gap = { style: BorderStyle.SINGLE, size: 36, color: 'FFFFFF' };
  const borders = { top: gap, bottom: gap, left: gap, right: gap };
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => {
    const cells = Array.from({ length: columns }, (__, column) => {
      const item = items[row * columns + column];
      return new TableCell({
        borders,
        width: { size: width, type: WidthType.DXA },
        margins: { top: 100, bottom: 100, left: 140, right: 140 },
        shading: item
          ? { type: ShadingType.CLEAR, fill: colours.tint }
          : { type: ShadingType.CLEAR, fill: 'FFFFFF' },
        children: item ? keyFigureLines(item) : [new Paragraph('')],
      });
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: Array.from({ length: columns }, () => width),
    width: { size: width * columns, type: WidthType.DXA },
    borders: { ...borders, insideHorizontal: gap, insideVertical: gap },
  });
}

function keyFigureLines({ label, value, note }: KeyFigure): Paragraph[] {
  const style = 'TableText';
  return [
    new Paragraph({ style, children: runs(label, { size: 19 }) }),
    new Paragraph({ style, children: runs(value, { size: 40, bold: true, color: colours.brand }) }),
    ...(note ? [new Paragraph({ style, children: runs(note, { size: 17, color: colours.muted }) })] : []),
  ];
}

function renderTable(table: DocumentTable, landscape: boolean, writer: Writer): FileChild[] {
  const { model, labels, rowLimits, counters } = writer;
  counters.table += 1;
  const caption = captionParagraph(labels.table, counters.table, table.caption, true);
  const limit = rowLimits.get(table) ?? table.rows.length;
  const rows = printedRows({ ...table, rows: table.rows.slice(0, limit) }, model.language);
  const notes = [
    ...(table.rows.length > limit
      ? [
          labels.moreRows(
            formatNumber(limit, model.language),
            formatNumber(table.rows.length, model.language),
            csvFileName(model, table),
          ),
        ]
      : []),
    ...(table.source ? [`${labels.source}: ${table.source}`] : []),
  ];
  const after =
    notes.length > 0
      ? notes.map((note) => new Paragraph({ style: 'Source', children: runs(note) }))
      : [new Paragraph('')];
  if (table.columns.length === 0)
    return [caption, new Paragraph({ children: runs(labels.noData) }), ...after];
  const width = tableShare(table, rows) * (landscape ? textWidths.landscape : textWidths.portrait);
  const widths = columnShares(table, rows).map((share) => Math.floor(share * width));
  return [caption, dataTable(table, rows, widths, labels), ...after];
}

const mostRowsKeptTogether = 12;
/** So many rows at least stand on the last page of a longer table. */
const leastRowsAtEnd = 3;

function dataTable(
  table: DocumentTable,
  rows: readonly (readonly string[])[],
  widths: number[],
  labels: DocumentLabels,
): Table {
  const size = table.columns.length > 6 ? 16 : 18;
  const keptTogether = rows.length <= mostRowsKeptTogether;
  const cell = (text: string, index: number, header: boolean, keepNext: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      ...(header ? { shading: { type: ShadingType.CLEAR, fill: colours.tint } } : {}),
      children: [
        new Paragraph({
          style: 'TableText',
          keepNext,
          alignment: isNumeric(table.columns[index]?.measure ?? 'text')
            ? AlignmentType.RIGHT
            : AlignmentType.LEFT,
          children: runs(text, header ? { size, bold: true, color: colours.brand } : { size }),
        }),
      ],
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) => cell(column.label, index, true, true)),
  });
  const body = rows.map((row, place) => {
    const begun = keptTogether || place >= rows.length - leastRowsAtEnd;
    const keepNext = begun && place < rows.length - 1;
    return new TableRow({
      cantSplit: true,
      children: row.map((text, index) => cell(text, index, false, keepNext)),
    });
  });
  const none = new TableRow({
    children: [
      new TableCell({
        columnSpan: table.columns.length,
        children: [
          new Paragraph({ style: 'TableText', children: runs(labels.noData, { color: colours.muted }) }),
        ],
      }),
    ],
  });
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  const open = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    rows: [header, ...(body.length > 0 ? body : [none])],
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    borders: {
      top: line,
      bottom: line,
      left: open,
      right: open,
      insideHorizontal: line,
      insideVertical: open,
    },
  });
}

function renderChart(chart: Chart, caption: string, landscape: boolean, writer: Writer): Paragraph[] {
  writer.counters.figure += 1;
  const svg = toSvgText(chart.svg, { fontFamily: documentFontFamily });
  const twipsPerPixel = 15;
  const room = (landscape ? textWidths.landscape : textWidths.portrait) / twipsPerPixel;
  const scale = Math.min(1, room / chart.width);
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: drawPng(svg) },
    transformation: { width: Math.round(chart.width * scale), height: Math.round(chart.height * scale) },
    altText: { name: caption, title: chart.title, description: chart.alternative },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200 }, children: [picture] }),
    captionParagraph(writer.labels.figure, writer.counters.figure, caption, false),
  ];
}

/** For programs that cannot draw SVG; larger than it is shown, so that it stays sharp on paper. */
function drawPng(svg: string): Buffer {
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...pictureFontFiles], defaultFontFamily: documentFontFamily },
    fitTo: { mode: 'zoom', value: 1.5 },
  });
  return Buffer.from(picture.render().asPng());
}
