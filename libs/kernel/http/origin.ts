import type { FastifyRequest } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';
import { originAt } from '@weerbaar/kernel/organisations';

/**
 * Scheme, host and port under which this request reached us. The host is one of an organisation by now; the port is
 * the one of the settings: who asks could name another, and have it mailed to somebody.
 */
export function originOf(request: FastifyRequest, settings: Settings): string {
  return originAt(request.hostname, settings);
}
