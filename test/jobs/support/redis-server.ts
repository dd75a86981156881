import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real redis-server of the system, in memory only, on a free port. */
export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    tmpdir(),
  ];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await answers(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** Everything a Redis holds, as text. */
export async function contentsOfRedis(url: string): Promise<string> {
  const redis = new Redis(url);
  const contents = await Promise.all(
    (await redis.keys('*')).map(async (key) => [key, await valueOf(redis, key)]),
  );
  redis.disconnect();
  return JSON.stringify(contents);
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const read: Readonly<Record<string, () => Promise<unknown>>> = {
    string: () => redis.get(key),
    hash: () => redis.hgetall(key),
    list: () => redis.lrange(key, 0, -1),
    zset: () => redis.zrange(key, 0, -1),
    set: () => redis.smembers(key),
    stream: () => redis.xrange(key, '-', '+'),
  };
  const kind = await redis.type(key);
  if (!read[kind]) throw new Error(`unknown kind of key: ${kind}`);
  return read[kind]();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(port: number): Promise<void> {
  const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  const answer = await Promise.race([redis.ping(), sleep(5_000, 'silence')]);
  redis.disconnect();
  if (answer !== 'PONG') throw new Error('redis-server does not start');
}
