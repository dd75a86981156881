import type { Settings } from '@weerbaar/kernel/config';

/** How people reach a host name. Behind a proxy that ends TLS they use the ordinary port. */
export function originAt(host: string, { WEERBAAR_TLS: tls, WEERBAAR_PORT: port }: Settings): string {
  return tls === 'on' ? `https://${host}` : `http://${host}:${port}`;
}
