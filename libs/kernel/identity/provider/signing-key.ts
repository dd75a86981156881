import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type JsonWebKey,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';

/** How an assertion is signed: what the key is for, by its kind. */
export const signingAlgorithms = {
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

export type SigningAlgorithm = keyof typeof signingAlgorithms;

/** The private key by which Weerbaar proves to a provider who it is, as a JSON Web Key (RFC 7517). */
export interface SigningKey extends JsonWebKey {
  readonly kty: string;
  readonly alg: SigningAlgorithm;
  readonly kid: string;
  /** Thumbprint of its certificate, for a provider that knows keys by that. */
  readonly 'x5t#S256'?: string;
}

/** Says of a file what keeps it from being a key to sign with. */
export class UnusableKey extends Error {}

/** RSA of 3072 bits: good until well after 2030 (NCSC-NL), and every provider takes it. */
export function newSigningKey(): SigningKey {
  return keyOf(generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey);
}

/**
 * @param text PEM, with its certificate in the same file if the provider wants that; or a JWK.
 * @throws UnusableKey
 */
export function readSigningKey(text: string): SigningKey {
  return text.trimStart().startsWith('{') ? readJwk(text) : readPem(text);
}

/** What the provider has to know of the key. */
export function publicKeyOf({ kty, alg, kid, ...key }: SigningKey): JsonWebKey {
  return { kty, use: 'sig', alg, kid, ...publicMembers({ kty, ...key }) };
}

function readJwk(text: string): SigningKey {
  const given = attempt(() => JSON.parse(text) as Partial<SigningKey>, 'not JSON');
  const key = attempt(() => createPrivateKey({ key: given, format: 'jwk' }), 'no private key');
  const { alg, kid, 'x5t#S256': thumbprint } = given;
  const read = keyOf(key, alg);
  return {
    ...read,
    ...(typeof kid === 'string' && { kid }),
    ...(typeof thumbprint === 'string' && { 'x5t#S256': thumbprint }),
  };
}

function readPem(text: string): SigningKey {
  const key = attempt(() => createPrivateKey(text), 'no private key');
  if (!text.includes('BEGIN CERTIFICATE')) return keyOf(key);
  const certificate = attempt(() => new X509Certificate(text), 'no certificate');
  if (!certificate.checkPrivateKey(key)) throw new UnusableKey('the certificate is of another key');
  return { ...keyOf(key), 'x5t#S256': hash('sha256', certificate.raw, 'base64url') };
}

function keyOf(key: KeyObject, wanted?: string): SigningKey {
  const fitting = algorithmsOf(key);
  const alg = wanted === undefined ? fitting[0] : fitting.find((one) => one === wanted);
  if (!alg) throw new UnusableKey('use RSA of 2048 bits or more, or an elliptic curve P-256');
  const jwk = key.export({ format: 'jwk' }) as JsonWebKey & { kty: string };
  return { ...jwk, alg, kid: thumbprintOf(jwk) };
}

/** The one that is preferred comes first. */
function algorithmsOf({
  asymmetricKeyType: type,
  asymmetricKeyDetails: details,
}: KeyObject): SigningAlgorithm[] {
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return ['PS256', 'RS256'];
  return type === 'ec' && details?.namedCurve === 'prime256v1' ? ['ES256'] : [];
}

/** As RFC 7638 says: the required members in alphabetical order. */
function thumbprintOf(key: JsonWebKey): string {
  const members = Object.entries(publicMembers(key)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return hash('sha256', JSON.stringify(Object.fromEntries(members)), 'base64url');
}

function publicMembers(key: JsonWebKey): JsonWebKey {
  return createPublicKey({ key: { ...key, alg: undefined }, format: 'jwk' }).export({ format: 'jwk' });
}

function attempt<T>(work: () => T, otherwise: string): T {
  try {
    return work();
  } catch {
    throw new UnusableKey(otherwise);
  }
}
