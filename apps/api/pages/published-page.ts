import { formatDay, type Language, type Localised } from '@weerbaar/core/figures';
import { escapeHtml } from '@weerbaar/core/richtext';
import { dayInTheNetherlands } from '@weerbaar/kernel/clock';
import type { PublishedDocument } from '@weerbaar/annual-cycle';
import type { FramedPage } from './page-frame.js';

const words = {
  title: { nl: 'Integriteit in het openbaar', en: 'Integrity in public' },
  lead: {
    nl: 'Hier staan het jaarplan en het jaarverslag integriteit. Elke overheidswerkgever legt daarmee ieder jaar openbaar verantwoording af.',
    en: 'Here are the annual integrity plan and report, by which every public employer gives account in public each year.',
  },
  documents: { nl: 'Gepubliceerd', en: 'Published' },
  none: {
    nl: 'Er is nog niets gepubliceerd. Wordt een stuk net gemaakt, ververs deze pagina dan over een minuut.',
    en: 'Nothing has been published yet. If a document is being made, reload this page in a minute.',
  },
  plan: { nl: 'Jaarplan integriteit', en: 'Annual integrity plan' },
  report: { nl: 'Jaarverslag integriteit', en: 'Annual integrity report' },
  publishedOn: { nl: 'Gepubliceerd op', en: 'Published on' },
  correction: { nl: 'Correctie, versie', en: 'Correction, revision' },
} as const satisfies Record<string, Localised>;

const formatNames: Readonly<Record<string, Localised>> = {
  html: { nl: 'Webpagina', en: 'Web page' },
  pdf: { nl: 'PDF', en: 'PDF' },
  word: { nl: 'Word', en: 'Word' },
  'tables-csv': { nl: 'Tabellen (CSV)', en: 'Tables (CSV)' },
  spreadsheet: { nl: 'Rekenblad (ODS)', en: 'Spreadsheet (ODS)' },
  'archive-pdf': { nl: 'PDF voor het archief', en: 'PDF for the archive' },
};

/** What people read first, what they archive or reckon with after. */
const formatOrder = Object.keys(formatNames);

/** For everybody, on any device. */
export function publishedPage(documents: readonly PublishedDocument[], language: Language): FramedPage {
  const say = (text: Localised): string => escapeHtml(text[language]);
  const articles = documents.map((document) => article(document, language)).join('\n');
  return {
    title: words.documents,
    main: `<h1>${say(words.title)}</h1>
<p class="lead">${say(words.lead)}</p>
<h2>${say(words.documents)}</h2>
${articles || `<p>${say(words.none)}</p>`}`,
  };
}

function article(document: PublishedDocument, language: Language): string {
  const title = `${words[document.kind][language]} ${document.year}`;
  const day = formatDay(dayInTheNetherlands(document.publishedAt), language);
  const correction = document.revision > 1 ? `. ${words.correction[language]} ${document.revision}` : '';
  const inOrder = formatOrder.flatMap((format) => document.files.filter((file) => file.format === format));
  const files = inOrder.map(({ format, file }) => {
    const name = formatNames[format]?.[language] ?? format;
    const address = `/api/v1/publications/${document.documentId}/files/${format}`;
    return `<li><a href="${address}">${escapeHtml(name)}<span class="hidden"> ${escapeHtml(title)}</span></a> <small>${size(file.size, language)}</small></li>`;
  });
  return `<article>
<h3>${escapeHtml(title)}</h3>
<p>${escapeHtml(`${words.publishedOn[language]} ${day}${correction}`)}</p>
<ul class="files">${files.join('')}</ul>
</article>`;
}

function size(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return `${new Intl.NumberFormat(language).format(kilobytes)} kB`;
}
