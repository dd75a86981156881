import type { Settings } from '@weerbaar/kernel/config';

/** Addresses at which no other machine reaches us. */
const thisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

export type ExposureSettings = Pick<
  Settings,
  | 'DATABASE_URL'
  | 'SMTP_URL'
  | 'WEERBAAR_DEMO'
  | 'WEERBAAR_LISTEN'
  | 'WEERBAAR_TLS'
  | 'WEERBAAR_TRUSTED_PROXIES'
>;

/**
 * What the api of a demo is given so that its mails can be read in the browser. They hold links to sign in with:
 * only where nobody but who works on this machine can be asking, so not behind a proxy either.
 */
export function demoMailbox(settings: ExposureSettings): NodeJS.ProcessEnv {
  const isDemo = settings.WEERBAAR_DEMO === 'on' && !settings.DATABASE_URL && !settings.SMTP_URL;
  const hasProxy = settings.WEERBAAR_TLS === 'on' || settings.WEERBAAR_TRUSTED_PROXIES !== '';
  const isAlone = thisMachine.has(settings.WEERBAAR_LISTEN) && !hasProxy;
  return isDemo && isAlone ? { WEERBAAR_DEMO_MAILBOX: 'on' } : {};
}
