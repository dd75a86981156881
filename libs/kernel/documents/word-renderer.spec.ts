import { strFromU8, unzipSync } from 'fflate';
import { hostileDocument, hostileTexts } from './testing/hostile-document.js';
import { sampleActions, sampleDocument } from './testing/sample-document.js';
import { renderWord } from './word-renderer.js';

async function partsOf(...[model = sampleDocument()]: Parameters<typeof renderWord> | []) {
  const files = unzipSync(await renderWord(model));
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return { files, part, body: part('word/document.xml') };
}

function paragraphTexts(body: string): string[] {
  return [...body.matchAll(/<w:p>.*?<\/w:p>/gu)].map((paragraph) =>
    [...paragraph[0].matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((text) => text[1]).join(''),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

describe('the Word document', () => {
  it('has real headings and a table of contents with all of them', async () => {
    const { body } = await partsOf();
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/gu)).toHaveLength(sampleDocument().chapters.length);
    expect(body).toMatch(/<w:instrText[^>]*>TOC [^<]*<\/w:instrText>/u);
    expect(body.match(/<w:hyperlink [^>]*w:anchor="_Toc/gu)?.length).toBeGreaterThanOrEqual(13);
  });

  it('has tables with a header row that repeats, and numbered captions', async () => {
    const { body } = await partsOf();
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(10);
    expect(body).toContain('SEQ Tabel \\* ARABIC');
    expect(paragraphTexts(body)).toContain('Tabel 1  Bouwstenen op orde, per thema');
  });

  it('has charts as drawings with a text alternative and a picture for old programs', async () => {
    const { files, body } = await partsOf();
    const names = Object.keys(files);
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(4);
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(4);
    const alternatives = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/gu)].map((match) => match[1]);
    expect(alternatives).toHaveLength(4);
    expect(alternatives.every((text) => (text ?? '').length > 40)).toBe(true);
  });

  it('is in Dutch, turns the page for a wide table, and says page x of y', async () => {
    const { files, part, body } = await partsOf();
    expect(part('word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
    expect(body.match(/w:orient="landscape"/gu)).toHaveLength(1);
    const footers = Object.keys(files)
      .filter((name) => /footer\d+\.xml$/u.test(name))
      .map(part)
      .join('');
    expect(footers).toContain('NUMPAGES');
    expect(footers).toContain('Vastgesteld op 14 april 2026');
  });

  it('carries the moment of the document, not the time of writing, and the same bytes every time', async () => {
    const first = await renderWord(sampleDocument());
    const second = await renderWord(sampleDocument());
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const properties = strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array());
    expect(properties.match(/2026-04-14T10:00:00Z/gu)).toHaveLength(2);
  });

  it('says so when it prints part of a very long table', async () => {
    const table = sampleActions(10_000);
    const { body } = await partsOf(
      sampleDocument({ chapters: [{ id: 'a', title: 'A', blocks: [{ kind: 'table', table }] }] }),
    );
    expect(paragraphTexts(body)).toContain(
      'Hier staan de eerste 2.000 van 10.000 rijen. Het bestand tabel-01-acties-uit-het-jaarplan-2025.csv bevat ze allemaal.',
    );
  });

  it('prints markup and field codes as they were typed', async () => {
    const { body } = await partsOf(hostileDocument());
    const texts = paragraphTexts(body).map(unescaped);
    for (const hostile of Object.values(hostileTexts)) {
      expect(texts.some((text) => text.includes(hostile))).toBe(true);
    }
    expect(body).not.toMatch(/<w:instrText[^>]*>[^<]*INCLUDETEXT/u);
    expect(body).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e]/u);
  });
});
