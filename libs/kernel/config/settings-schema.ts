import type { SettingFormat } from './setting-formats.js';

/**
 * Every setting Weerbaar knows, in one JSON Schema: validation, `.env.example` and the operations
 * manual are all made from it. Names are environment variables. `secret: true` means that the value
 * may also be given as a file (`NAME_FILE`) and is never printed.
 */
export interface SettingDefinition {
  readonly type: 'string' | 'integer';
  readonly description: string;
  readonly default?: string | number;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly format?: SettingFormat;
  /** Settings without which this one means nothing. */
  readonly requires?: readonly string[];
  readonly secret?: true;
  /** Set by the standalone for its own processes; not for people, so not in `.env.example`. */
  readonly internal?: true;
}

const postgresAddress = { type: 'string', pattern: '^postgres(ql)?://', secret: true } as const;

/** Everything an address can hold as written: ASCII that can be seen, without the comma that stands between two. */
const visible = '[!-+\\--~]';
const contact = `(mailto:${visible}+@${visible}+|https://${visible}+)`;

export const settingsSchema = {
  WEERBAAR_PORT: {
    type: 'integer',
    minimum: 1,
    maximum: 65535,
    default: 3000,
    description: 'Port of the application.',
  },
  WEERBAAR_LISTEN: {
    type: 'string',
    minLength: 1,
    default: '127.0.0.1',
    description: 'Address to listen on. In a container: 0.0.0.0.',
  },
  WEERBAAR_DATA_DIR: {
    type: 'string',
    minLength: 1,
    default: '.weerbaar',
    description:
      'Folder of the embedded database and its keys. Used by `npm start`, and by the commands when there is no DATABASE_URL.',
  },
  WEERBAAR_DEMO: {
    type: 'string',
    enum: ['on', 'off'],
    default: 'on',
    description:
      'Whether the embedded database is filled with a demo organisation. Has no effect with DATABASE_URL.',
  },
  WEERBAAR_TLS: {
    type: 'string',
    enum: ['on', 'off'],
    default: 'off',
    description:
      'Whether people reach the application over https (a proxy ends TLS). Turns on secure cookies and HSTS.',
  },
  WEERBAAR_TRUSTED_PROXIES: {
    type: 'string',
    default: '',
    description: 'Addresses or networks (comma-separated) whose forwarded headers count. Empty: none.',
  },
  WEERBAAR_REQUEST_TIMEOUT: {
    type: 'integer',
    minimum: 1,
    maximum: 3_600,
    default: 120,
    description:
      'Seconds within which a request must have come in whole, a file with it included. Slower ones are ended.',
  },
  WEERBAAR_IMPORT_MEGABYTES: {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 25,
    description:
      'Megabytes that a file of the HR system may have at the most. 20,000 people take about four.',
  },
  WEERBAAR_IDLE_MINUTES: {
    type: 'integer',
    minimum: 5,
    maximum: 720,
    default: 60,
    description: 'After so many minutes without a request a session ends. People are warned before.',
  },
  WEERBAAR_SESSION_HOURS: {
    type: 'integer',
    minimum: 1,
    maximum: 24,
    default: 12,
    description: 'After so many hours everybody signs in anew, whatever they do.',
  },
  WEERBAAR_SECURITY_CONTACT: {
    type: 'string',
    pattern: `^${contact}( *, *${contact})*$`,
    description:
      'Where a weakness can be reported, for /.well-known/security.txt: one or more addresses (comma-separated) that begin with mailto: or https://, the preferred one first. An installation that others can reach must have one.',
  },
  WEERBAAR_SECURITY_POLICY: {
    type: 'string',
    pattern: `^https://${visible}+$`,
    description:
      'Page (https) that tells how reports of weaknesses are handled, for /.well-known/security.txt.',
  },
  WEERBAAR_SECRET: {
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
    secret: true,
    description:
      'Key of the installation: 32 random bytes as 64 hexadecimal digits. Seals the secrets of sign-in and signs the checkpoints of the audit log; keep it outside the database and its backup.',
  },
  DATABASE_URL: {
    ...postgresAddress,
    description: 'PostgreSQL 18, as the application role: owns nothing, cannot pass row-level security.',
  },
  DATABASE_OWNER_URL: {
    ...postgresAddress,
    description:
      'PostgreSQL 18, as the owner of the database. Only for `weerbaar migrate`, `organisation create` and `identity-provider`; never give it to api or worker.',
  },
  DATABASE_POOL: {
    type: 'integer',
    minimum: 2,
    maximum: 200,
    default: 10,
    description: 'Connections a process holds for its own work at the most.',
  },
  REDIS_URL: {
    type: 'string',
    pattern: '^rediss?://',
    secret: true,
    description:
      'Redis or Valkey for the queue, for more than one machine. Absent: the queue lives in PostgreSQL.',
  },
  SMTP_URL: {
    type: 'string',
    format: 'smtp-url',
    secret: true,
    requires: ['WEERBAAR_MAIL_FROM'],
    description:
      'Server that takes our mail: smtps://user:password@host:465, or smtp:// for STARTTLS, which is required unless the host is this machine. Write special characters of user and password as %40 and the like. Absent: mail is off.',
  },
  WEERBAAR_MAIL_FROM: {
    type: 'string',
    format: 'mail-sender',
    description: 'Sender of all mail: an address, or Name <address>. Its domain is that of the message ids.',
  },
  WEERBAAR_MAIL_FOLDER: {
    type: 'string',
    minLength: 1,
    internal: true,
    requires: ['WEERBAAR_MAIL_FROM'],
    description: 'Folder in which every mail is written as a file instead of being sent.',
  },
  WEERBAAR_DEMO_MAILBOX: {
    type: 'string',
    enum: ['on'],
    internal: true,
    requires: ['WEERBAAR_MAIL_FOLDER'],
    description: 'Lets everybody who reaches the application read the mails of that folder, at /demo/mail.',
  },
  WEERBAAR_DKIM_DOMAIN: {
    type: 'string',
    pattern: '^(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+$',
    requires: ['WEERBAAR_DKIM_SELECTOR', 'WEERBAAR_DKIM_KEY'],
    description: 'Domain for which mail is signed (DKIM): that of WEERBAAR_MAIL_FROM, or one above it.',
  },
  WEERBAAR_DKIM_SELECTOR: {
    type: 'string',
    pattern: '^[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*$',
    requires: ['WEERBAAR_DKIM_DOMAIN', 'WEERBAAR_DKIM_KEY'],
    description: 'Name under which the public key stands in DNS: <selector>._domainkey.<domain>.',
  },
  WEERBAAR_DKIM_KEY: {
    type: 'string',
    format: 'rsa-private-key',
    secret: true,
    requires: ['WEERBAAR_DKIM_DOMAIN', 'WEERBAAR_DKIM_SELECTOR'],
    description: 'Private RSA key that signs mail, as PEM without a passphrase.',
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingsSchema;
