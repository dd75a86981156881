import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';
import { apiVersion } from './api-document.js';

export type Headers = Readonly<Record<string, string>>;

const pageDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/**
 * The one library that makes markup out of text: the editor of chapters reads what is pasted in a document that
 * loads and runs nothing, and takes from it what a chapter can hold.
 */
const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types ProseMirrorClipboard'];

/**
 * A page takes everything from its own host, is framed by nobody, and makes no markup out of text. What it may frame
 * is from here as well, and of that only the files of a document let themselves be framed: to look at before they go out.
 */
const contentPolicy = [...pageDirectives, "frame-src 'self'", ...trustedTypes].join('; ');

/** For a page of which a library makes markup out of text, and does so well. Its scripts are from here all the same. */
export const contentPolicyWithoutTrustedTypes = pageDirectives.join('; ');

/** What no page of ours asks of a device, so that nothing that gets into a page can ask for it either. */
const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** What every answer carries, whatever comes of the request. A route may replace one of them by its own. */
export async function responseHeaders(settings: Settings): Promise<Headers> {
  return {
    ...(await headersOfHelmet(settings)),
    'content-security-policy': contentPolicy,
    'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'api-version': apiVersion,
    'cache-control': 'no-store',
  };
}

/** Helmet works its headers out for every answer. Ours are the same for all, so it is asked once. */
async function headersOfHelmet(settings: Settings): Promise<Headers> {
  const once = fastify();
  await once.register(helmet, helmetOptions(settings));
  once.get('/', (_request, reply) => reply.header('content-length', 0).send());
  const { headers } = await once.inject('/');
  await once.close();
  const notOurs = new Set(['connection', 'content-length', 'content-type', 'date']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (notOurs.has(name) ? [] : [[name, String(value)]])),
  );
}

function helmetOptions(settings: Settings): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: false,
    strictTransportSecurity:
      settings.WEERBAAR_TLS === 'on' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
  };
}
