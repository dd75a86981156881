import { type Environment, readSettings } from '@weerbaar/kernel/config';
import { demoMailbox } from './demo-mailbox.js';

const given = (environment: Environment = {}) => demoMailbox(readSettings(environment));

describe('the mailbox of the demo', () => {
  it('can be read where the demo is tried: on the machine itself', () => {
    expect(given()).toEqual({ WEERBAAR_DEMO_MAILBOX: 'on' });
    expect(given({ WEERBAAR_LISTEN: '::1' })).toEqual({ WEERBAAR_DEMO_MAILBOX: 'on' });
  });

  it.each<Environment>([
    { WEERBAAR_LISTEN: '0.0.0.0' },
    { WEERBAAR_LISTEN: '::' },
    { WEERBAAR_LISTEN: '192.168.1.10' },
    { WEERBAAR_TLS: 'on' },
    { WEERBAAR_TRUSTED_PROXIES: '127.0.0.1' },
    { WEERBAAR_DEMO: 'off' },
    { DATABASE_URL: 'postgres://weerbaar@database.example/weerbaar' },
    { SMTP_URL: 'smtps://mail.example:465', WEERBAAR_MAIL_FROM: 'weerbaar@voorbeeld.example' },
  ])('can not be read where others may be asking, or where there is no demo: %j', (environment) => {
    expect(given(environment)).toEqual({});
  });
});
