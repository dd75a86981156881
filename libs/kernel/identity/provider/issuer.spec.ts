import { isIssuer } from './issuer.js';

describe('the name of an identity provider', () => {
  it.each([
    'https://inloggen.example',
    'https://inloggen.example/realms/staf',
    'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0',
    'http://127.0.0.1:8080/realms/staf',
    'http://localhost:8080',
  ])('may be %s', (text) => {
    expect(isIssuer(text)).toBe(true);
  });

  it.each([
    ['an address without TLS', 'http://inloggen.example'],
    ['a host that only begins like this machine', 'http://localhost.elders.example'],
    ['an address with a question', 'https://inloggen.example/?realm=staf'],
    ['an address with a fragment', 'https://inloggen.example/#staf'],
    ['an address with a name and a password', 'https://wie:wat@inloggen.example'],
    ['another scheme', 'file:///etc/passwd'],
    ['no address', 'inloggen.example'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(isIssuer(text)).toBe(false);
  });
});
