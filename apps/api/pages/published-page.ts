import { formatDay, type Language, type Localised } from '@weerbaar/core/figures';
import { escapeHtml } from '@weerbaar/core/richtext';
import { dayInTheNetherlands } from '@weerbaar/kernel/clock';
import type { PublishedDocument } from '@weerbaar/annual-cycle';

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
  trying: { nl: 'Om te proberen', en: 'To try' },
  mailbox: { nl: 'De mail die deze demo verstuurt', en: 'The mail that this demo sends' },
  forStaff: { nl: 'Voor medewerkers', en: 'For staff' },
  staff: { nl: 'Inloggen bij Weerbaar', en: 'Sign in to Weerbaar' },
  engineers: { nl: 'Voor ontwikkelaars', en: 'For developers' },
  reference: { nl: 'Beschrijving van de API', en: 'API reference' },
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

export interface Published {
  readonly organisation: string;
  readonly documents: readonly PublishedDocument[];
  readonly language: Language;
  /** Whether the mails of this installation can be read in the browser: in the demo. */
  readonly hasMailbox: boolean;
}

/** For everybody, on any device: a plain page, without a script. */
export function publishedPage({ organisation, documents, language, hasMailbox }: Published): string {
  const say = (text: Localised): string => text[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${say(words.documents)} – ${organisation}`)}</title>
<link rel="stylesheet" href="/published/style.css">
</head>
<body>
<header><p>${escapeHtml(organisation)}</p></header>
<main>
<h1>${escapeHtml(say(words.title))}</h1>
<p class="lead">${escapeHtml(say(words.lead))}</p>
<h2>${escapeHtml(say(words.documents))}</h2>
${documents.length === 0 ? `<p>${escapeHtml(say(words.none))}</p>` : documents.map((document) => article(document, language)).join('\n')}
<h2>${escapeHtml(say(words.forStaff))}</h2>
<ul>
<li><a href="/">${escapeHtml(say(words.staff))}</a></li>
</ul>
${hasMailbox ? mailbox(say) : ''}<h2>${escapeHtml(say(words.engineers))}</h2>
<ul>
<li><a href="/reference">${escapeHtml(say(words.reference))}</a></li>
<li><a href="/api/v1/openapi.json">OpenAPI 3.1</a></li>
</ul>
</main>
</body>
</html>
`;
}

function mailbox(say: (text: Localised) => string): string {
  return `<h2>${escapeHtml(say(words.trying))}</h2>
<ul>
<li><a href="/demo/mail">${escapeHtml(say(words.mailbox))}</a></li>
</ul>
`;
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
