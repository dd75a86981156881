import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { Logger } from '@nestjs/common';
import { readSmtpServer } from '@weerbaar/kernel/config';
import { processLogger } from '@weerbaar/kernel/logging';
import { Problem } from '@weerbaar/kernel/problems';
import { answer, MailServer, mailServerCertificate } from '@weerbaar/kernel/testing';
import { readMail } from './read-mail.js';
import type { SMTPServerOptions } from 'smtp-server';
import type { Mail } from './mail-transport.js';
import { type SmtpOptions, type SmtpPatience, SmtpTransport } from './smtp-transport.js';

/** Real: SMTP and TLS over a connection, with a mail server in this process. */

const mail: Mail = {
  id: 'f00d',
  date: new Date('2026-11-21T10:20:30.000Z'),
  to: 'a.jansen@voorbeeld.example',
  subject: `Kies één wachtwoord ${'x'.repeat(90)}`,
  text: `Één regel van ${'w'.repeat(1_200)} letters.\n.\nEn een punt.\n`,
  html: `<p>Één regel van ${'w'.repeat(1_200)} letters.</p>\n`,
};

const sender = { name: 'Gemeente Voorbeeld', address: 'weerbaar@voorbeeld.example' };

/** For servers that must be given up: one limit that is short, the others beyond the test. */
const impatient = (limit: keyof SmtpPatience): SmtpPatience => ({
  connecting: 60_000,
  silence: 60_000,
  whole: 60_000,
  [limit]: 400,
});

async function start(options?: SMTPServerOptions, host?: string): Promise<MailServer> {
  const server = await MailServer.start(options, host);
  onTestFinished(() => server.stop());
  return server;
}

function transportTo(url: string, dkim?: SmtpOptions['dkim']): SmtpTransport {
  return new SmtpTransport({ server: readSmtpServer(url)!, sender, dkim });
}

async function problemOf(sending: Promise<void>): Promise<Problem> {
  const problem: unknown = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(problem instanceof Problem)) throw new Error('the mail was taken');
  return problem;
}

beforeEach(() => Logger.overrideLogger(false));

describe('a mail by SMTP', () => {
  it('arrives whole, at its addressee alone', async () => {
    const server = await start();
    await transportTo(`smtp://127.0.0.1:${server.port}`).send(mail);

    const [{ raw, ...envelope } = { raw: '' }, ...more] = server.taken;
    expect(more).toEqual([]);
    expect(envelope).toEqual({ from: sender.address, to: [mail.to], user: undefined, secure: false });
    const { headers, text, html } = readMail(raw);
    expect(Object.fromEntries(headers)).toEqual({
      from: 'Gemeente Voorbeeld <weerbaar@voorbeeld.example>',
      to: mail.to,
      subject: mail.subject,
      date: 'Sat, 21 Nov 2026 10:20:30 +0000',
      'message-id': '<f00d@voorbeeld.example>',
      'auto-submitted': 'auto-generated',
      'mime-version': '1.0',
      'content-type': expect.stringMatching(/^multipart\/alternative;/u),
    });
    expect(text.trimEnd()).toBe(mail.text.trimEnd());
    expect(html.trimEnd()).toBe(mail.html.trimEnd());
    expect(raw.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
  });

  it('is signed when there is a key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const server = await start();
    const dkim = { domainName: 'voorbeeld.example', keySelector: 'weerbaar2026', privateKey };
    await transportTo(`smtp://127.0.0.1:${server.port}`, dkim).send(mail);

    const { raw } = server.taken[0]!;
    const signature = readMail(raw).headers.get('dkim-signature')!;
    expect(signature).toContain('a=rsa-sha256; c=relaxed/relaxed;');
    expect(signature).toContain('d=voorbeeld.example;');
    expect(signature).toContain('s=weerbaar2026;');
    expect(signature).toMatch(/h=from:subject:date:message-id:to:/u);
    expect(signatureHolds(raw, publicKey)).toBe(true);
    expect(signatureHolds(raw.replace('Subject: ', 'Subject: not '), publicKey)).toBe(false);
    expect(signatureHolds(raw.replace('</p>', '!</p>'), publicKey)).toBe(false);
  });

  it('signs in with what the address says', async () => {
    const server = await start({
      authOptional: false,
      onAuth: ({ username, password }, _session, callback) =>
        password === 'a:b/é' ? callback(null, { user: username }) : callback(answer(535, 'wrong')),
    });
    await transportTo(`smtp://weerbaar%40voorbeeld.example:a%3Ab%2F%C3%A9@127.0.0.1:${server.port}`).send(
      mail,
    );

    expect(server.taken).toMatchObject([{ user: 'weerbaar@voorbeeld.example' }]);
  });
});

