import fc from 'fast-check';
import { FixedClock } from '@weerbaar/kernel/clock';
import { runInContext } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import type { MailTemplate } from './mail-template.js';
import { type Mail, MailTransport } from './mail-transport.js';
import { Mailer, type MailRequest } from './mailer.js';

/** Real: what is composed and refused. Not real: the way out. */

class KeepingTransport extends MailTransport {
  readonly enabled = true;
  readonly sent: Mail[] = [];

  send(mail: Mail): Promise<void> {
    this.sent.push(mail);
    return Promise.resolve();
  }
}

const now = new Date('2026-11-21T10:20:30.123Z');

const template: MailTemplate = {
  subject: { nl: 'Kies uw wachtwoord', en: 'Choose your password' },
  paragraphs: [
    { nl: 'Beste A. Jansen,', en: 'Dear A. Jansen,' },
    { nl: 'Kies binnen een uur een wachtwoord.', en: 'Choose a password within an hour.' },
  ],
  action: {
    label: { nl: 'Wachtwoord kiezen', en: 'Choose password' },
    link: 'https://integriteit.voorbeeld.example/wachtwoord#token=abc&x=1',
  },
};

let transport: KeepingTransport;
let mailer: Mailer;

beforeEach(() => {
  transport = new KeepingTransport();
  mailer = new Mailer(transport, new FixedClock(now));
});

function inJob<T>(work: () => T, correlationId = 'run-1'): T {
  return runInContext({ organisationId: 'organisation', actorId: null, correlationId, origin: 'job' }, work);
}

async function send(changes: Partial<MailRequest> = {}, run?: string): Promise<Mail> {
  const request: MailRequest = { to: 'a.jansen@voorbeeld.example', language: 'nl', template, ...changes };
  await inJob(() => mailer.send(request), run);
  return transport.sent.at(-1)!;
}

async function faultsOf(changes: Partial<MailRequest>): Promise<string[]> {
  const problem: unknown = await send(changes).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(problem instanceof Problem)) throw new Error('it was sent');
  expect(problem.type).toBe('invalid-input');
  expect(transport.sent).toEqual([]);
  return problem.faults.map(({ path, code }) => `${path} ${code}`);
}

function saying(text: string): MailTemplate {
  return { ...template, paragraphs: [{ nl: text, en: text }] };
}

function leadingTo(link: string): MailTemplate {
  return { ...template, action: { label: { nl: 'Openen', en: 'Open' }, link } };
}

describe('a mail', () => {
  it('says the same as text and as HTML', async () => {
    const mail = await send();

    expect(mail).toMatchObject({
      to: 'a.jansen@voorbeeld.example',
      subject: 'Kies uw wachtwoord',
      date: now,
    });
    expect(mail.text).toBe(
      'Beste A. Jansen,\n\nKies binnen een uur een wachtwoord.\n\n' +
        'Wachtwoord kiezen:\nhttps://integriteit.voorbeeld.example/wachtwoord#token=abc&x=1\n',
    );
    expect(mail.html).toContain('<p>Beste A. Jansen,</p>\n<p>Kies binnen een uur een wachtwoord.</p>');
    const address = 'https://integriteit.voorbeeld.example/wachtwoord#token=abc&amp;x=1';
    expect(mail.html).toContain(`<a href="${address}"><strong>Wachtwoord kiezen</strong></a>`);
    expect(mail.html).toContain(`naar uw browser:<br>${address}</p>`);
  });

  it.each([
    ['nl' as const, 'Kies uw wachtwoord', 'Werkt de link niet?'],
    ['en' as const, 'Choose your password', 'Does the link not work?'],
  ])('in %s says so to whoever reads it aloud', async (language, subject, help) => {
    const { html } = await send({ language });

    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<div lang="${language}"`);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html).toContain(help);
  });

  it('may have nothing to click on', async () => {
    const { text, html } = await send({ template: { ...template, action: undefined } });

    expect(text.endsWith('wachtwoord.\n')).toBe(true);
    expect(html).not.toContain('<a ');
  });

  it('loads nothing from elsewhere, so that nobody can tell that it was read', async () => {
    const { html } = await send();

    expect(html).not.toMatch(
      /<(?:img|script|link|style|iframe|form|object|video|audio|svg)\b|\bsrc=|url\(|@import/iu,
    );
    expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address)).toEqual([
      'https://integriteit.voorbeeld.example/wachtwoord#token=abc&amp;x=1',
    ]);
  });

  it('shows markup as it was written', async () => {
    const hostile = `</p><script>alert(1)</script><a href='x' title="y">&amp;`;
    const { text, html } = await send({
      template: {
        subject: { nl: hostile, en: hostile },
        paragraphs: [{ nl: hostile, en: hostile }],
        action: { label: { nl: hostile, en: hostile }, link: `https://x.example/?a="><script>'` },
      },
    });

    expect(text).toContain(hostile);
    expect(html).not.toContain('<script');
    expect(html.match(/<a /gu)).toHaveLength(1);
    expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/gu)).toHaveLength(3);
  });

  it('has no controls, nor characters that turn the direction of a line; letters from right to left stay', async () => {
    const { text, html, subject } = await send({
      template: {
        ...saying('Beste \u0000A.\u001b[31m \u202enesnaJ\u202c, \u05e9\u05dc\u05d5\u05dd'),
        subject: { nl: 'Kies\u0007 uw\u2066 wachtwoord', en: 'Choose' },
      },
    });

    expect(subject).toBe('Kies uw wachtwoord');
    expect(text).toContain('Beste A.[31m nesnaJ, שלום');
    expect(html).toContain('Beste A.[31m nesnaJ, שלום');
  });

  it('keeps a long word whole, and lets the screen break it', async () => {
    const word = 'w'.repeat(900);
    const { text, html } = await send({ template: saying(word) });

    expect(text).toContain(word);
    expect(html).toContain(word);
    expect(html).toContain('overflow-wrap: anywhere');
  });

  it('has the same id in each attempt of a job, and another for anybody and anything else', async () => {
    const { id } = await send();

    expect((await send()).id).toBe(id);
    const others = [
      await send({}, 'run-2'),
      await send({ to: 'b.bakker@voorbeeld.example' }),
      await send({ template: saying('Iets anders') }),
    ];
    expect(new Set([id, ...others.map((mail) => mail.id)]).size).toBe(4);
    expect(id).toMatch(/^[0-9a-f]{32}$/u);
  });
});

