import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import pg from 'pg';
import { FixedClock } from '@weerbaar/kernel/clock';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { DatabaseFileStore } from './database-file-store.js';
import { FileRepository } from './file.repository.js';
import { documentUploadTypes, uploadLimitBytes } from './media-type.js';

/** Real: PostgreSQL as the application role, file recognition. Not real: the clock and the sender. */

const mebibyte = 1024 * 1024;
const clock = new FixedClock(new Date('2026-04-14T10:00:00Z'));
const accountId = newId();
const person: Actor = { ...systemActor, kind: 'person', accountId };
const pdfStart = Buffer.from('%PDF-1.7\n');

let database: TestDatabase;
let store: DatabaseFileStore;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase();
  store = new DatabaseFileStore(database.transactions, new FileRepository(database.transactions), clock);
});
beforeEach(async () => {
  organisation = await database.createOrganisation();
});
afterAll(() => database.close());

function here<T>(work: () => Promise<T>): Promise<T> {
  return database.asOrganisation(organisation, work);
}

function upload(name: string, limitBytes = uploadLimitBytes) {
  return { name, purpose: 'policy-document', accept: documentUploadTypes, limitBytes };
}

/** A document of a size that never is in memory whole; `onPiece` sees how many bytes were asked for. */
async function* pdfOfSize(
  size: number,
  onPiece?: (given: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield pdfStart;
  for (let given = pdfStart.length; given < size;) {
    const piece = randomBytes(Math.min(64 * 1024, size - given));
    given += piece.length;
    yield piece;
    await onPiece?.(given);
  }
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of stream) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest('hex') };
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function rowsLeft(): Promise<{ files: number; chunks: number }> {
  const [counts] = await database.inOrganisation(organisation, () =>
    database.transactions.manager.query<{ files: number; chunks: number }[]>(
      'select (select count(*)::int from file) as files, (select count(*)::int from file_chunk) as chunks',
    ),
  );
  return counts!;
}

describe('an upload', () => {
  it('comes back as it went in, with what is known of it', async () => {
    const content = Buffer.concat([pdfStart, randomBytes(2.5 * mebibyte)]);
    const stored = await here(() =>
      store.write(person, upload('../Gedragscode.pdf'), Readable.from([content])),
    );
    expect(stored).toEqual({
      id: stored.id,
      name: 'Gedragscode.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      purpose: 'policy-document',
      createdAt: clock.now(),
      createdBy: accountId,
    });
    expect(await here(() => store.describe(stored.id))).toEqual(stored);
    const { file, chunks } = await here(() => store.open(stored.id));
    expect(file).toEqual(stored);
    // Outside the context on purpose: a web server reads the stream from its socket's events.
    expect((await bytesOf(chunks)).equals(content)).toBe(true);
  });

  it('of exactly 25 MB is kept while it comes in, at most two chunks behind', async () => {
    let furthestBehind = 0;
    const stream = pdfOfSize(uploadLimitBytes, async (given) => {
      const { chunks } = await rowsLeft();
      furthestBehind = Math.max(furthestBehind, given - chunks * mebibyte);
    });
    const stored = await here(() => store.write(person, upload('groot.pdf'), stream));
    expect(stored.size).toBe(uploadLimitBytes);
    expect(furthestBehind).toBeLessThanOrEqual(2 * mebibyte);
    const { chunks } = await here(() => store.open(stored.id));
    expect(await hashOf(chunks)).toEqual({ size: stored.size, sha256: stored.sha256 });
  });

  it.each([
    ['of one byte over 25 MB', () => pdfOfSize(uploadLimitBytes + 1), 'too-large'],
    ['without bytes', () => Readable.from([]), 'invalid-input'],
    ['of empty pieces', () => Readable.from([Buffer.alloc(0)]), 'invalid-input'],
    [
      'of a web page called PDF',
      () => Readable.from([Buffer.from('<html><body>')]),
      'unsupported-media-type',
    ],
    ['of a document with macros', () => Readable.from([documentWithMacros()]), 'unsupported-media-type'],
  ])('%s is refused and leaves nothing', async (_, stream, type) => {
    await expect(here(() => store.write(person, upload('naam'), stream()))).rejects.toMatchObject({ type });
    expect(await rowsLeft()).toEqual({ files: 0, chunks: 0 });
  });

  it('over a limit is told what the limit is', async () => {
    const refusal = here(() => store.write(person, upload('a.pdf', 2.5 * mebibyte), pdfOfSize(3 * mebibyte)));
    await expect(refusal).rejects.toMatchObject({ detail: { nl: expect.stringContaining('2,5 MB') } });
  });

  it('that breaks off leaves nothing and tells why', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* pdfOfSize(3 * mebibyte);
      throw new Error('connection reset');
    }
    await expect(here(() => store.write(person, upload('a.pdf'), broken()))).rejects.toThrow(
      'connection reset',
    );
    expect(await rowsLeft()).toEqual({ files: 0, chunks: 0 });
  });

  it('whose sender goes away leaves nothing', async () => {
    const sender = Readable.from(pdfOfSize(20 * mebibyte));
    const writing = here(() => store.write(person, upload('a.pdf'), sender));
    await vi.waitFor(async () => expect((await rowsLeft()).chunks).toBeGreaterThan(1));
    sender.destroy();
    await expect(writing).rejects.toThrow(/premature|aborted/i);
    expect(await rowsLeft()).toEqual({ files: 0, chunks: 0 });
  });

  it('that can not be kept closes the stream of its sender', async () => {
    const sender = Readable.from(pdfOfSize(30 * mebibyte));
    await expect(here(() => store.write(person, upload('a.pdf'), sender))).rejects.toMatchObject({
      type: 'too-large',
    });
    expect(sender.destroyed).toBe(true);
  });

  it.each(['../../a.pdf', 'a\0b.pdf', 'a\u202Efdp.exe', 'x'.repeat(500), '政策 📄.pdf'])(
    'may have a hostile name: %j',
    async (name) => {
      const stored = await here(() => store.write(person, upload(name), pdfOfSize(100)));
      expect(stored.name).toMatch(/^[^/\\\p{Control}\p{Format}]{1,196}\.pdf$/u);
      expect((await here(() => store.describe(stored.id))).name).toBe(stored.name);
    },
  );
});

