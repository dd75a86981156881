import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';
import { apiVersion } from './api-document.js';

/** Every answer gets these headers, whatever comes of the request; a route may replace one of its own. */
export async function setHeaders(app: FastifyInstance, settings: Settings): Promise<void> {
  const headers = {
    ...(await securityHeaders(securityOptions(settings))),
    'API-Version': apiVersion,
    'Cache-Control': 'no-store',
  };
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** Helmet works its headers out for every answer. Ours are the same for all, so it is asked once. */
async function securityHeaders(options: FastifyHelmetOptions): Promise<Record<string, string>> {
  const once = fastify();
  await once.register(helmet, options);
  once.get('/', (_request, reply) => reply.header('content-length', 0).send());
  const { headers } = await once.inject('/');
  await once.close();
  const notOurs = new Set(['connection', 'content-length', 'content-type', 'date']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (notOurs.has(name) ? [] : [[name, String(value)]])),
  );
}

function securityOptions(settings: Settings): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity:
      settings.WEERBAAR_TLS === 'on' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
  };
}
