import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentExample } from './example.js';
import { readSettings, SettingsError } from './settings.js';
import { type SettingDefinition, settingsSchema } from './settings-schema.js';

function faultsOf(environment: Record<string, string>, required: 'DATABASE_URL'[] = []): readonly string[] {
  try {
    readSettings(environment, required);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('settings', () => {
  it('has a default for everything a first start needs', () => {
    expect(readSettings({})).toMatchObject({
      WEERBAAR_PORT: 3000,
      WEERBAAR_DATA_DIR: '.weerbaar',
      WEERBAAR_DEMO: 'on',
      WEERBAAR_TLS: 'off',
    });
  });

  it('reads numbers as numbers', () => {
    expect(readSettings({ WEERBAAR_PORT: '8080' }).WEERBAAR_PORT).toBe(8080);
  });

  it('names every fault at once', () => {
    const faults = faultsOf(
      { WEERBAAR_PORT: 'many', WEERBAAR_DEMO: 'maybe', REDIS_URL: 'http://x', WEERBAAR_PROT: '1' },
      ['DATABASE_URL'],
    );
    for (const name of ['WEERBAAR_PORT', 'WEERBAAR_DEMO', 'REDIS_URL', 'WEERBAAR_PROT', 'DATABASE_URL']) {
      expect(faults.some((fault) => fault.startsWith(`${name}:`))).toBe(true);
    }
    expect(faults).toHaveLength(5);
  });

  it.each([
    'mailto:security@voorbeeld.example',
    'https://voorbeeld.example/melden',
    'mailto:a@voorbeeld.example,https://voorbeeld.example/melden , mailto:b@voorbeeld.example?subject=x',
  ])('takes as a contact for reports of weaknesses: %s', (contact) => {
    expect(faultsOf({ WEERBAAR_SECURITY_CONTACT: contact })).toEqual([]);
  });

  it.each([
    'security@voorbeeld.example',
    'mailto:security',
    'http://voorbeeld.example/melden',
    'https://',
    'javascript:alert(1)',
    'mailto:a@voorbeeld.example,',
    'mailto:a@voorbeeld.example mailto:b@voorbeeld.example',
    'mailto:a@voorbeeld.example\nExpires: 2099-01-01T00:00:00Z',
    'mailto:é@voorbeeld.example',
  ])('takes no other: %j', (contact) => {
    expect(faultsOf({ WEERBAAR_SECURITY_CONTACT: contact })).toHaveLength(1);
    expect(faultsOf({ WEERBAAR_SECURITY_POLICY: contact })).toHaveLength(1);
  });

  it('never prints the value of a secret', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://user:hunter2@host' }).join()).not.toContain('hunter2');
  });

  it('reads secrets from a file, without the line end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'database-url');
    writeFileSync(file, 'postgres://user:secret@host/weerbaar\n');
    expect(readSettings({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe(
      'postgres://user:secret@host/weerbaar',
    );
  });

  it('refuses a secret given twice: which one counts would be a guess', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'database-url');
    writeFileSync(file, 'postgres://a');
    expect(faultsOf({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://b' })).toHaveLength(1);
  });

  it('says which file of a secret can not be read', () => {
    expect(faultsOf({ DATABASE_URL_FILE: '/does/not/exist' })[0]).toContain('DATABASE_URL_FILE');
  });

  it('stands in the example with every setting that is for people', () => {
    const settings = Object.entries<SettingDefinition>(settingsSchema);
    const shown = settings.filter(([name]) => environmentExample().includes(`#${name}=`));
    expect(shown.map(([name]) => name)).toEqual(
      settings.filter(([, { internal }]) => !internal).map(([name]) => name),
    );
  });
});

describe('settings of mail', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const sender = 'Gemeente Voorbeeld <weerbaar@voorbeeld.example>';

  it('are right together', () => {
    expect(
      faultsOf({
        SMTP_URL: 'smtps://weerbaar:geheim@mail.voorbeeld.example:465',
        WEERBAAR_MAIL_FROM: sender,
        WEERBAAR_DKIM_DOMAIN: 'voorbeeld.example',
        WEERBAAR_DKIM_SELECTOR: 'weerbaar2026',
        WEERBAAR_DKIM_KEY: privateKey,
      }),
    ).toEqual([]);
  });

  it('name what is missing beside what is given, all at once', () => {
    const faults = faultsOf({ SMTP_URL: 'smtp://mail.voorbeeld.example', WEERBAAR_DKIM_KEY: privateKey });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'WEERBAAR_MAIL_FROM',
      'WEERBAAR_DKIM_DOMAIN',
      'WEERBAAR_DKIM_SELECTOR',
    ]);
  });

  it('ask for companions that exist', () => {
    const asked = Object.values<SettingDefinition>(settingsSchema).flatMap(({ requires = [] }) => requires);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !(name in settingsSchema))).toEqual([]);
  });

  it.each([
    'mail.voorbeeld.example',
    'https://mail.voorbeeld.example',
    'smtp://',
    'smtp://mail.voorbeeld.example:99999',
    'smtp://weerbaar@mail.voorbeeld.example',
    'smtp://weerbaar:100%@mail.voorbeeld.example',
    'smtp://weerbaar:a@b@mail.voorbeeld.example',
    'smtps://mail.voorbeeld.example?tls.rejectUnauthorized=false',
    'smtps://mail.voorbeeld.example/pad',
    'smtp://mail.voorbeeld.example\r\nEHLO',
  ])('refuse the server %j, without its password', (url) => {
    const faults = faultsOf({ SMTP_URL: url, WEERBAAR_MAIL_FROM: sender });
    expect(faults).toEqual(['SMTP_URL: must match format "smtp-url"']);
  });

  it.each([
    'Gemeente Voorbeeld',
    'weerbaar@voorbeeld',
    'a@voorbeeld.example, b@voorbeeld.example',
    '"Gemeente, Voorbeeld" <weerbaar@voorbeeld.example>',
    'Gemeente <weerbaar@voorbeeld.example>\r\nBcc: b@voorbeeld.example',
    'Gemeente\nVoorbeeld <weerbaar@voorbeeld.example>',
  ])('refuse the sender %j', (from) => {
    expect(faultsOf({ WEERBAAR_MAIL_FROM: from })).toEqual([
      'WEERBAAR_MAIL_FROM: must match format "mail-sender"',
    ]);
  });

  it('refuse a key that can not sign, which would let mail go out unsigned', () => {
    const { privateKey: otherKind } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    for (const key of [otherKind, privateKey.slice(0, 200), 'geheim']) {
      const faults = faultsOf({
        WEERBAAR_DKIM_DOMAIN: 'voorbeeld.example',
        WEERBAAR_DKIM_SELECTOR: 'weerbaar2026',
        WEERBAAR_DKIM_KEY: key,
      });
      expect(faults).toEqual(['WEERBAAR_DKIM_KEY: must match format "rsa-private-key"']);
    }
  });
});
