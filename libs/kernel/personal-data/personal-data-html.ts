import { formatDay, type Language, type Localised } from '@weerbaar/core/figures';
import { escapeHtml } from '@weerbaar/core/richtext';
import type { PersonalDataCell, PersonalDataColumn, PersonalDataOverview } from './personal-data.js';

const words = {
  title: { nl: 'Uw gegevens in Weerbaar', en: 'Your data in Weerbaar' },
  about: {
    nl: 'Dit is wat Weerbaar over u heeft vastgelegd. U heeft recht op dit overzicht (AVG, artikel 15). Namen van anderen staan er niet in. Klopt er iets niet, of wilt u weten hoelang iets bewaard blijft en wie het krijgt? Vraag het aan de functionaris gegevensbescherming van uw organisatie. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.',
    en: 'This is what Weerbaar has recorded of you. You have a right to this overview (GDPR, article 15). Names of others are left out. Is something wrong, or do you want to know how long it is kept and who receives it? Ask the data protection officer of your organisation. You can also complain to the Dutch Data Protection Authority.',
  },
  of: { nl: 'Van', en: 'Of' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  askedAt: { nl: 'Gemaakt op', en: 'Made on' },
  nothing: { nl: 'Hierover is niets vastgelegd.', en: 'Nothing is recorded here.' },
  empty: { nl: 'niet ingevuld', en: 'not filled in' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
} as const satisfies Record<string, Localised>;

const style = `
  body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  .table { overflow-x: auto }`;

const moments: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: momentFormat('nl-NL'),
  en: momentFormat('en-GB'),
};

/** For people: a page that stands by itself and runs nothing. Made while it is sent. */
export async function* personalDataHtml(
  { organisation, name, askedAt, parts }: PersonalDataOverview,
  language: Language,
): AsyncGenerator<string> {
  const say = (text: Localised): string => escapeHtml(text[language]);
  const title = say(words.title);
  yield `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${say(words.about)}</p>
<p>${say(words.of)}: ${escapeHtml(name)}<br>${say(words.organisation)}: ${escapeHtml(organisation)}<br>
${say(words.askedAt)}: ${moments[language].format(askedAt)}</p>`;
  for (const { source, batches } of parts) {
    const head = source.columns.map(({ label }) => `<th scope="col">${say(label)}</th>`).join('');
    yield `\n<h2>${say(source.title)}</h2><p>${say(source.purpose)}</p>`;
    let isEmpty = true;
    for await (const batch of batches) {
      if (isEmpty && batch.length > 0)
        yield `<div class="table" tabindex="0" role="region" aria-label="${say(source.title)}"><table><thead><tr>${head}</tr></thead><tbody>`;
      isEmpty &&= batch.length === 0;
      for (const row of batch) {
        const cells = source.columns.map((column) => cell(row[column.id] ?? null, column, language));
        yield `\n<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
      }
    }
    yield isEmpty ? `<p>${say(words.nothing)}</p>` : '</tbody></table></div>';
  }
  yield '\n</main></body></html>\n';
}

function cell(value: PersonalDataCell, { isDay, codes }: PersonalDataColumn, language: Language): string {
  if (value === null) return words.empty[language];
  if (value instanceof Date) return moments[language].format(value);
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][language];
  const text = String(value);
  return isDay ? formatDay(text, language) : (codes?.[text]?.[language] ?? text);
}

function momentFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'long',
    timeStyle: 'short',
  });
}
