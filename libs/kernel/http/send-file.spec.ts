import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { sendText } from './send-file.js';

/** Real: the streams. Not real: the connection, which takes in what the test takes. */
class Connection {
  readonly headers: Record<string, string> = {};
  body: Readable;

  header(name: string, value: string): this {
    this.headers[name] = value;
    return this;
  }

  send(body: Readable): Promise<void> {
    this.body = body;
    return Promise.resolve();
  }
}

async function sent(parts: AsyncIterable<string>): Promise<Connection> {
  const connection = new Connection();
  const file = { name: 'logboek privé.csv', mediaType: 'text/csv' } as const;
  await sendText(connection as unknown as FastifyReply, file, parts);
  return connection;
}

describe('a text that is sent while it is made', () => {
  it('is made no faster than it is taken in', async () => {
    const part = 'é'.repeat(50_000);
    let made = 0;
    async function* parts() {
      for (; made < 20; made += 1) yield part;
    }
    const { body } = await sent(parts());
    let taken = 0;
    for (let round = 1; round <= 5; round += 1) {
      await once(body, 'readable');
      for (let turn = 0; turn < 100; turn += 1) await setImmediate();
      const bytes = (body.read() as Buffer).length;
      taken += bytes / Buffer.byteLength(part);
      expect(made).toBeLessThanOrEqual(taken + 1);
    }
    body.destroy();
  });

  it('arrives whole, as UTF-8 under its own name', async () => {
    async function* parts() {
      yield '\uFEFFa;b\r\n';
      yield 'é;€\r\n';
    }
    const { headers, body } = await sent(parts());
    expect(Buffer.concat(await body.toArray()).toString()).toBe('\uFEFFa;b\r\né;€\r\n');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="logboek prive.csv"; filename\*=UTF-8''/,
    );
  });
});