describe('what is not sent', () => {
  it.each([
    'a.jansen@voorbeeld.example\r\nBcc: b@elders.example',
    'a.jansen@voorbeeld.example, b@elders.example',
    'A. Jansen <a.jansen@voorbeeld.example>',
    'a.jansen',
    '',
  ])('is a mail to %j', async (to) => {
    expect(await faultsOf({ to })).toEqual(['to mail-address']);
  });

  it('is a line break in whatever place, of whatever kind, at an end as well', async () => {
    const place = fc.constantFrom('subject', 'paragraph', 'label');
    const lineBreak = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f');
    const word = fc.constantFrom('', 'tekst', 'Bcc: b@elders.example');
    await fc.assert(
      fc.asyncProperty(place, word, lineBreak, word, async (where, before, ending, after) => {
        fc.pre(before + after !== '');
        const words = { nl: before + ending + after, en: 'text' };
        const changed: MailTemplate = {
          ...template,
          ...(where === 'subject' && { subject: words }),
          ...(where === 'paragraph' && { paragraphs: [words] }),
          ...(where === 'label' && { action: { label: words, link: 'https://voorbeeld.example/' } }),
        };
        const [fault, ...more] = await faultsOf({ template: changed });
        expect(fault).toMatch(/^(?:subject|paragraphs\.0|action\.label)\.nl line-break$/u);
        expect(more).toEqual([]);
      }),
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@voorbeeld.example',
    '/wachtwoord',
    'https://',
    'https://voorbeeld.example@elders.example/',
    'https://voorbeeld.example\\@elders.example/',
    'https://voorbeeld.example/\r\nBcc: b@elders.example',
    'https://voorbeeld.example/a b',
    ` https://voorbeeld.example/`,
    `https://voorbeeld.example/${'a'.repeat(2_000)}`,
  ])('is a link to %j', async (link) => {
    expect(await faultsOf({ template: leadingTo(link) })).toEqual(['action.link link']);
  });

  it('is what is too long, empty or too much, all faults at once and none of the words', async () => {
    const long = 'z'.repeat(1_001);
    const request: Partial<MailRequest> = {
      to: 'zorro',
      template: {
        subject: { nl: long, en: ' \u0000 ' },
        paragraphs: Array.from({ length: 21 }, () => ({ nl: 'a', en: long })),
        action: { label: { nl: long, en: 'a' }, link: 'zorro' },
      },
    };

    const faults = await faultsOf(request);
    expect(faults.slice(0, 4)).toEqual([
      'to mail-address',
      'subject.nl too-long',
      'subject.en required',
      'paragraphs count',
    ]);
    expect(faults.filter((fault) => /^paragraphs\.\d+\.en too-long$/u.test(fault))).toHaveLength(21);
    expect(faults.slice(-2)).toEqual(['action.label.nl too-long', 'action.link link']);
    const told = await send(request).catch((error: unknown) => JSON.stringify(error) + String(error));
    expect(told).not.toMatch(/zorro|zz/u);
  });

  it('is a mail that says nothing', async () => {
    expect(await faultsOf({ template: { ...template, paragraphs: [] } })).toEqual(['paragraphs count']);
  });
});
