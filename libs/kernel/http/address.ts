import type { FastifyRequest } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';

/**
 * The address at which somebody reached us, as an origin (`https://integriteit.voorbeeld.example`); undefined
 * when the host of the request is none. The scheme follows from the settings: who asks does not decide it.
 */
export function addressOf(request: FastifyRequest, settings: Settings): string | undefined {
  const address = `${settings.WEERBAAR_TLS === 'on' ? 'https' : 'http'}://${request.host}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