/** As the server of an addressee checks it (RFC 6376), for the canonicalisation relaxed/relaxed. */
function signatureHolds(raw: string, publicKey: string): boolean {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/u);
  const relaxed = (name: string): string => {
    const [found = ''] = fields.filter((field) => field.toLowerCase().startsWith(`${name}:`));
    const value = found.slice(name.length + 1).replaceAll('\r\n', '');
    return `${name}:${value.replaceAll(/[ \t]+/gu, ' ').trim()}`;
  };
  const signed = relaxed('dkim-signature');
  const tag = (name: string): string =>
    new RegExp(`[:;] ?${name}=([^;]*)`, 'u').exec(signed)?.[1]?.replaceAll(' ', '') ?? '';
  const lines = raw.slice(end + 4).split('\r\n');
  const body = lines.map((line) => line.replaceAll(/[ \t]+/gu, ' ').trimEnd()).join('\r\n');
  const hash = createHash('sha256').update(`${body.trimEnd()}\r\n`);
  const headers = [...tag('h').split(':').map(relaxed), signed.replace(/ b=[^;]*$/u, ' b=')].join('\r\n');
  return (
    tag('bh') === hash.digest('base64') &&
    createVerify('sha256').update(headers).verify(publicKey, tag('b'), 'base64')
  );
}

describe('a server elsewhere', () => {
  const elsewhere = '0.0.0.0';
  const trusted = tls.getCACertificates('default');

  function trust(): void {
    tls.setDefaultCACertificates([...trusted, mailServerCertificate.cert]);
    onTestFinished(() => tls.setDefaultCACertificates(trusted));
  }

  it.each([
    ['smtp', false],
    ['smtps', true],
  ])('gets mail over TLS with %s://', async (scheme, secure) => {
    trust();
    const server = await start({ secure }, elsewhere);
    await transportTo(`${scheme}://weerbaar:geheim@${elsewhere}:${server.port}`).send(mail);

    expect(server.taken).toMatchObject([{ secure: true, user: 'weerbaar' }]);
  });

  it('gets neither mail nor password when it offers no TLS', async () => {
    const asked = vi.fn<NonNullable<SMTPServerOptions['onAuth']>>();
    const server = await start({ disabledCommands: ['STARTTLS'], onAuth: asked }, elsewhere);
    const sending = transportTo(`smtp://weerbaar:geheim@${elsewhere}:${server.port}`).send(mail);

    expect((await problemOf(sending)).type).toBe('mail-delayed');
    expect(asked).not.toHaveBeenCalled();
    expect(server.taken).toEqual([]);
  });

  it.each([
    ['smtp', false],
    ['smtps', true],
  ])('gets nothing by %s:// with a certificate that nobody knows', async (scheme, secure) => {
    const server = await start({ secure }, elsewhere);
    const sending = transportTo(`${scheme}://${elsewhere}:${server.port}`).send(mail);

    expect((await problemOf(sending)).type).toBe('mail-delayed');
    expect(server.taken).toEqual([]);
  });

  it('on this machine needs no TLS, and no certificate that is known', async () => {
    const server = await start();
    await transportTo(`smtp://localhost:${server.port}`).send(mail);

    expect(server.taken).toMatchObject([{ secure: false }]);
  });
});

