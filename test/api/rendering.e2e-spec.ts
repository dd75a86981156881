import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

// Real: the API, a worker with its queue in PostgreSQL, typst in its own process, all six formats. Not real: the
// network, and that the worker is in this process. The text of a PDF is read with pdftotext where the machine has it.

const formats = ['archive-pdf', 'html', 'pdf', 'spreadsheet', 'tables-csv', 'word'];
const hasTextReader = spawnSync('pdftotext', ['-v']).error === undefined;

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let simon: TestClient;
let today: string;
let blockId: string;
let nextYear = 2000;

beforeAll(async () => {
  api = await openTestApi();
  await api.startWorker();
  today = api.app.get(Clock).today();
  organisation = await api.createOrganisation('drukwerk', {
    anna: ['employee', 'integrity-adviser'],
    simon: ['employee', 'municipal-secretary', 'works-council'],
    Eigenaarsnaam: ['employee'],
  });
  anna = await organisation.signIn('anna');
  simon = await organisation.signIn('simon');
  blockId = (await anna.get('/building-blocks')).json().items[0].id;
});

afterAll(() => api.close());

interface Plan {
  readonly id: string;
  readonly year: number;
}

async function newPlan(...actions: object[]): Promise<Plan> {
  const year = nextYear++;
  await anna.post('/annual-cycles', { year });
  for (const action of actions) {
    const added = await anna.post(`/annual-cycles/${year}/actions`, {
      buildingBlockId: blockId,
      title: 'x',
      quarter: 1,
      ...action,
    });
    expect(added.statusCode).toBe(201);
  }
  const { id } = (await anna.post(`/annual-cycles/${year}/annual-documents`, { kind: 'plan' })).json();
  return { id, year };
}

async function act({ id }: Plan, client: TestClient, what: string, body?: object): Promise<Answer> {
  const { version } = (await anna.get(`/annual-documents/${id}`)).json();
  return client.post(`/annual-documents/${id}/${what}`, body, { version });
}

async function adopt(plan: Plan): Promise<void> {
  await act(plan, anna, '_submit');
  for (const outcome of ['approved', 'approved', 'discussed', 'approved', 'informed'])
    expect((await act(plan, simon, 'adoption-decisions', { outcome, decidedOn: today })).statusCode).toBe(
      201,
    );
}

function request({ id }: Plan, edition: 'internal' | 'public', language = 'nl'): Promise<Answer> {
  return anna.post(`/annual-documents/${id}/renderings`, { edition, language });
}

interface Rendering {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
  readonly errorCode: string | null;
  readonly files: readonly {
    readonly format: string;
    readonly href: string;
    readonly size: number;
    readonly sha256: string;
    readonly mediaType: string;
  }[];
}

async function finished(id: string): Promise<{ rendering: Rendering; seen: number[] }> {
  const seen: number[] = [];
  for (;;) {
    const rendering: Rendering = (await anna.get(`/renderings/${id}`)).json();
    seen.push(rendering.progress);
    if (rendering.state === 'done' || rendering.state === 'failed') return { rendering, seen };
    await sleep(50);
  }
}

async function render(plan: Plan, edition: 'internal' | 'public', language = 'nl'): Promise<Rendering> {
  const asked = await request(plan, edition, language);
  expect(asked.statusCode).toBe(202);
  const { rendering } = await finished(asked.json().id);
  expect(rendering).toMatchObject({ state: 'done', errorCode: null });
  return rendering;
}

async function bytesOf(rendering: Rendering, format: string): Promise<Buffer> {
  const answer = await anna.get(`/renderings/${rendering.id}/files/${format}`);
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function htmlOf(rendering: Rendering): Promise<string> {
  return (await bytesOf(rendering, 'html')).toString('utf8');
}

function textOf(pdf: Buffer): string {
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf })
    .stdout.toString('utf8')
    .replaceAll('\u200b', '')
    .replaceAll(/\s+/g, ' ');
}

const byFormat = ({ files }: Rendering) =>
  Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256]));

