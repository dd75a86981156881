import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, stop } from './identity-provider.js';

export interface TokenWish {
  readonly header?: Readonly<Record<string, unknown>>;
  /** Instead of, or beside, what an honest token says; undefined: left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Instead of the signature. */
  readonly signature?: (signed: string) => string;
}

export interface TokenRequest {
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
}

/**
 * Answers as a provider does, and says whatever a test wants it to say: what an honest one never would.
 * Real: HTTP, keys and signatures.
 */
export interface HostileProvider {
  readonly issuer: string;
  /** What Weerbaar asked tokens with. */
  readonly requests: readonly TokenRequest[];
  /** The token it gives next. @param nonce of the sign-in it is for. */
  prepare(nonce: string, wish?: TokenWish): void;
  /** Whatever it answers at the place for tokens, from now on; undefined: tokens. */
  answerTokensWith(answer: ((response: ServerResponse) => void) | undefined): void;
  /** How it calls itself from now on. */
  callItself(issuer: string): void;
  stop(): Promise<void>;
}

export const hostileClient = 'weerbaar';
export const hostileSubject = 'sub-of-anna';

const [own, foreign] = [newKey(), newKey()];

export async function startHostileProvider(): Promise<HostileProvider> {
  const server = createServer((request, response) => void answer(request, response));
  const address = await listen(server);
  const requests: TokenRequest[] = [];
  let issuer = address;
  let token = '';
  let instead: ((response: ServerResponse) => void) | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/.well-known/openid-configuration')
      return json(response, discovery(address, issuer));
    if (request.url === '/jwks') {
      const key = { ...own.public.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' };
      return json(response, { keys: [key] });
    }
    const form = new URLSearchParams(await textOf(request));
    requests.push({ form, authorization: request.headers.authorization });
    if (instead) return instead(response);
    json(response, { access_token: 'unused', token_type: 'bearer', expires_in: 60, id_token: token });
  };

  return {
    issuer: address,
    requests,
    prepare: (nonce, wish = {}) => {
      token = makeToken(address, nonce, wish);
    },
    answerTokensWith: (wanted) => {
      instead = wanted;
    },
    callItself: (name) => {
      issuer = name;
    },
    stop: () => stop(server),
  };
}

/** Signed by a key that the provider never published. */
export function signedByAnother(signed: string): string {
  return signatureBy(foreign.private, signed);
}

export { own as keyOfHostileProvider, foreign as keyOfAnother };

function makeToken(issuer: string, nonce: string, { header, claims, signature }: TokenWish): string {
  const now = Math.floor(Date.now() / 1000);
  const honest = {
    iss: issuer,
    sub: hostileSubject,
    aud: hostileClient,
    exp: now + 300,
    iat: now,
    nonce,
    email: 'anna@proef.example',
    email_verified: true,
  };
  const signed = [
    { alg: 'RS256', kid: 'own', ...header },
    { ...honest, ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${signature ? signature(signed) : signatureBy(own.private, signed)}`;
}

function signatureBy(key: KeyObject, signed: string): string {
  return createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
}

function discovery(address: string, issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${address}/auth`,
    token_endpoint: `${address}/token`,
    jwks_uri: `${address}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    // It would take anything: what is refused is refused by us.
    id_token_signing_alg_values_supported: ['RS256', 'PS256', 'HS256', 'none'],
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { private: privateKey, public: publicKey };
}
