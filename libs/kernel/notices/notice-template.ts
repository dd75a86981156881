import { formatDay, type Language, type Localised } from '@weerbaar/core/figures';
import type { MailTemplate } from '@weerbaar/kernel/mail';
import type { NoticeMail, StoredNotice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';

/** Of which organisation a mail is, and where its application is. */
export interface PlaceOfNotices {
  readonly organisation: string;
  /** Scheme, host and port. Absent: no address is known, and the mail goes without a link. */
  readonly origin: string | undefined;
}

type KindOf = (code: string) => NoticeKind;

/** More lines than these nobody reads in a mail; the rest is counted together. */
const linesAtMost = 15;

/** A mail about one notice leads to where it is; a digest tells how many there are of each kind, and leads to the start. */
export function composeNotices(
  { isDigest, notices }: Pick<NoticeMail, 'isDigest' | 'notices'>,
  kindOf: KindOf,
  { organisation, origin }: PlaceOfNotices,
): MailTemplate {
  const [notice] = notices;
  if (!notice) throw new Error('a mail about nothing');
  const { subject, paragraphs, path } = isDigest ? digest(notices, kindOf) : single(notice, kindOf);
  return {
    subject,
    paragraphs: [opening(organisation), ...paragraphs, closing],
    ...(origin && { action: { label: openWeerbaar, link: `${origin}${path}` } }),
  };
}

interface Content extends Pick<MailTemplate, 'subject' | 'paragraphs'> {
  readonly path: string;
}

function single({ kind, path, dueOn }: StoredNotice, kindOf: KindOf): Content {
  const { title, text } = kindOf(kind);
  return { subject: title, paragraphs: dueOn ? [text, dueLine(dueOn)] : [text], path };
}

function digest(notices: readonly StoredNotice[], kindOf: KindOf): Content {
  const lines = [...Map.groupBy(notices, ({ kind }) => kindOf(kind))].map(([{ title }, of]) => {
    const due = of.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0];
    return inBoth((language) => `${title[language]}: ${of.length}${due ? firstDue(due)[language] : ''}`);
  });
  const left = lines.length - linesAtMost;
  return {
    subject: waiting,
    paragraphs: left > 0 ? [...lines.slice(0, linesAtMost), andMore(left)] : lines,
    path: '/',
  };
}

const waiting = { nl: 'Dit staat voor u klaar in Weerbaar', en: 'This is waiting for you in Weerbaar' };
const openWeerbaar = { nl: 'Ga naar Weerbaar', en: 'Go to Weerbaar' };
const closing = {
  nl: 'Bij uw mailvoorkeuren in Weerbaar kiest u zelf wanneer u zulke mail krijgt.',
  en: 'When you get such mail is for you to choose, at your mail preferences in Weerbaar.',
};

function opening(organisation: string): Localised {
  return {
    nl: `Dit is een bericht van Weerbaar, het systeem voor integriteit van ${organisation}.`,
    en: `This is a message of Weerbaar, the system for integrity of ${organisation}.`,
  };
}

function dueLine(day: string): Localised {
  return inBoth(
    (language) => `${{ nl: 'Doe dit vóór of op', en: 'Do this by' }[language]} ${formatDay(day, language)}.`,
  );
}

function firstDue(day: string): Localised {
  return inBoth(
    (language) =>
      ` (${{ nl: 'eerste uiterlijk', en: 'the first by' }[language]} ${formatDay(day, language)})`,
  );
}

function andMore(count: number): Localised {
  return { nl: `En nog andere soorten meldingen: ${count}`, en: `And other kinds of notices: ${count}` };
}

function inBoth(say: (language: Language) => string): Localised {
  return { nl: say('nl'), en: say('en') };
}
