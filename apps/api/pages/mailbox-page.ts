import type { Language, Localised } from '@weerbaar/core/figures';
import { escapeHtml } from '@weerbaar/core/richtext';
import type { Page } from '@weerbaar/kernel/database';
import type { StoredMail } from '@weerbaar/kernel/mail';
import type { FramedPage } from './page-frame.js';

const words = {
  mailbox: { nl: 'Mail van de demo', en: 'Mail of the demo' },
  lead: {
    nl: 'Deze demo verstuurt niets. Wat zij aan wie dan ook zou mailen, staat hier. Alleen wie op deze computer werkt, ziet dit.',
    en: 'This demo sends nothing. What it would mail, to whomever, is here. Only who works on this computer sees it.',
  },
  when: {
    nl: 'Een uitnodiging of een link voor een nieuw wachtwoord komt meteen. Wat op iemand wacht, staat in één mail op de ochtend erna, om zeven uur, tenzij diegene bij het account voor meteen heeft gekozen.',
    en: 'An invitation or a link for a new password comes at once. What waits for somebody is in one mail the next morning, at seven, unless they chose with their account to be told at once.',
  },
  none: { nl: 'Er is nog geen mail.', en: 'There is no mail yet.' },
  to: { nl: 'Aan', en: 'To' },
  time: { nl: 'Tijd', en: 'Time' },
  newer: { nl: 'Nieuwere mail', en: 'Newer mail' },
  older: { nl: 'Oudere mail', en: 'Older mail' },
  pages: { nl: 'Bladeren', en: 'Pages' },
  back: { nl: 'Alle mail', en: 'All mail' },
  home: { nl: 'Startpagina', en: 'Home page' },
  html: { nl: 'De opgemaakte versie, als broncode', en: 'The formatted version, as source' },
} as const satisfies Record<string, Localised>;

export function mailboxPage(mails: Page<StoredMail>, language: Language): FramedPage {
  const say = (text: Localised): string => escapeHtml(text[language]);
  const items = mails.items.map(
    (mail) =>
      `<li><a href="/demo/mail/${escapeHtml(mail.id)}">${escapeHtml(mail.subject)}</a>
<small>${timeOf(mail, language)} · ${say(words.to)}: ${escapeHtml(mail.to)}</small></li>`,
  );
  return {
    title: words.mailbox,
    main: `<p><a href="/">${say(words.home)}</a></p>
<h1>${say(words.mailbox)}</h1>
<p class="lead">${say(words.lead)}</p>
<p>${say(words.when)}</p>
${mails.total === 0 ? `<p>${say(words.none)}</p>` : `<ul class="mails">\n${items.join('\n')}\n</ul>`}
${turns(mails, say)}`,
  };
}

/** The mail as text. Its HTML says the same, and is shown as it is written: it is no part of this page. */
export function mailPage(mail: StoredMail, language: Language): FramedPage {
  const say = (text: Localised): string => escapeHtml(text[language]);
  return {
    title: { nl: mail.subject, en: mail.subject },
    main: `<p><a href="/demo/mail">${say(words.back)}</a></p>
<h1>${escapeHtml(mail.subject)}</h1>
<dl>
<dt>${say(words.to)}</dt><dd>${escapeHtml(mail.to)}</dd>
<dt>${say(words.time)}</dt><dd>${timeOf(mail, language)}</dd>
</dl>
<article class="mail"><p class="as-typed">${mail.text.trimEnd().split('\n').map(line).join('\n')}</p></article>
<details><summary>${say(words.html)}</summary><pre class="source">${escapeHtml(mail.html)}</pre></details>`,
  };
}

function turns(
  { page: number, pageSize, total }: Page<StoredMail>,
  say: (text: Localised) => string,
): string {
  const turn = (to: number, label: Localised) =>
    `<a href="/demo/mail?page=${to}&amp;pageSize=${pageSize}">${say(label)}</a>`;
  const links = [
    ...(number > 1 ? [turn(number - 1, words.newer)] : []),
    ...(number * pageSize < total ? [turn(number + 1, words.older)] : []),
  ];
  return links.length === 0 ? '' : `<nav aria-label="${say(words.pages)}"><p>${links.join(' · ')}</p></nav>`;
}

/** A line that is an address, as the links of our mails are, can be followed. */
function line(text: string): string {
  const shown = escapeHtml(text);
  return /^https?:\/\/[^\s]+$/u.test(text) ? `<a href="${shown}">${shown}</a>` : shown;
}

function timeOf({ sentAt }: StoredMail, language: Language): string {
  const shown = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(sentAt);
  return `<time datetime="${sentAt.toISOString()}">${escapeHtml(shown)}</time>`;
}
