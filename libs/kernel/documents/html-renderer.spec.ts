import { renderHtml } from './html-renderer.js';
import { hostileDocument } from './testing/hostile-document.js';
import { sampleActions, sampleDocument } from './testing/sample-document.js';

describe('the HTML document', () => {
  const html = renderHtml(sampleDocument());

  it('names its language, its title and its publisher', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="nl">/u);
    expect(html).toContain('<title>Jaarverslag integriteit 2025 - Gemeente Voorbeeld</title>');
    expect(renderHtml(sampleDocument({ language: 'en' }))).toContain('<html lang="en">');
  });

  it('lets a keyboard user skip to the text and reach every chapter from the contents', () => {
    expect(html).toContain('<a class="skip" href="#text">');
    expect(html).toContain('<main id="text">');
    for (const chapter of sampleDocument().chapters) {
      expect(html).toContain(`<a href="#chapter-${chapter.id}">`);
      expect(html).toContain(`<h2 id="chapter-${chapter.id}">`);
    }
  });

  it('gives no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never skips a heading level', () => {
    const levels = [...html.matchAll(/<h([1-6])/gu)].map((match) => Number(match[1]));
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1));
  });

  it('has tables with a caption, column headers and row headers', () => {
    expect(html).toContain('<span class="kind">Tabel 1</span> Bouwstenen op orde, per thema</caption>');
    expect(html).toContain('<th scope="col" class="numeric">Opzet</th>');
    expect(html).toContain('<th scope="row">Leiderschap en cultuur</th>');
    expect(html).toContain('<p class="source">Bron: Register acties');
  });

  it('says aloud what an empty cell shows as a dash', () => {
    expect(html).toContain('<span aria-hidden="true">–</span><span class="spoken">geen waarde</span>');
  });

  it('has charts with a text alternative and a caption', () => {
    expect(html.match(/<svg [^>]*role="img"[^>]*>/gu)).toHaveLength(4);
    expect(html).toContain(
      '<figcaption><span class="kind">Figuur 1</span> Beoordeling van de bouwstenen per thema',
    );
  });

  it('carries the typeface that its charts are measured in', () => {
    const face = /@font-face\{font-family:'([^']+)';.*src:url\(data:font\/woff2;base64,([^)]+)\)/u.exec(html);
    expect(Buffer.from(face?.[2] ?? '', 'base64').toString('latin1', 0, 4)).toBe('wOF2');
    const ofCharts = [...html.matchAll(/<svg [^>]*font-family="&#39;([^&]+)&#39;/gu)].map(
      (match) => match[1],
    );
    expect(ofCharts).toEqual(Array.from({ length: 4 }, () => face?.[1]));
  });

  it('passes a strict content policy: one style, before all that people wrote, no inline style, no script, no outside file', () => {
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/gu)];
    expect(styles).toHaveLength(1);
    expect(html.indexOf('<style>')).toBeLessThan(html.indexOf('<body>'));
    expect(html).not.toMatch(/ style=|<script|<link|@import|url\((?!data:font\/woff2;base64,)|src=/u);
  });

  it('says so when a table or a chapter has nothing in it', () => {
    expect(html).toContain('<td colspan="5">Geen gegevens</td>');
    expect(html).toContain('Dit hoofdstuk heeft nog geen tekst.');
  });

  it('marks a draft, and only a draft', () => {
    const draft = renderHtml(sampleDocument({ draft: true, status: 'Concept van 2 maart 2026' }));
    expect(draft).toContain('<p class="draft-mark">Concept van 2 maart 2026</p>');
    expect(html).not.toContain('class="draft-mark">');
  });

  it('prints all of ten thousand rows', () => {
    const table = sampleActions(10_000);
    const model = sampleDocument({ chapters: [{ id: 'a', title: 'A', blocks: [{ kind: 'table', table }] }] });
    expect(renderHtml(model).match(/<tr>/gu)).toHaveLength(10_001);
  });
});

describe('the HTML of text that is no plain text', () => {
  const html = renderHtml(hostileDocument());

  it('prints markup as it was typed', () => {
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;vet&lt;/b&gt; &quot;aanhaling&quot;',
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>');
  });

  it('makes links of web addresses only', () => {
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain('<a href="https://voorbeeld.example/?a=1&amp;b=&quot;2">goed</a>');
  });

  it('leaves out control characters and overrides of direction, and sets right-to-left words apart', () => {
    expect(html).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/u);
    expect(html).toMatch(/<bdi>Naam: \u05d3\u05d5\u05d3 en \u0639\u0644\u064a, omgekeerd klaar<\/bdi>/u);
  });

  it('keeps anchors safe and unique', () => {
    expect(html).toContain('id="chapter-etc-x"');
    expect(html).toContain('id="chapter-empty-2"');
  });
});
