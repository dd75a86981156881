import type { Language, Localised } from '@weerbaar/core/figures';
import { cleanText, escapeHtml } from '@weerbaar/core/richtext';
import type { Fault } from '@weerbaar/kernel/problems';

/**
 * What a mail says, in both languages. Nothing of what is recorded and no name but that of the addressee: a mail
 * passes servers that are not ours, and stands on screens that others see. The subject carries no name at all.
 */
export interface MailTemplate {
  readonly subject: Localised;
  /** A line of text each, however long; never empty. */
  readonly paragraphs: readonly Localised[];
  /** The one thing the addressee can do next. */
  readonly action?: MailAction;
}

export interface MailAction {
  readonly label: Localised;
  /** Absolute `https:` or `http:` address. */
  readonly link: string;
}

/** A mail in one language, as text and as HTML that says the same. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const limits = { subject: 120, paragraph: 1_000, paragraphs: 20, label: 80, link: 2_000 };

/** All that keeps this from being a mail, in either language. Quotes nothing of it. */
export function faultsOfTemplate({ subject, paragraphs, action }: MailTemplate): Fault[] {
  const counts = paragraphs.length >= 1 && paragraphs.length <= limits.paragraphs;
  return [
    ...faultsOfText('subject', subject, limits.subject),
    ...(counts ? [] : [{ path: 'paragraphs', ...wrongCount }]),
    ...paragraphs.flatMap((text, index) => faultsOfText(`paragraphs.${index}`, text, limits.paragraph)),
    ...(action ? faultsOfText('action.label', action.label, limits.label) : []),
    ...(action && !isWebAddress(action.link) ? [{ path: 'action.link', ...noWebAddress }] : []),
  ];
}

/** Expects a template without faults. */
export function composeMail(template: MailTemplate, language: Language): MailContent {
  const say = (text: Localised): string => cleanText(text[language]).trim();
  const subject = say(template.subject);
  const paragraphs = template.paragraphs.map(say);
  // As a browser writes it: nothing in it ends an attribute or the address itself.
  const action = template.action && {
    label: say(template.action.label),
    link: new URL(template.action.link).href,
  };
  return {
    subject,
    text: [...paragraphs, ...(action ? [`${action.label}:\n${action.link}`] : [])].join('\n\n') + '\n',
    html: page(language, subject, [
      ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
      ...(action ? actionHtml(action, language) : []),
    ]),
  };
}

const pasteLink = {
  nl: 'Werkt de link niet? Kopieer dan dit adres naar uw browser:',
  en: 'Does the link not work? Copy this address to your browser:',
} as const satisfies Localised;

function actionHtml({ label, link }: { label: string; link: string }, language: Language): string[] {
  const address = escapeHtml(link);
  return [
    `<p><a href="${address}"><strong>${escapeHtml(label)}</strong></a></p>`,
    `<p>${escapeHtml(pasteLink[language])}<br>${address}</p>`,
  ];
}

/** No colours, pictures or anything from elsewhere. Webmail keeps only what is in the body: the language stands there again. */
function page(language: Language, subject: string, blocks: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body>
<div lang="${language}" style="max-width: 40em; font-family: sans-serif; line-height: 1.5; overflow-wrap: anywhere">
${blocks.join('\n')}
</div>
</body>
</html>
`;
}

function faultsOfText(path: string, text: Localised, max: number): Fault[] {
  return Object.entries(text).flatMap(([language, words]: [string, string]) => {
    const clean = cleanText(words);
    const place = `${path}.${language}`;
    if (clean.trim() === '') return [{ path: place, ...empty }];
    if (clean.includes('\n')) return [{ path: place, ...lineBreak }];
    return clean.length > max ? [{ path: place, ...tooLong(max) }] : [];
  });
}

function isWebAddress(link: string): boolean {
  if (link.length > limits.link || !/^https?:\/\/[^\s\p{Cc}\\]+$/iu.test(link) || !URL.canParse(link))
    return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
}

const empty = { code: 'required', message: { nl: 'Vul dit in.', en: 'This is required.' } };

const lineBreak = {
  code: 'line-break',
  message: { nl: 'Dit moet op één regel staan.', en: 'This must be one line.' },
};

const wrongCount = {
  code: 'count',
  message: {
    nl: `Geef 1 tot ${limits.paragraphs} alinea's.`,
    en: `Give 1 to ${limits.paragraphs} paragraphs.`,
  },
};

const noWebAddress = {
  code: 'link',
  message: { nl: 'Dit is geen adres van een webpagina.', en: 'This is no address of a web page.' },
};

function tooLong(max: number) {
  return {
    code: 'too-long',
    message: { nl: `Gebruik hoogstens ${max} tekens.`, en: `Use ${max} characters at most.` },
  };
}
