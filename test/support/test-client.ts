import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Inject = NestFastifyApplication['inject'];
export type Answer = Awaited<ReturnType<Inject>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface Asked {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with a content type of one's own. */
  readonly payload?: string | Buffer;
  /** The version that was seen, for If-Match. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with a browser: asks at one host, from one network address, and keeps the cookies. */
export class TestClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    readonly host: string,
    private readonly address = '127.0.0.1',
  ) {}

  get(path: string, asked: Asked = {}): Promise<Answer> {
    return this.ask('GET', path, asked);
  }

  post(path: string, body?: unknown, asked: Asked = {}): Promise<Answer> {
    return this.ask('POST', path, { body, ...asked });
  }

  put(path: string, version: number, body: unknown): Promise<Answer> {
    return this.ask('PUT', path, { version, body });
  }

  patch(path: string, version: number, body: unknown): Promise<Answer> {
    return this.ask('PATCH', path, { version, body });
  }

  /** A form with its fields and, as its last part, a file. */
  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: UploadedFile,
    headers: Readonly<Record<string, string>> = {},
    method: Method = 'POST',
  ): Promise<Answer> {
    const boundary = 'part-of-the-form';
    const field = ([name, value]: [string, string]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/pdf'}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(Object.entries(fields).map(field).join('') + head),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.ask(method, path, {
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    });
  }

  /** @param path below /api/v1. */
  ask(method: Method, path: string, asked: Asked = {}): Promise<Answer> {
    return this.at(method, `/api/v1${path}`, asked);
  }

  /** @param url the whole path. */
  async at(method: Method, url: string, { body, payload, version, headers }: Asked = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        host: this.host,
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    for (const { name, value } of answer.cookies) this.cookies.set(name, value);
    return answer;
  }

  /** The same person at another host, with the same cookies. */
  movedTo(host: string): TestClient {
    return this.copy(host, this.address);
  }

  /** The same person with the same cookies, who asks from another network address. */
  from(address: string): TestClient {
    return this.copy(this.host, address);
  }

  /** Another browser with the cookies as they are now: what a thief has. */
  stolen(): TestClient {
    return this.copy(this.host, this.address);
  }

  private copy(host: string, address: string): TestClient {
    const copy = new TestClient(this.app, host, address);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

export interface UploadedFile {
  readonly name: string;
  /** What the browser says it is; default a PDF. */
  readonly type?: string;
  readonly bytes: Buffer;
}

/** What came of several questions at once, whatever the order in which they were answered. */
export function statusesOf(answers: readonly Answer[]): number[] {
  return answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
}
