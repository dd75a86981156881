import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient, UploadedFile } from '../support/test-client.js';

// Real: the API, PostgreSQL, the storage of files. Not real: the network.

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let bram: TestClient;
let today: string;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('bouwstenen', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
    hugo: ['employee', 'human-resources'],
  });
  anna = await organisation.signIn('anna');
  bram = await organisation.signIn('bram');
  [{ today }] = (await api.asSuperuser<{ today: string }>(
    `select to_char(now() at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as today`,
  )) as [{ today: string }];
});

afterAll(() => api.close());

interface Block {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

async function block(code: string): Promise<Block> {
  const { items } = (await anna.get('/building-blocks?pageSize=200')).json();
  return items.find((candidate: Block) => candidate.code === code);
}

async function newDocument(code = '3a'): Promise<string> {
  const { id } = await block(code);
  const added = await anna.post(`/building-blocks/${id}/policy-documents`, {
    title: 'Gedragscode',
    kind: 'regulation',
  });
  expect(added.statusCode).toBe(201);
  return added.json().id;
}

const adopted = { adoptedOn: '2025-02-04', adoptedBy: 'college', validFrom: '2025-03-01' };

function pdf(text: string, size = 0): UploadedFile {
  const body = Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
  return {
    name: 'gedragscode.pdf',
    bytes: Buffer.concat([body, Buffer.alloc(Math.max(0, size - body.length), ' ')]),
  };
}

function send(documentId: string, file: UploadedFile, fields: Record<string, string> = adopted) {
  return anna.upload(`/policy-documents/${documentId}/versions`, fields, file);
}

describe('the set of an organisation', () => {
  it('is there from the first day: eight themes, 45 building blocks, on pages', async () => {
    expect((await bram.get('/themes')).json()).toHaveLength(8);
    const first = (await bram.get('/building-blocks?pageSize=20')).json();
    expect(first).toMatchObject({ page: 1, pageSize: 20, total: 45 });
    const pages = await Promise.all(
      [1, 2, 3].map((page) => bram.get(`/building-blocks?pageSize=20&page=${page}`)),
    );
    const codes = pages.flatMap((page) => page.json().items.map(({ code }: Block) => code));
    expect(new Set(codes).size).toBe(45);
  });

  it('is listed with what was judged, and why only at the block itself', async () => {
    const { id } = await block('7a');
    const said = { aspect: 'design', judgement: 'partial', reason: 'Omdat', evidence: 'Gelezen' };
    const day = { periodFrom: today, periodTo: today };
    expect((await anna.post(`/building-blocks/${id}/assessments`, { ...said, ...day })).statusCode).toBe(201);
    const { items } = (await bram.get('/building-blocks?theme=7')).json();
    const { state } = items.find((listed: Block) => listed.id === id);
    expect(state[0]).toEqual({ aspect: 'design', derived: 'insufficient', assessed: 'partial' });
    expect((await bram.get(`/building-blocks/${id}`)).json().state[0]).toMatchObject({ assessed: said });
  });

  it('gets names of its own, for who has seen the last version', async () => {
    const { id } = await block('3a');
    const before = await anna.get(`/building-blocks/${id}`);
    const version = Number(before.headers.etag?.replaceAll('"', ''));
    const renamed = await anna.patch(`/building-blocks/${id}`, version, { name: 'Gedragscode Proefstad' });
    expect(renamed.statusCode).toBe(200);
    expect(renamed.headers.etag).toBe(`"${version + 1}"`);
    expect((await anna.patch(`/building-blocks/${id}`, version, { name: 'Anders' })).statusCode).toBe(412);
    expect((await bram.get(`/building-blocks/${id}`)).json()).toMatchObject({
      name: 'Gedragscode Proefstad',
      reference: { code: '3a' },
    });
    const history = (await anna.get(`/building-blocks/${id}/history`)).json();
    expect(history.items[0]).toMatchObject({
      action: 'catalogue.building-block-changed',
      accountId: organisation.people.anna?.accountId,
      before: { name: before.json().name },
      after: { name: 'Gedragscode Proefstad' },
    });
  });

  it('is changed by the integrity adviser only', async () => {
    const { id, version } = await block('3b');
    expect((await bram.patch(`/building-blocks/${id}`, version, { name: 'Van Bram' })).statusCode).toBe(403);
    expect(
      (await bram.post('/building-blocks', { code: '3z', name: 'x', reviewIntervalMonths: 12 })).statusCode,
    ).toBe(403);
    expect((await bram.get(`/building-blocks/${id}`)).json().abilities).toMatchObject({ change: false });
    expect((await anna.get(`/building-blocks/${id}`)).json().abilities).toMatchObject({ change: true });
  });

  it('keeps what has ended', async () => {
    const added = await anna.post('/building-blocks', {
      code: '3z',
      name: 'Proeftuin',
      reviewIntervalMonths: 12,
    });
    const { id, version } = added.json();
    expect(
      (await anna.post('/building-blocks', { code: '3z', name: 'Nog een', reviewIntervalMonths: 12 }))
        .statusCode,
    ).toBe(409);
    const ended = await anna.post(`/building-blocks/${id}/_end`, { validTo: today }, { version });
    expect(ended.json()).toMatchObject({ validTo: today });
    expect((await bram.get(`/building-blocks/${id}`)).statusCode).toBe(200);
  });
});

describe('a policy document', () => {
  it('comes back byte for byte, under a safe name and never to be run', async () => {
    const id = await newDocument();
    const file = pdf('de tekst', 300_000);
    const added = await send(id, { ...file, name: '../../Gedragscode "2025" é漢.pdf' });
    expect(added.statusCode).toBe(201);
    const down = await bram.get(`/policy-documents/${id}/versions/1/file`);
    expect(down.rawPayload.equals(file.bytes)).toBe(true);
    expect(down.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(file.bytes.length),
      'x-content-type-options': 'nosniff',
    });
    expect(down.headers['content-disposition']).toMatch(/^attachment/);
    expect(down.headers['content-disposition']).not.toMatch(/\.\.|\//);
  });

  it('keeps every version as it was', async () => {
    const id = await newDocument();
    const [first, second] = [pdf('eerste'), pdf('tweede')];
    await send(id, first);
    const after = await send(id, second, { ...adopted, adoptedOn: '2026-01-06', validFrom: '2026-01-07' });
    expect(
      after
        .json()
        .versions.map(({ number, inForce }: { number: number; inForce: boolean }) => [number, inForce]),
    ).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await anna.get(`/policy-documents/${id}/versions/1/file`)).rawPayload.equals(first.bytes)).toBe(
      true,
    );
    expect((await anna.get(`/policy-documents/${id}/versions/2/file`)).rawPayload.equals(second.bytes)).toBe(
      true,
    );
    expect((await anna.get(`/policy-documents/${id}/versions/3/file`)).statusCode).toBe(404);
  });

