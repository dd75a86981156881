import { isIPv6 } from 'node:net';

/**
 * From where a request comes, to count attempts by. Of IPv6 the network of 64 bits: the least that a
 * connection is given, and whoever has one can take another address out of it for every attempt.
 */
export function networkOf({ ip }: { readonly ip: string }): string {
  const [, ipv4] = /^::ffff:([\d.]+)$/i.exec(ip) ?? [];
  if (ipv4 !== undefined) return ipv4;
  if (!isIPv6(ip)) return ip;
  const [before = [], after = []] = ip.split('::').map((part) => part.split(':').filter(Boolean));
  const left = Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: left }, () => '0'), ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
