import { Controller, Get, Module, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '@weerbaar/kernel/config';
import { createHttpApplication, type HttpRequest } from '@weerbaar/kernel/http';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { openWire, request, type Wire, type WireAnswer } from '../support/wire.js';

/**
 * Whose request it is follows from the host name, and from nothing a stranger can add to it.
 * Real: the API, two organisations, the network, byte by byte. Not real: the proxy, which is this test.
 */

let api: TestApi;
let wire: Wire;
let behindProxy: TestApi;
let proxy: Wire;
let behindAnother: TestApi;
let stranger: Wire;

beforeAll(async () => {
  [api, wire] = await open('');
  [behindProxy, proxy] = await open('10.1.2.0/24, 127.0.0.1');
  [behindAnother, stranger] = await open('10.1.2.0/24');
});

afterAll(() => Promise.all([api, behindProxy, behindAnother].map((opened) => opened.close())));

async function open(trusted: string): Promise<[TestApi, Wire]> {
  const opened = await openTestApi({ WEERBAAR_TRUSTED_PROXIES: trusted });
  await opened.createOrganisation('ons', {});
  await opened.createOrganisation('hun', {});
  return [opened, await openWire(opened.app)];
}

/** Asks for the page of what is published, which bears the name of the organisation, and tells whose it is or what went wrong. */
async function whoseAt(through: Wire, lines: readonly string[], target = '/published'): Promise<string> {
  const answers = await through.send(request(`GET ${target}`, lines));
  expect(answers).toHaveLength(1);
  return meaning(answers[0]!);
}

function meaning({ status, headers, body }: WireAnswer): string {
  if (status === 200) return /class="organisation-name">Gemeente (.+?)<\/span>/.exec(body)?.[1] ?? 'nobody';
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  return `${status} ${JSON.parse(body).type.split('/').at(-1)}`;
}

const unknown = '404 unknown-host';
const unreadable = '400 malformed-request';

describe('a host', () => {
  it.each([
    ['ons.localhost', 'ons'],
    ['hun.localhost', 'hun'],
    ['ONS.Localhost', 'ons'],
    ['ons.localhost:80', 'ons'],
    ['ons.localhost:65535', 'ons'],
    ['elders.example', unknown],
    ['ons.localhost.elders.example', unknown],
    ['elders-ons.localhost', unknown],
    ['www.ons.localhost', unknown],
    ['ons.localhost.', unknown],
    ['.ons.localhost', unknown],
    ['localhost', unknown],
    ['127.0.0.1', unknown],
    ['[::1]', unknown],
    ['[::1]:3000', unknown],
    ['xn--ns-jia.localhost', unknown],
    ['a'.repeat(253), unknown],
    ['a'.repeat(254), unreadable],
    ['a'.repeat(9_000), unreadable],
    ['', unreadable],
    [':80', unreadable],
    ['ons.localhost:', unreadable],
    ['ons.localhost:80:80', unreadable],
    ['ons.localhost:80@elders.example', unreadable],
    ['elders.example@ons.localhost', unreadable],
    ['ons.localhost/hun.localhost', unreadable],
    ['ons.localhost?hun.localhost', unreadable],
    ['ons.localhost#hun.localhost', unreadable],
    ['ons.localhost\\hun.localhost', unreadable],
    ['ons.localhost,hun.localhost', unreadable],
    ['ons.localhost hun.localhost', unreadable],
    ['ons.localhost%00', unreadable],
    ['ons.localhost\0', unreadable],
    ["ons.localhost' or '1'='1", unreadable],
    ['[ons.localhost]', unreadable],
    ['[::1', unreadable],
    ['ôns.localhost', unreadable],
  ])('%j is %s', async (host, whose) => {
    expect(await whoseAt(wire, [`Host: ${host}`])).toBe(whose);
  });

  it.each([
    ['none', []],
    ['two', ['Host: ons.localhost', 'Host: hun.localhost']],
    ['two, of which one is unknown', ['Host: elders.example', 'Host: ons.localhost']],
    ['the same twice', ['Host: ons.localhost', 'host: ons.localhost']],
    ['one on two lines', ['Host: ons.localhost', '\thun.localhost']],
    ['one with a space before the colon', ['Host : ons.localhost']],
  ])('must be one: %s is refused', async (_, lines) => {
    expect(await whoseAt(wire, lines)).toBe(unreadable);
  });
});

describe('a target that names a host itself', () => {
  it.each([
    ['http://ons.localhost/published', 'ons'],
    ['http://ONS.localhost/published', 'ons'],
    ['http://hun.localhost/', unreadable],
    ['http://elders.example/', unreadable],
    ['http://ons.localhost@hun.localhost/', unreadable],
    ['http://ons.localhost:81/', unreadable],
    ['http://elders.example/health/live', unreadable],
    ['//hun.localhost/', '404 not-found'],
    ['*', '404 not-found'],
  ])('%s is %s', async (target, whose) => {
    expect(await whoseAt(wire, ['Host: ons.localhost'], target)).toBe(whose);
  });
});

describe('a forwarded host', () => {
  const here = 'Host: ons.localhost';

  it.each([
    ['X-Forwarded-Host: hun.localhost'],
    ['X-Forwarded-Host: elders.example'],
    ['X-Forwarded-Host: ons.localhost, hun.localhost'],
    ['Forwarded: for=10.1.2.3;host=hun.localhost;proto=https'],
    ['X-Host: hun.localhost'],
    ['X-Forwarded-Server: hun.localhost'],
    ['X-Original-Host: hun.localhost'],
    ['X-Original-URL: /bestaat-niet'],
    ['X-Rewrite-URL: /bestaat-niet'],
  ])('counts for nothing when a stranger says it: %s', async (line) => {
    for (const through of [wire, stranger])
      expect(await whoseAt(through, [here, line, 'X-Forwarded-For: 10.1.2.3'])).toBe('ons');
  });

  it.each([
    ['X-Forwarded-Host: hun.localhost', 'hun'],
    ['X-Forwarded-Host: Hun.localhost:443', 'hun'],
    ['X-Forwarded-Host: elders.example', unknown],
    ['X-Forwarded-Host: hun.localhost@elders.example', unreadable],
    ['X-Forwarded-Host: hun.localhost/', unreadable],
    // What the browser said stands in front of what the proxy saw.
    ['X-Forwarded-Host: hun.localhost, ons.localhost', 'ons'],
    ['X-Forwarded-Host: hun.localhost\r\nX-Forwarded-Host: ons.localhost', 'ons'],
    ['X-Forwarded-Host: ', 'ons'],
    ['Forwarded: for=10.1.2.3;host=hun.localhost;proto=https', 'ons'],
  ])('counts when the proxy says it: %j is %s', async (line, whose) => {
    expect(await whoseAt(proxy, [here, line])).toBe(whose);
  });

  it('does not make up for a host that is none', async () => {
    const forwarded = 'X-Forwarded-Host: hun.localhost';
    for (const lines of [[], ['Host: ons.localhost', 'Host: hun.localhost'], ['Host: ons.localhost/']])
      expect(await whoseAt(proxy, [...lines, forwarded])).toBe(unreadable);
  });
});

@Controller()
class SenderController {
  @Get('sender')
  sender(@Req() { ip, protocol }: HttpRequest): object {
    return { ip, protocol };
  }
}

@Module({
  controllers: [SenderController],
  providers: [
    {
      provide: OrganisationDirectory,
      useValue: { atHost: async () => ({ id: 'ons', slug: 'ons', name: 'Ons' }) },
    },
  ],
})
class SenderModule {}

/** The HTTP application as the API has it, with one route of this test that tells who it thinks is asking. */
describe('who sends a request', () => {
  const opened: NestFastifyApplication[] = [];
  const through: Record<'anybody' | 'proxy', Wire | undefined> = { anybody: undefined, proxy: undefined };

  beforeAll(async () => {
    for (const [name, trusted] of [
      ['anybody', ''],
      ['proxy', '127.0.0.1, 10.1.2.0/24'],
    ] as const) {
      const app = await createHttpApplication(
        SenderModule,
        readSettings({ WEERBAAR_TRUSTED_PROXIES: trusted }),
      );
      opened.push(app);
      through[name] = await openWire(app);
    }
  });

  afterAll(() => Promise.all(opened.map((app) => app.close())));

  async function sender(name: 'anybody' | 'proxy', ...lines: string[]): Promise<object> {
    const [answer] = await through[name]!.send(
      request('GET /api/v1/sender', ['Host: ons.localhost', ...lines]),
    );
    return JSON.parse(answer!.body);
  }

  it.each([
    ['X-Forwarded-For: 203.0.113.9'],
    ['Forwarded: for=203.0.113.9;proto=https'],
    ['X-Real-IP: 203.0.113.9'],
    ['True-Client-IP: 203.0.113.9'],
    ['X-Forwarded-Proto: https'],
  ])('is who is at the other end of the line, whatever that one says: %s', async (line) => {
    expect(await sender('anybody', line)).toEqual({ ip: '127.0.0.1', protocol: 'http' });
  });

  it.each([
    ['what the proxy saw', '203.0.113.9', '203.0.113.9'],
    ['not what somebody put in front of it', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['not who pretends to be a proxy in front of it', '198.51.100.1, 10.1.2.3, 203.0.113.9', '203.0.113.9'],
    ['who stands in front of two proxies', '198.51.100.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['nobody new when the list is empty', '', '127.0.0.1'],
  ])('is behind the proxy: %s', async (_, list, ip) => {
    expect(await sender('proxy', `X-Forwarded-For: ${list}`)).toMatchObject({ ip });
  });

  it('is not asked of headers that no proxy of ours was told to write', async () => {
    const lines = ['Forwarded: for=203.0.113.9;proto=https', 'X-Real-IP: 203.0.113.9'];
    expect(await sender('proxy', ...lines)).toEqual({ ip: '127.0.0.1', protocol: 'http' });
  });

  it('speaks https when the proxy says so last', async () => {
    expect(await sender('proxy', 'X-Forwarded-Proto: http, https')).toMatchObject({ protocol: 'https' });
    expect(await sender('proxy', 'X-Forwarded-Proto: https, http')).toMatchObject({ protocol: 'http' });
  });
});

it('an address of a proxy that is none keeps the API from starting', async () => {
  const settings = readSettings({ WEERBAAR_TRUSTED_PROXIES: 'de proxy' });
  await expect(createHttpApplication(SenderModule, settings)).rejects.toThrow(/de proxy/);
});
