import { Readable } from 'node:stream';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { systemActor } from '@weerbaar/kernel/context';
import type { FileStore, Upload } from '@weerbaar/kernel/files';
import { documentUpload, type IncomingFile, storedWith, UploadInterceptor } from './upload.js';

/** Real: the interceptor and the order of storing. Not real: the request and the store of files. */

type Part = { fieldname: string; value: string } | { filename: string; file: Readable };

function form(...parts: readonly Part[]) {
  async function* read() {
    for (const part of parts)
      yield { type: 'file' in part ? 'file' : 'field', valueTruncated: false, ...part };
  }
  return {
    isMultipart: () => true,
    parts: read,
    body: undefined as unknown,
    incomingFile: undefined as IncomingFile | undefined,
  };
}

const field = (fieldname: string, value: string): Part => ({ fieldname, value });
const file = (text: string): Part & { file: Readable } => ({
  filename: 'a.pdf',
  file: Readable.from([Buffer.from(text)]),
});

async function take(
  request: object,
  handle: () => Promise<unknown> = () => Promise.resolve(),
): Promise<unknown> {
  const context = { switchToHttp: () => ({ getRequest: () => request }) };
  const next = { handle: (): Observable<unknown> => from(handle()) };
  return firstValueFrom(await new UploadInterceptor().intercept(context as never, next));
}

async function textOf(stream: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const malformed = { type: 'malformed-request' };

describe('a form with a file', () => {
  it('gives its fields as the body, to be checked as any other, and its file unread', async () => {
    const request = form(field('title', 'Gedragscode'), field('note', ''), file('the text'));
    await take(request, async () => {
      expect(request.body).toEqual({ title: 'Gedragscode' });
      expect(await textOf(request.incomingFile?.stream)).toBe('the text');
    });
  });

  it('may come without a file', async () => {
    const request = form(field('title', 'Gedragscode'));
    await take(request);
    expect(request).toMatchObject({ body: { title: 'Gedragscode' }, incomingFile: undefined });
  });

  it('is refused when it says one thing twice', async () => {
    await expect(take(form(field('title', 'A'), field('title', 'B')))).rejects.toMatchObject(malformed);
  });

  it.each<[string, Part]>([
    ['a field', field('title', 'A')],
    ['a second file', file('another')],
  ])('is refused when %s comes after the file, instead of losing it', async (_what, part) => {
    const request = form(file('the text'), part);
    await expect(take(request, () => textOf(request.incomingFile?.stream))).rejects.toMatchObject(malformed);
  });

  it('is refused when it breaks off', async () => {
    const broken = new Readable({ read() {} });
    const request = form({ filename: 'a.pdf', file: broken });
    const reading = take(request, () => textOf(request.incomingFile?.stream));
    broken.push('half a te');
    broken.destroy(new Error('Unexpected end of multipart data'));
    await expect(reading).rejects.toMatchObject(malformed);
  });

  it('is read away when it is refused before its file was read, so that the sender gets the answer', async () => {
    const upload = file('a long text');
    await expect(take(form(upload), () => Promise.reject(new Error('not permitted')))).rejects.toThrow(
      'not permitted',
    );
    await vi.waitFor(() => expect(upload.file.readableEnded).toBe(true));
  });

  it('leaves a JSON body as it is', async () => {
    const request = { isMultipart: () => false, body: { title: 'A' } };
    await take(request);
    expect(request.body).toEqual({ title: 'A' });
  });
});

describe('storing a file with its record', () => {
  const rules = documentUpload('policy-document');
  const incoming = (): IncomingFile => ({ name: 'a.pdf', stream: Readable.from([Buffer.from('text')]) });

  function store() {
    const kept = new Set<string>();
    const files = {
      write: (_actor: unknown, { name }: Upload) => {
        kept.add(name);
        return Promise.resolve({ id: name });
      },
      remove: (id: string) => {
        kept.delete(id);
        return Promise.resolve();
      },
    };
    return { kept, files: files as unknown as FileStore };
  }

  it('keeps both', async () => {
    const { kept, files } = store();
    const record = await storedWith(files, systemActor, rules, incoming(), (id) =>
      Promise.resolve({ fileId: id }),
    );
    expect(record).toEqual({ fileId: 'a.pdf' });
    expect(kept).toEqual(new Set(['a.pdf']));
  });

  it('keeps neither when the record can not be made', async () => {
    const { kept, files } = store();
    const failing = storedWith(files, systemActor, rules, incoming(), () =>
      Promise.reject(new Error('conflict')),
    );
    await expect(failing).rejects.toThrow('conflict');
    expect(kept.size).toBe(0);
  });

  it('makes the record alone when there is no file', async () => {
    const { files } = store();
    expect(await storedWith(files, systemActor, rules, undefined, (id) => Promise.resolve(id))).toBeNull();
  });
});
