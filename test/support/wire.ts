import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** One answer as it came over the wire: nothing joined, nothing left out. */
export interface WireAnswer {
  readonly status: number;
  /** In the order of the wire, names in lower case. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A real connection to the API, below any client library: what is sent need not be HTTP. */
export interface Wire {
  /** Sends bytes and then nothing more, and waits until the server ends the connection: it is up to the server to do so. */
  send(bytes: string): Promise<readonly WireAnswer[]>;
  /** Sends byte by byte, so slowly that there is always something new and never an end. */
  drip(bytes: string): Promise<readonly WireAnswer[]>;
}

/** Lets the API listen at a free port of this machine. */
export async function openWire(app: NestFastifyApplication): Promise<Wire> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    send: (bytes) => talk(port, (socket) => void socket.write(bytes)),
    drip: (bytes) => talk(port, (socket) => void drip(socket, bytes)),
  };
}

/** A request in bytes, and the last on its connection. Header lines are given as they are, so that they can be wrong. */
export function request(requestLine: string, lines: readonly string[] = [], body = ''): string {
  return [`${requestLine} HTTP/1.1`, ...lines, 'Connection: close', '', body].join('\r\n');
}

async function talk(port: number, say: (socket: Socket) => void): Promise<readonly WireAnswer[]> {
  const received: Buffer[] = [];
  const socket = connect(port, '127.0.0.1', () => say(socket));
  socket.on('data', (chunk) => received.push(chunk));
  // A server that hangs up while we talk: what it said before is what counts.
  socket.on('error', () => undefined);
  await new Promise((ended) => void socket.on('close', ended));
  return answersIn(Buffer.concat(received));
}

async function drip(socket: Socket, bytes: string): Promise<void> {
  for (const byte of bytes) {
    if (socket.destroyed) return;
    socket.write(byte);
    await sleep(10);
  }
}

function answersIn(bytes: Buffer): WireAnswer[] {
  const answers: WireAnswer[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd === -1) throw new Error(`no whole answer: ${rest.toString('latin1')}`);
    const [statusLine = '', ...headerLines] = rest.toString('latin1', 0, headEnd).split('\r\n');
    const lines = headerLines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
    const headers = Object.fromEntries(lines);
    const bodyStart = headEnd + 4;
    const bodyEnd = bodyStart + Number(headers['content-length'] ?? rest.length);
    answers.push({
      status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]),
      lines,
      headers,
      body: rest.toString('utf8', bodyStart, bodyEnd),
    });
    rest = rest.subarray(bodyEnd);
  }
  return answers;
}
