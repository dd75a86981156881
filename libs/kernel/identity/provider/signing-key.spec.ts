import { generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import { newSigningKey, publicKeyOf, readSigningKey, UnusableKey } from './signing-key.js';

const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString();
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;

/** A key of nobody with its certificate, made once for this file by `openssl req -x509`. */
const keyOfNobody =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRjWjGVjmWSjV63NsHwLDM5EAGImrPWysD0IrDbJ5' +
  'rRChRANCAATE6kyKDZAGAvkoQ99VHfyWjmOJwInSA8wFR5Zxtb7oYXh7w8i/5QNiFUw4wN4cARqAWKObtQxqQ79v' +
  'Ql1Ctt1u';
const certificateOfNobody =
  'MIIBhzCCAS2gAwIBAgIUR1hs2+63mCpGksdbkxLd88uXp7owCgYIKoZIzj0EAwIwGDEWMBQGA1UEAwwNd2VlcmJh' +
  'YXIgdGVzdDAgFw0yNjExMjYxNjIyMDZaGA8yMTI2MTEwMjE2MjIwNlowGDEWMBQGA1UEAwwNd2VlcmJhYXIgdGVz' +
  'dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMTqTIoNkAYC+ShD31Ud/JaOY4nAidIDzAVHlnG1vuhheHvDyL/l' +
  'A2IVTDjA3hwBGoBYo5u1DGpDv29CXUK23W6jUzBRMB0GA1UdDgQWBBTWwpifD61vjtmMsAc1S0Qy/xga5DAfBgNV' +
  'HSMEGDAWgBTWwpifD61vjtmMsAc1S0Qy/xga5DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIEsH' +
  'z3+U1hOHPTyxDLaXxW0f1jxsVGbhd8VZug+X32NKAiEAz6SkT3iVFjgEhlwDf9t08jPXJMRdnL+L95Lhn5mFloA=';
const asPem = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

describe('a key to sign with', () => {
  it('is made by us: RSA, for signatures by PS256, under the thumbprint of its public part', () => {
    const key = newSigningKey();
    expect(key).toMatchObject({ kty: 'RSA', alg: 'PS256', kid: expect.stringMatching(/^[\w-]{43}$/) });
    expect(readSigningKey(JSON.stringify(key))).toEqual(key);
  });

  it('shows no private part', () => {
    for (const key of [newSigningKey(), readSigningKey(pem(curve('P-256')))]) {
      const shown = publicKeyOf(key);
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(shown).not.toHaveProperty(member);
      expect(shown).toMatchObject({ kty: key.kty, alg: key.alg, kid: key.kid, use: 'sig' });
    }
  });

  it.each([
    ['RSA', pem(rsa(2048)), 'PS256'],
    ['a curve', pem(curve('P-256')), 'ES256'],
  ])('is read from PEM: %s', (_, text, alg) => {
    expect(readSigningKey(text).alg).toBe(alg);
  });

  it('keeps the algorithm and the name that a JWK brings along', () => {
    const jwk = { ...rsa(2048).export({ format: 'jwk' }), alg: 'RS256', kid: 'van-ons' };
    expect(readSigningKey(JSON.stringify(jwk))).toMatchObject({ alg: 'RS256', kid: 'van-ons' });
  });

  it('is named by the hash of its public part, as RFC 7638 writes it', () => {
    const { kid, e, n } = newSigningKey();
    expect(kid).toBe(hash('sha256', `{"e":"${e}","kty":"RSA","n":"${n}"}`, 'base64url'));
  });

  it('brings the thumbprint of its certificate along, where there is one in the file', () => {
    const text = asPem('CERTIFICATE', certificateOfNobody) + asPem('PRIVATE KEY', keyOfNobody);
    // By `openssl x509 -outform der | openssl dgst -sha256`.
    expect(readSigningKey(text)['x5t#S256']).toBe('Rp_TFf0kZmC2fySocckT8jOpNzofSOyd8q95g447vl8');
    expect(publicKeyOf(readSigningKey(text))).not.toHaveProperty('x5t#S256');
  });

  it('is not one with the certificate of another', () => {
    const text = asPem('CERTIFICATE', certificateOfNobody) + pem(curve('P-256'));
    expect(() => readSigningKey(text)).toThrow('the certificate is of another key');
  });

  it.each([
    ['nothing', ''],
    ['words', 'mijn sleutel'],
    ['half a JWK', '{"kty":"RSA"}'],
    ['no JSON', '{kty'],
    [
      'a public key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .publicKey.export({ format: 'pem', type: 'spki' })
        .toString(),
    ],
    ['a key that is too short', pem(rsa(1024))],
    ['a curve that providers do not know', pem(curve('secp256k1'))],
    ['a key for something else', pem(generateKeyPairSync('x25519').privateKey)],
    [
      'an algorithm that does not fit',
      JSON.stringify({ ...rsa(2048).export({ format: 'jwk' }), alg: 'ES256' }),
    ],
    ['a secret for both', JSON.stringify({ kty: 'oct', k: 'AAAA', alg: 'HS256' })],
  ])('is not %s', (_, text) => {
    expect(() => readSigningKey(text)).toThrow(UnusableKey);
  });
});
