import type { StoredNotice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { composeNotices, type PlaceOfNotices } from './notice-template.js';

const place = { organisation: 'Gemeente Voorbeeld', origin: 'https://integriteit.voorbeeld.example' };

const kinds = new Map<string, NoticeKind>();

function kindOf(code: string): NoticeKind {
  const known = kinds.get(code) ?? {
    code,
    title: { nl: `Soort ${code}`, en: `Kind ${code}` },
    text: { nl: `Tekst ${code}.`, en: `Text ${code}.` },
    urgent: false,
  };
  kinds.set(code, known);
  return known;
}

function notice(kind: string, dueOn: string | null = null): StoredNotice {
  return { id: 'id', kind, path: '/actions/12', dueOn };
}

const compose = (isDigest: boolean, notices: readonly StoredNotice[], where: PlaceOfNotices = place) =>
  composeNotices({ isDigest, notices }, kindOf, where);

describe('a mail about one notice', () => {
  it('says what it is, by when, and leads to where it can be done', () => {
    const { subject, paragraphs, action } = compose(false, [notice('a', '2027-03-31')]);
    expect(subject).toEqual({ nl: 'Soort a', en: 'Kind a' });
    expect(paragraphs.map(({ nl }) => nl)).toEqual([
      expect.stringContaining('Gemeente Voorbeeld'),
      'Tekst a.',
      'Doe dit vóór of op 31 maart 2027.',
      expect.stringContaining('mailvoorkeuren'),
    ]);
    expect(action?.link).toBe('https://integriteit.voorbeeld.example/actions/12');
  });

  it('mentions no day when there is none', () => {
    const { paragraphs } = compose(false, [notice('a')]);
    expect(paragraphs).toHaveLength(3);
  });
});

describe('a digest', () => {
  it('counts by kind, names the first day that is due, and leads to the start', () => {
    const { subject, paragraphs, action } = compose(true, [
      notice('a', '2027-06-30'),
      notice('b'),
      notice('a', '2027-03-31'),
      notice('a'),
    ]);
    expect(subject.en).toBe('This is waiting for you in Weerbaar');
    expect(paragraphs.slice(1, -1).map(({ en }) => en)).toEqual([
      'Kind a: 3 (the first by 31 March 2027)',
      'Kind b: 1',
    ]);
    expect(action?.link).toBe('https://integriteit.voorbeeld.example/');
  });

  it('stays short, however many kinds there are', () => {
    const notices = Array.from({ length: 40 }, (_, index) => notice(`kind-${index}`));
    const { paragraphs } = compose(true, notices);
    expect(paragraphs.at(-2)?.nl).toBe('En nog andere soorten meldingen: 25');
    expect(paragraphs).toHaveLength(18);
  });

  it('has no link when it is not known where the application is', () => {
    expect(compose(true, [notice('a')], { ...place, origin: undefined })).not.toHaveProperty('action');
  });
});