describe('a server that does not take a mail', () => {
  const refusing: Readonly<Record<string, (code: number) => SMTPServerOptions>> = {
    sender: (code) => ({ onMailFrom: (_address, _session, callback) => callback(answer(code, 'no')) }),
    addressee: (code) => ({ onRcptTo: (_address, _session, callback) => callback(answer(code, 'no')) }),
    mail: (code) => ({
      onData: (stream, _session, callback) => {
        stream.resume().on('end', () => callback(answer(code, 'no')));
      },
    }),
  };

  it.each(
    Object.entries(refusing).flatMap(([what, refuse]) => [
      { what, refuse, code: 450, type: 'mail-delayed' },
      { what, refuse, code: 550, type: 'mail-refused' },
    ]),
  )('for its $what with $code: $type', async ({ refuse, code, type }) => {
    const server = await start(refuse(code));
    const problem = await problemOf(transportTo(`smtp://127.0.0.1:${server.port}`).send(mail));

    expect(problem.type).toBe(type);
    expect(problem.detail?.en).toContain(`${code}`);
  });

  const hindrances: readonly (readonly [string, SMTPServerOptions])[] = [
    ['is busy', { onConnect: (_session, callback) => callback(answer(421, 'busy')) }],
    ['takes nothing from us', { onConnect: (_session, callback) => callback(answer(554, 'no')) }],
    ['does not know our password', { onAuth: (_auth, _session, callback) => callback(answer(535, 'no')) }],
  ];

  it.each(hindrances)('because it %s may take it later', async (_why, options) => {
    const { port } = await start(options);
    const sending = transportTo(`smtp://weerbaar:geheim@127.0.0.1:${port}`).send(mail);

    expect((await problemOf(sending)).type).toBe('mail-delayed');
  });

  it('because it is not there may take it later', async () => {
    const server = await start();
    const { port } = server;
    await server.stop();

    expect((await problemOf(transportTo(`smtp://127.0.0.1:${port}`).send(mail))).type).toBe('mail-delayed');
  });

  it('is told of in codes: no address, no password, no word of the mail or the server', async () => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    }
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    Logger.overrideLogger(processLogger());

    const wrongPassword = await start({
      onAuth: ({ password }, _session, callback) => callback(answer(535, `not ${password}`)),
    });
    const unknown = await start({
      onRcptTo: ({ address }, _session, callback) => callback(answer(550, `<${address}> is unknown`)),
    });
    const problems = [
      await problemOf(transportTo(`smtp://weerbaar:geheim@127.0.0.1:${wrongPassword.port}`).send(mail)),
      await problemOf(transportTo(`smtp://127.0.0.1:${unknown.port}`).send(mail)),
    ];

    const told =
      written.join('') + problems.map((problem) => JSON.stringify(problem) + problem.stack).join('');
    expect(written).toHaveLength(2);
    expect(written[0]).toContain('535 5.7.8 EAUTH AUTH PLAIN');
    expect(written[1]).toContain('550 5.1.1 EENVELOPE RCPT TO');
    const plain = Buffer.from('\u0000weerbaar\u0000geheim').toString('base64');
    for (const secret of ['geheim', plain, 'jansen', 'unknown', 'wachtwoord', 'regel']) {
      expect(told).not.toContain(secret);
    }
  });
});

describe('a server that hangs', () => {
  /** Says what it is given to say, and does not hear. */
  async function deaf(speak: (socket: Socket) => void): Promise<number> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined).resume());
      speak(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('not listening');
    return address.port;
  }

  function drip(socket: Socket): void {
    const dripping = setInterval(() => socket.write('220-wait\r\n'), 50);
    socket.on('close', () => clearInterval(dripping));
  }

  it.each([
    ['before it says a word', () => undefined, 'connecting' as const],
    ['after its greeting', (socket: Socket) => socket.write('220 hello\r\n'), 'silence' as const],
    ['and goes on talking', drip, 'whole' as const],
  ])('%s is given up', async (_when, speak, limit) => {
    const server = readSmtpServer(`smtp://127.0.0.1:${await deaf(speak)}`)!;
    const problem = await problemOf(new SmtpTransport({ server, sender }, impatient(limit)).send(mail));

    expect(problem.type).toBe('mail-delayed');
    expect(problem.detail?.en).toMatch(/ETIMEDOUT|EABORT/u);
  });

  it('with the mail in its hands is given up', async () => {
    const { port } = await start({ onData: (stream) => void stream.resume() });
    const server = readSmtpServer(`smtp://127.0.0.1:${port}`)!;
    const transport = new SmtpTransport({ server, sender }, impatient('silence'));

    expect((await problemOf(transport.send(mail))).type).toBe('mail-delayed');
  });
});