describe('a file', () => {
  it('does not exist for another organisation', async () => {
    const stored = await here(() => store.write(person, upload('a.pdf'), pdfOfSize(100)));
    const other = await database.createOrganisation();
    await database.asOrganisation(other, async () => {
      await expect(store.describe(stored.id)).rejects.toMatchObject({ type: 'not-found' });
      await expect(store.open(stored.id)).rejects.toMatchObject({ type: 'not-found' });
      await store.remove(stored.id);
    });
    expect(await here(() => store.describe(stored.id))).toEqual(stored);
  });

  it('does not exist while it comes in', async () => {
    const refusals: unknown[] = [];
    const stream = pdfOfSize(2 * mebibyte, async () => {
      const [row] = await database.inOrganisation(organisation, () =>
        database.transactions.manager.query<{ id: string }[]>('select id from file'),
      );
      if (row) refusals.push(await store.describe(row.id).catch((error: unknown) => error));
    });
    await here(() => store.write(person, upload('a.pdf'), stream));
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toMatchObject({ type: 'not-found' });
  });

  it('can be removed, and removing it again does no harm', async () => {
    const stored = await here(() => store.write(person, upload('a.pdf'), pdfOfSize(100)));
    await here(() => store.remove(stored.id));
    await here(() => store.remove(stored.id));
    await expect(here(() => store.open(stored.id))).rejects.toMatchObject({ type: 'not-found' });
    expect(await rowsLeft()).toEqual({ files: 0, chunks: 0 });
  });

  it('can not be changed once it is complete', async () => {
    const stored = await here(() => store.write(person, upload('a.pdf'), pdfOfSize(100)));
    const query = (sql: string) =>
      database.inOrganisation(organisation, () =>
        database.transactions.manager.query<[unknown[], number]>(sql, [stored.id]),
      );
    expect(await query('update file set size = 1 where id = $1')).toEqual([[], 0]);
    await expect(query(`update file set name = 'b.pdf' where id = $1`)).rejects.toThrow(/permission denied/);
    await expect(query(`update file_chunk set bytes = 'x' where file_id = $1`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(query('delete from file_chunk where file_id = $1')).rejects.toThrow(/permission denied/);
  });

  it('that was damaged in the storage is never given whole', async () => {
    const stored = await here(() => store.write(person, upload('a.pdf'), pdfOfSize(2 * mebibyte)));
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query('update file_chunk set bytes = set_byte(bytes, 10, 0) where file_id = $1', [
      stored.id,
    ]);
    await superuser.end();
    const { chunks } = await here(() => store.open(stored.id));
    const given: Uint8Array[] = [];
    await expect(
      (async () => {
        for await (const chunk of chunks) given.push(chunk);
      })(),
    ).rejects.toThrow(/checksum/);
    expect(given).toHaveLength(1);
  });
});

describe('a generated document', () => {
  const generated = {
    name: 'Jaarverslag 2026',
    purpose: 'report-document',
    mediaType: 'application/pdf',
  } as const;
  const bytes = Buffer.concat([pdfStart, randomBytes(1.5 * mebibyte)]);

  it('is kept under its own name and type', async () => {
    const stored = await here(() => store.writeBytes(systemActor, generated, bytes));
    expect(stored).toMatchObject({ name: 'Jaarverslag 2026.pdf', size: bytes.length, createdBy: null });
    const { chunks } = await here(() => store.open(stored.id));
    expect((await bytesOf(chunks)).equals(bytes)).toBe(true);
  });

  it('made twice at once under one id is one file', async () => {
    const id = newId();
    const [one, two] = await Promise.all(
      [1, 2].map(() => here(() => store.writeBytes(systemActor, { ...generated, id }, bytes))),
    );
    expect(two).toEqual(one);
    expect(await rowsLeft()).toEqual({ files: 1, chunks: 2 });
  });

  it('never replaces another', async () => {
    const id = newId();
    await here(() => store.writeBytes(systemActor, { ...generated, id }, bytes));
    await expect(
      here(() => store.writeBytes(systemActor, { ...generated, id }, Buffer.from('other'))),
    ).rejects.toThrow(/other content/);
  });

  it('joins the work it belongs to', async () => {
    const failing = database.inOrganisation(organisation, async () => {
      await store.writeBytes(systemActor, generated, bytes);
      throw new Error('the rest went wrong');
    });
    await expect(failing).rejects.toThrow('the rest went wrong');
    expect(await rowsLeft()).toEqual({ files: 0, chunks: 0 });
  });
});

describe('abandoned uploads', () => {
  it('are removed; files that a record refers to and fresh uploads stay', async () => {
    const files = new FileRepository(database.transactions);
    const begin = (createdAt: Date) =>
      database.inOrganisation(organisation, async () => {
        const id = newId();
        const file = {
          id,
          name: 'a.pdf',
          mediaType: 'application/pdf',
          purpose: 'x',
          createdAt,
          createdBy: null,
        } as const;
        await files.begin(file);
        await files.addChunk(id, 0, Buffer.from('part'));
      });
    const logo = await here(() => store.write(person, upload('a.pdf'), pdfOfSize(100)));
    await referTo(logo.id);
    await begin(new Date('2026-04-12T10:00:00Z'));
    await begin(new Date('2026-04-14T09:59:00Z'));
    const removed = await here(() => store.removeAbandoned(new Date('2026-04-13T10:00:00Z')));
    expect(removed).toBe(1);
    expect(await rowsLeft()).toEqual({ files: 2, chunks: 2 });
  });

  it('are those as well of which the record never came, as when the process was killed in between', async () => {
    const [alone, kept] = [
      await here(() => store.write(person, upload('a.pdf'), pdfOfSize(100))),
      await here(() => store.write(person, upload('b.pdf'), pdfOfSize(100))),
    ];
    await referTo(kept.id);
    expect(await here(() => store.removeAbandoned(new Date('2026-04-14T09:59:00Z')))).toBe(0);
    expect(await here(() => store.removeAbandoned(new Date('2026-04-14T10:01:00Z')))).toBe(1);
    await expect(here(() => store.describe(alone.id))).rejects.toMatchObject({ type: 'not-found' });
    expect(await here(() => store.describe(kept.id))).toEqual(kept);
  });
});

/** The record of a file: here the house style, of which it is the logo. */
async function referTo(fileId: string): Promise<void> {
  await database.inOrganisation(organisation, () =>
    database.transactions.manager.query(
      `insert into house_style (id, brand_colour, action_colour, logo_file_id) values ($1, '#0b3a4f', '#0b3a4f', $2)`,
      [newId(), fileId],
    ),
  );
}

function documentWithMacros(): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const entries = {
    '[Content_Types].xml': strToU8(`<Types><Override ContentType="${main}"/></Types>`),
    'word/document.xml': strToU8('<x/>'),
    'word/vbaProject.bin': randomBytes(1.5 * mebibyte),
  };
  return Buffer.from(zipSync(entries, { level: 0 }));
}