  it('gets its numbers one after the other, also when two are sent at once', async () => {
    const id = await newDocument();
    const answers = await Promise.all([1, 2, 3].map((number) => send(id, pdf(`tegelijk ${number}`))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    const { items } = (await anna.get(`/building-blocks/${(await block('3a')).id}/policy-documents`)).json();
    const { versions } = items.find((document: { id: string }) => document.id === id);
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
  });

  it.each<[string, UploadedFile, number]>([
    ['of 0 bytes', { name: 'leeg.pdf', bytes: Buffer.alloc(0) }, 400],
    ['of 26 MB', pdf('groot', 26 * 1024 * 1024), 413],
    [
      'that is a web page with another name',
      { name: 'code.pdf', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
      415,
    ],
    ['that is a PDF called a picture', { ...pdf('plaatje'), name: 'foto.png' }, 415],
    [
      'that is a program',
      { name: 'code.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]) },
      415,
    ],
    [
      'that is SVG',
      {
        name: 'code.svg',
        type: 'image/svg+xml',
        bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      },
      415,
    ],
  ])('%s is refused and leaves nothing behind', async (_, file, status) => {
    const id = await newDocument();
    const count = async () =>
      (await api.asSuperuser<{ count: number }>('select count(*)::int as count from file'))[0]?.count;
    const before = await count();
    const answer = await send(id, file);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await count()).toBe(before);
    expect((await anna.get(`/policy-documents/${id}/versions/1/file`)).statusCode).toBe(404);
  });

  it('with faults in its fields is not kept, and all faults are told', async () => {
    const id = await newDocument();
    const answer = await send(id, pdf('x'), { adoptedOn: '2025-02-30', adoptedBy: '', validFrom: 'ooit' });
    expect(answer.statusCode).toBe(400);
    const paths = answer.json().errors.map(({ path }: { path: string }) => path);
    expect(paths.toSorted()).toEqual(['adoptedBy', 'adoptedOn', 'validFrom']);
  });

  it('adopted tomorrow is refused', async () => {
    const id = await newDocument();
    const answer = await send(id, pdf('x'), { ...adopted, adoptedOn: '2099-01-01' });
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: [{ path: 'adoptedOn', code: 'in-the-future' }],
    });
  });

  it('can be added by who owns the block, and by nobody else', async () => {
    const { id, version } = await block('4a');
    const owner = { kind: 'person', personId: organisation.people.hugo?.personId };
    expect((await anna.patch(`/building-blocks/${id}`, version, { owner })).statusCode).toBe(200);
    const wanted = { title: 'Werving', kind: 'protocol' };
    const hugo = await organisation.signIn('hugo');
    expect((await hugo.post(`/building-blocks/${id}/policy-documents`, wanted)).statusCode).toBe(201);
    expect((await bram.post(`/building-blocks/${id}/policy-documents`, wanted)).statusCode).toBe(403);
  });

  it('that is cut off on its way does not hang and leaves nothing', async () => {
    const id = await newDocument();
    const answer = await anna.ask('POST', `/policy-documents/${id}/versions`, {
      payload: '--x\r\ncontent-disposition: form-data; name="adoptedOn"\r\n\r\n2025-0',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer.json()).toMatchObject({ status: 400 });
  });
});

describe('the order of a theme', () => {
  it('is not given by who does not say which one they have seen', async () => {
    const answer = await anna.post('/themes/7/_reorder', { buildingBlockIds: [] });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'seenIds', code: 'required' }] });
  });

  it('is taken once when several give one at the same moment; the others are told', async () => {
    const ids = async (): Promise<string[]> =>
      (await anna.get('/building-blocks?theme=7')).json().items.map(({ id }: Block) => id);
    const seenIds = await ids();
    const orders = seenIds.slice(1).map((_, by) => [...seenIds.slice(by + 1), ...seenIds.slice(0, by + 1)]);
    const answers = await Promise.all(
      orders.map((buildingBlockIds) => anna.post('/themes/7/_reorder', { buildingBlockIds, seenIds })),
    );
    const taken = orders.filter((_, index) => answers[index]!.statusCode < 300);
    expect(taken).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 412)).toHaveLength(orders.length - 1);
    expect(await ids()).toEqual(taken[0]);
  });
});
