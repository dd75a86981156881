import { isPlainMailAddress, readMailSender, readSmtpServer } from './mail-settings.js';

describe('the server that takes mail', () => {
  it.each([
    ['smtp://mail.voorbeeld.example', { host: 'mail.voorbeeld.example', secure: false }],
    ['smtps://mail.voorbeeld.example:465/', { host: 'mail.voorbeeld.example', port: 465, secure: true }],
    ['SMTP://LocalHost:2525', { host: 'localhost', port: 2525, secure: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false }],
    [
      'smtp://weerbaar%40voorbeeld.example:a%3Ab%2F%C3%A9@mail.voorbeeld.example',
      {
        host: 'mail.voorbeeld.example',
        secure: false,
        signIn: { user: 'weerbaar@voorbeeld.example', password: 'a:b/é' },
      },
    ],
  ])('is read from %s', (url, expected) => {
    expect(readSmtpServer(url)).toEqual({ port: undefined, signIn: undefined, ...expected });
  });
});

describe('the sender', () => {
  it.each([
    ['weerbaar@voorbeeld.example', { name: '', address: 'weerbaar@voorbeeld.example' }],
    [
      "Gemeente 's-Hertogenbosch <weerbaar@voorbeeld.example>",
      { name: "Gemeente 's-Hertogenbosch", address: 'weerbaar@voorbeeld.example' },
    ],
    [
      'Súdwest-Fryslân <weerbaar@voorbeeld.example>',
      { name: 'Súdwest-Fryslân', address: 'weerbaar@voorbeeld.example' },
    ],
  ])('is read from %s', (text, expected) => {
    expect(readMailSender(text)).toEqual(expected);
  });
});

describe('a plain mail address', () => {
  it.each([
    'a.jansen@voorbeeld.example',
    "o'brien+integriteit@post.voorbeeld.example",
    'x@xn--bcher-kva.example',
    `${'a'.repeat(64)}@voorbeeld.example`,
  ])('may be %s', (address) => {
    expect(isPlainMailAddress(address)).toBe(true);
  });

  it.each([
    '',
    'a.jansen',
    '@voorbeeld.example',
    'a.jansen@',
    'a.jansen@voorbeeld',
    'a..jansen@voorbeeld.example',
    'a@b@voorbeeld.example',
    '"a@elders.example"@voorbeeld.example',
    'a@voorbeeld.example,b@elders.example',
    'a@voorbeeld.example;b@elders.example',
    'A. Jansen <a@voorbeeld.example>',
    'a(elders.example)@voorbeeld.example',
    'a@[127.0.0.1]',
    ' a@voorbeeld.example',
    'a@voorbeeld.example\n',
    'a@voorbeeld.example\r\nBcc: b@elders.example',
    '\u0430@voorbeeld.example',
    `${'a'.repeat(65)}@voorbeeld.example`,
    `a@${'b.'.repeat(125)}example`,
  ])('is not %j', (address) => {
    expect(isPlainMailAddress(address)).toBe(false);
  });
});
