import { bold, bulletList, document, heading, link, paragraph } from '@weerbaar/core/richtext';
import type { DocumentModel } from '../document-model.js';
import { sampleDocument } from './sample-document.js';

/** Texts that would change a document if any format read them as more than text. */
export const hostileTexts = {
  typst:
    '#let x = 1 #panic("ja") $a^2$ *vet* _schuin_ `code` @bron <label> // weg /* weg */ = kop \\ ~ -- ---',
  html: '<script>alert(1)</script> & <b>vet</b> "aanhaling" \'enkel\' &amp; ]]>',
  word: '{ INCLUDETEXT "c:\\\\geheim.txt" } </w:t><w:p/>',
} as const;

const longWord = 'ABCDEF0123'.repeat(6);

/** Everything a person could type to break a document, in every place a person can type. */
export function hostileDocument(): DocumentModel {
  const all = Object.values(hostileTexts).join(' | ');
  const rightToLeft = 'Naam: \u05d3\u05d5\u05d3 en \u0639\u0644\u064a, \u202eomgekeerd\u202c klaar';
  return sampleDocument({
    title: `Verslag ${hostileTexts.typst}`,
    subtitle: all,
    publisher: `Gemeente ${hostileTexts.html}`,
    status: `Concept ${hostileTexts.typst}`,
    draft: true,
    edition: hostileTexts.html,
    keywords: [hostileTexts.typst, 'a,b', ''],
    colophon: [{ label: hostileTexts.typst, value: `${all}\nTweede regel ${longWord}` }],
    chapters: [
      {
        id: '../../etc/"x"',
        number: '#1',
        title: all,
        blocks: [
          { kind: 'heading', level: 2, text: `${hostileTexts.typst} ${longWord}` },
          { kind: 'paragraph', text: `${all}\nregel twee\u0007\u0000\u001b ${longWord}${longWord}` },
          { kind: 'paragraph', text: rightToLeft },
          { kind: 'paragraph', text: 'Niet te tekenen: \u6f22\u5b57 \u{1f9ff} \ud800 einde' },
          { kind: 'notice', text: all },
          {
            kind: 'richtext',
            body: document(
              heading(2, all),
              paragraph(
                bold(all),
                link(all, 'javascript:alert(1)'),
                link('goed', 'https://voorbeeld.example/?a=1&b="2'),
              ),
              bulletList([all, rightToLeft]),
              paragraph(''),
            ),
          },
          { kind: 'key-figures', items: [{ label: `${all} ${longWord}`, value: longWord, note: all }] },
          {
            kind: 'table',
            table: {
              caption: all,
              columns: [
                { label: longWord, measure: 'text' },
                { label: hostileTexts.html, measure: 'text', weight: 0.1 },
                { label: 'Aantal', measure: 'count' },
              ],
              rows: [
                [longWord, longWord, 1],
                [hostileTexts.typst, hostileTexts.html, null],
                ['=1+1', 'te kort'],
                ['woord '.repeat(2000), '', 1e15],
              ],
              source: all,
            },
          },
          { kind: 'table', table: { caption: '', columns: [], rows: [] } },
          {
            kind: 'table',
            table: { caption: 'Leeg', columns: [{ label: 'A', measure: 'count' }], rows: [] },
          },
        ],
      },
      { id: 'empty', title: '', blocks: [] },
      { id: 'empty', number: '2', title: 'Ook leeg', blocks: [{ kind: 'paragraph', text: ' ' }] },
    ],
  });
}
