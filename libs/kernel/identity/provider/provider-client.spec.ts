import { FixedClock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { ProviderClient } from './provider-client.js';

// Not real: the network. What comes from it is what Entra ID answers at these addresses, in short.

function clientWith(metadata: object): ProviderClient {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(metadata)));
  const settings = readSettings({ WEERBAAR_SECRET: 'ab'.repeat(32) });
  return new ProviderClient(new SecretBox(settings), new FixedClock(new Date('2027-01-04T09:00:00Z')));
}

afterEach(() => vi.restoreAllMocks());

describe('a provider with many tenants at one address', () => {
  const ofTenant = 'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0';
  const ofAll = 'https://login.microsoftonline.com/{tenantid}/v2.0';

  it('is trusted by the address of one tenant', async () => {
    await expect(clientWith({ issuer: ofTenant }).requireReachable(ofTenant)).resolves.toBeUndefined();
  });

  it.each(['common', 'organizations'])('is never trusted for all of them: %s', async (tenants) => {
    const issuer = `https://login.microsoftonline.com/${tenants}/v2.0`;
    const attempt = clientWith({ issuer: ofAll }).requireReachable(issuer);
    await expect(attempt).rejects.toMatchObject({ type: 'provider-unreachable' });
  });
});
