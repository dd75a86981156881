import type { FastifyRequest } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';

/** Scheme, host and port under which this request reached us: the host is one of an organisation by now. */
export function originOf(request: FastifyRequest, { WEERBAAR_TLS: tls }: Settings): string {
  return `${tls === 'on' ? 'https' : 'http'}://${request.host}`;
}