describe('a document', () => {
  it('is made in six formats, with progress up to 100 that never goes back', async () => {
    const plan = await newPlan({ title: 'Gedragscode herzien', budget: 1500 });
    const asked = await request(plan, 'internal');
    expect(asked.json()).toMatchObject({
      documentId: plan.id,
      edition: 'internal',
      state: 'queued',
      files: [],
    });
    const { rendering, seen } = await finished(asked.json().id);
    expect(rendering).toMatchObject({ state: 'done', progress: 100 });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(rendering.files.map(({ format }) => format)).toEqual(formats);
    for (const { format, href, size, mediaType } of rendering.files) {
      const answer = await anna.at('GET', href);
      expect([format, answer.statusCode, answer.rawPayload.length]).toEqual([format, 200, size]);
      expect(answer.headers['content-type']).toContain(mediaType.split(';')[0]);
      expect(answer.headers['content-security-policy']).toMatch(
        format === 'html'
          ? /^default-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:;/
          : /^default-src 'none'; style-src 'none';/,
      );
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    expect(await htmlOf(rendering)).toContain('Gedragscode herzien');
  });

  it('is in the list of what was made, newest first: when, for whom, by whom, and its files', async () => {
    const plan = await newPlan();
    const path = `/annual-documents/${plan.id}/renderings`;
    const first = await render(plan, 'internal');
    const second = (await simon.post(path, { edition: 'public' })).json();
    await finished(second.id);
    await render(plan, 'internal');
    const all = (await anna.get(path)).json();
    expect(all).toMatchObject({
      total: 2,
      items: [
        { id: second.id, edition: 'public', requestedBy: { personId: organisation.people.simon?.personId } },
        { id: first.id, edition: 'internal', requestedBy: { personId: organisation.people.anna?.personId } },
      ],
    });
    expect(all.items[0].requestedBy.name).toContain('simon');
    expect(all.items[1].files).toEqual(first.files);
    expect(Date.parse(all.items[0].requestedAt)).toBeGreaterThan(Date.parse(all.items[1].requestedAt));
    expect((await anna.get(`${path}?page=2&pageSize=1`)).json()).toMatchObject({
      total: 2,
      items: [{ id: first.id }],
    });
  });

  it('that is asked for twice is made once', async () => {
    const plan = await newPlan();
    const answers = await Promise.all([1, 2, 3].map(() => request(plan, 'public')));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    const { rendering } = await finished(answers[0]?.json().id);
    expect((await request(plan, 'public')).json()).toEqual(rendering);
    const runs = await api.asSuperuser('select from job_run where subject = $1', [rendering.id]);
    expect(runs).toHaveLength(1);
  });

  it('without a single action is a whole document', async () => {
    const rendering = await render(await newPlan(), 'internal');
    expect(rendering.files).toHaveLength(6);
    expect((await bytesOf(rendering, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('has the same bytes in every format when it is made again', async () => {
    const plan = await newPlan({ title: 'Nog eens', hours: 12 });
    const first = await render(plan, 'internal');
    await api.asSuperuser(
      `delete from outbox_event where job_run_id in (select id from job_run where subject = $1)`,
      [first.id],
    );
    await api.asSuperuser('delete from job_run where subject = $1', [first.id]);
    const removed = await api.asSuperuser<{ file_id: string }>(
      'delete from rendered_file where rendering_id = $1 returning file_id',
      [first.id],
    );
    await api.asSuperuser('delete from file where id = any ($1)', [removed.map(({ file_id }) => file_id)]);
    const second = await render(plan, 'internal');
    expect(second.id).toBe(first.id);
    expect(byFormat(second)).toEqual(byFormat(first));
  });

  it('changes when what it says changes, and what was made before stays', async () => {
    const plan = await newPlan();
    const before = await render(plan, 'internal');
    const body = {
      type: 'document',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Een nieuwe zin.' }] }],
    };
    await anna.put(`/annual-documents/${plan.id}/chapters/communication`, 0, { body });
    const after = await render(plan, 'internal');
    expect(after.id).not.toBe(before.id);
    expect(await htmlOf(after)).toContain('Een nieuwe zin.');
    expect(await htmlOf(before)).not.toContain('Een nieuwe zin.');
  });

  it('is in the language that was asked for', async () => {
    const html = await htmlOf(await render(await newPlan(), 'internal', 'en'));
    expect(html).toContain('lang="en"');
    expect(html).toContain('Annual integrity plan');
  });
});

describe('the public edition', () => {
  const readable = formats.filter((format) => hasTextReader || !format.endsWith('pdf'));

  it('names the role of an owner where the internal one has names too, and of a person only that it is one', async () => {
    const personId = organisation.people.Eigenaarsnaam?.personId;
    const plan = await newPlan(
      { title: 'Met rol', owner: { kind: 'role', role: 'human-resources' } },
      { title: 'Met mens', owner: { kind: 'person', personId } },
    );
    const open = await htmlOf(await render(plan, 'public'));
    expect(open).toMatch(/Met rol<\/td>.*?<td>Personeel en organisatie<\/td>/);
    expect(open).toMatch(/Met mens<\/td>.*?<td>Medewerker<\/td>/);
    const internal = await htmlOf(await render(plan, 'internal'));
    expect(internal).toContain('Eigenaarsnaam');
    expect(internal).not.toContain('>Wie<');
  });

  it('holds no names of owners, in any format; the internal one does', async () => {
    const personId = organisation.people.Eigenaarsnaam?.personId;
    const plan = await newPlan({ title: 'Met eigenaar', owner: { kind: 'person', personId } });
    const [internal, open] = [await render(plan, 'internal'), await render(plan, 'public')];
    expect(await htmlOf(internal)).toContain('Eigenaarsnaam');
    expect(await htmlOf(open)).toContain('Met eigenaar');
    for (const format of readable) {
      expect([format, await holds(open, format, 'Eigenaarsnaam')]).toEqual([format, false]);
      expect([format, await holds(internal, format, 'Eigenaarsnaam')]).toEqual([format, true]);
    }
  });

  async function holds(rendering: Rendering, format: string, word: string): Promise<boolean> {
    const bytes = await bytesOf(rendering, format);
    if (format === 'html') return bytes.includes(word);
    if (format.endsWith('pdf')) return textOf(bytes).includes(word);
    return Object.values(unzipSync(bytes)).some((entry) => Buffer.from(entry).includes(word));
  }
});

describe('texts that look like something else', () => {
  const markup = '<script>alert(1)</script><img src=x onerror=alert(2)> &amp; "aanhaling"';
  const typst = '#import "/etc/passwd": * $x^2$ #[vet] *sterk* _schuin_ `code` \\ @verwijzing <label> = kop';
  const formula = '=HYPERLINK("https://elders.example","klik")';
  const directions = 'van links \u202enaar rechts\u202c \u0007en \u0000weg';

  it('are printed as they are', async () => {
    const plan = await newPlan(
      { title: markup, intendedResult: typst },
      { title: typst, intendedResult: formula },
      { title: formula, intendedResult: directions },
      { title: 'שלום עולם مرحبا 漢字 😀', intendedResult: 'x'.repeat(1_900) },
    );
    const text = (value: string) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: value, bold: true }],
    });
    const body = { type: 'document', content: [markup, typst, formula, directions].map(text) };
    expect(
      (await anna.put(`/annual-documents/${plan.id}/chapters/communication`, 0, { body })).statusCode,
    ).toBe(200);
    await act(plan, anna, '_refresh-figures');
    const rendering = await render(plan, 'internal');

    const html = await htmlOf(rendering);
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(2\)>/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('van links naar rechts en weg');
    expect(html).toContain('שלום עולם');

    if (hasTextReader) {
      const printed = textOf(await bytesOf(rendering, 'pdf'));
      for (const words of [
        '<script>alert(1)</script>',
        '#import',
        '*sterk* _schuin_',
        '=HYPERLINK(',
        'van links naar rechts en weg',
      ])
        expect(printed).toContain(words);
      expect(printed).not.toContain('root:x:0');
    }
  });

  it('are printed as they are where they are names: of the organisation, a person, a building block', async () => {
    const personId = organisation.people.Eigenaarsnaam?.personId;
    const { name: blockName } = (await anna.get(`/building-blocks/${blockId}`)).json();
    const name = async (whose: string, block: string, person: string): Promise<void> => {
      await api.asSuperuser('update organisation_profile set name = $2 where organisation_id = $1', [
        organisation.id,
        whose,
      ]);
      await api.asSuperuser('update person set name = $2 where id = $1', [personId, person]);
      const { version } = (await anna.get(`/building-blocks/${blockId}`)).json();
      expect((await anna.patch(`/building-blocks/${blockId}`, version, { name: block })).statusCode).toBe(
        200,
      );
    };
    await name(markup, typst, formula);
    const plan = await newPlan({ title: 'Namen', owner: { kind: 'person', personId } });
    const rendering = await render(plan, 'internal');
    await name('Gemeente drukwerk', blockName, 'Eigenaarsnaam van drukwerk');

    const html = await htmlOf(rendering);
    expect(html).not.toMatch(/<script|<img src=x/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('#import');

    const entriesOf = async (format: string): Promise<Record<string, string>> => {
      const entries = Object.entries(unzipSync(await bytesOf(rendering, format)));
      return Object.fromEntries(entries.map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8')]));
    };
    expect((await entriesOf('word'))['word/document.xml']).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tables = Object.values(await entriesOf('tables-csv')).join('\n');
    expect(tables).toContain(`'=HYPERLINK`);
    expect(tables).not.toMatch(/(^|;|")=HYPERLINK/m);
    const sheets = (await entriesOf('spreadsheet'))['content.xml'];
    expect(sheets).toContain('=HYPERLINK');
    expect(sheets).not.toContain('table:formula');
    if (hasTextReader) {
      const printed = textOf(await bytesOf(rendering, 'pdf'));
      expect(printed).toContain('<script>alert(1)</script>');
      expect(printed).toContain('#import');
      expect(printed).not.toContain('root:x:0');
    }
  });
});

describe('publication', () => {
  let plan: Plan;
  let first: {
    readonly documentId: string;
    readonly files: readonly { readonly format: string; readonly href: string; readonly sha256: string }[];
  };

  async function published(revision: number) {
    for (;;) {
      const found = (await organisation.visitor().get('/publications')).json();
      const mine = found.find(
        (publication: { year: number; revision: number }) =>
          publication.year === plan.year && publication.revision === revision,
      );
      if (mine) return mine;
      await sleep(100);
    }
  }

  beforeAll(async () => {
    plan = await newPlan({
      title: 'Voor iedereen',
      owner: { kind: 'person', personId: organisation.people.Eigenaarsnaam?.personId },
    });
    await adopt(plan);
  });

  it('does not happen by itself', async () => {
    expect((await organisation.visitor().get('/publications')).json()).toEqual([]);
    const rendering = await render(plan, 'public');
    expect((await organisation.visitor().get(`/publications/${plan.id}/files/pdf`)).statusCode).toBe(404);
    expect((await organisation.visitor().get(`/renderings/${rendering.id}/files/pdf`)).statusCode).toBe(401);
  });

  it('lets everybody read the public edition, without signing in', async () => {
    expect((await act(plan, anna, '_publish')).statusCode).toBe(204);
    first = await published(1);
    expect(first).toMatchObject({ kind: 'plan', revision: 1, publishedAt: expect.any(String) });
    const visitor = organisation.visitor();
    for (const { href } of first.files) expect((await visitor.at('GET', href)).statusCode).toBe(200);
    const html = (await visitor.get(`/publications/${plan.id}/files/html`)).body;
    expect(html).toContain('Voor iedereen');
    expect(html).not.toContain('Eigenaarsnaam');
    expect((await visitor.at('GET', '/published')).body).toContain(
      `/api/v1/publications/${plan.id}/files/pdf`,
    );
  });

  it('of a correction says why, and leaves what was published before as it was', async () => {
    const corrected = (
      await anna.post(`/annual-documents/${plan.id}/_correct`, { reason: 'Een bedrag klopte niet' })
    ).json();
    const revision = { id: corrected.id, year: plan.year };
    await adopt(revision);
    expect((await published(1)).documentId).toBe(plan.id);
    expect((await act(revision, anna, '_publish')).statusCode).toBe(204);
    const second = await published(2);
    const html = (await organisation.visitor().get(`/publications/${second.documentId}/files/html`)).body;
    expect(html).toContain('Een bedrag klopte niet');
    for (const { href, sha256 } of first.files) {
      const answer = await organisation.visitor().at('GET', href);
      expect([href, answer.headers.etag]).toEqual([href, `"${sha256}"`]);
    }
  });
});
