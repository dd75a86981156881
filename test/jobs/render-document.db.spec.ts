import { ForgetDrafts } from '../../libs/domain/annual-cycle/rendering/forget-drafts.job.js';
import { RenderDocument } from '../../libs/domain/annual-cycle/rendering/render-document.job.js';
import { FileStore } from '@weerbaar/kernel/files';
import type { JobProgress } from '@weerbaar/kernel/jobs';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

// Real: database, files, typst. Not real: the queue. The work is broken off where a worker could be killed, and
// then begun anew, as the queue does with the job of a killed worker.

let api: TestApi;
let organisation: TestOrganisation;
let adviser: TestClient;
let year = 2010;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('gestoord', { adviser: ['employee', 'integrity-adviser'] });
  adviser = await organisation.signIn('adviser');
});

afterAll(() => api.close());

class Killed extends Error {}

const uninterrupted: JobProgress = { step: () => Promise.resolve() };

function killedAt(step: string): JobProgress {
  return { step: (name) => (name === step ? Promise.reject(new Killed(step)) : Promise.resolve()) };
}

async function requested(): Promise<string> {
  year += 1;
  await adviser.post('/annual-cycles', { year });
  const document = (await adviser.post(`/annual-cycles/${year}/annual-documents`, { kind: 'plan' })).json();
  return (await adviser.post(`/annual-documents/${document.id}/renderings`, { edition: 'internal' })).json()
    .id;
}

function perform(renderingId: string, progress: JobProgress): Promise<void> {
  const handler = api.app.get(RenderDocument, { strict: false });
  return api.database.asOrganisation(organisation.id, () => handler.perform({ renderingId }, progress));
}

async function storedFiles(): Promise<string[]> {
  const rows = await api.asSuperuser<{ id: string }>(
    `select encode(sha256, 'hex') as id from file where purpose = 'annual-document' order by 1`,
  );
  return rows.map(({ id }) => id);
}

async function visibleFiles(renderingId: string): Promise<number> {
  return (await adviser.get(`/renderings/${renderingId}`)).json().files.length;
}

describe('drafts that a later one took the place of', () => {
  it('are forgotten after thirty days, with their files, figures and runs; the newest and what was submitted stay', async () => {
    const first = await requested();
    await perform(first, uninterrupted);
    const [{ documentId }] = (await api.asSuperuser<{ documentId: string }>(
      'select document_id as "documentId" from rendering where id = $1',
      [first],
    )) as [{ documentId: string }];
    const path = `/annual-documents/${documentId}`;
    const again = async (): Promise<string> => {
      const { version } = (await adviser.get(path)).json();
      await adviser.post(`${path}/_refresh-figures`, {}, { version });
      return (await adviser.post(`${path}/renderings`, { edition: 'internal' })).json().id;
    };
    const [submitted, newest] = [await again(), await again()];
    expect(new Set([first, submitted, newest]).size).toBe(3);
    await api.asSuperuser(
      `update rendering set content = content || '{"status": "submitted"}' where id = $1`,
      [submitted],
    );
    await api.asSuperuser(`update rendering set requested_at = requested_at - interval '29 days'`);
    const forget = () =>
      api.database.asOrganisation(organisation.id, () =>
        api.app.get(ForgetDrafts, { strict: false }).perform(),
      );
    const left = async () => {
      const rows = await api.asSuperuser<{ id: string }>('select id from rendering where document_id = $1', [
        documentId,
      ]);
      return new Set(rows.map(({ id }) => id));
    };
    await forget();
    expect(await left()).toEqual(new Set([first, submitted, newest]));

    await api.asSuperuser(`update rendering set requested_at = requested_at - interval '2 days'`);
    await api.asSuperuser(`update figures_snapshot set taken_at = taken_at - interval '31 days'`);
    // As the relay and the worker leave it.
    await api.asSuperuser('delete from outbox_event');
    await api.asSuperuser(`update job_run set state = 'done', finished_at = now()`);
    await forget();
    expect(await left()).toEqual(new Set([submitted, newest]));
    expect(await storedFiles()).toEqual([]);
    expect(await api.asSuperuser('select id from job_run where subject = $1', [first])).toEqual([]);
    const used = await api.asSuperuser(
      `select s.id from figures_snapshot s join rendering r on r.content->>'snapshotId' = s.id::text
        where r.document_id = $1`,
      [documentId],
    );
    expect(used).toHaveLength(2);
    expect(
      await api.asSuperuser(
        `select id from figures_snapshot s where not exists (select from annual_document d where d.snapshot_id = s.id)
            and not exists (select from rendering r where r.content->>'snapshotId' = s.id::text)`,
      ),
    ).toEqual([]);
  });
});

describe('making a document, broken off', () => {
  beforeEach(async () => {
    await api.asSuperuser('delete from rendered_file');
    await api.asSuperuser('delete from file');
  });

  it.each(['collect', 'suppress', 'draw', 'typeset', 'store'])(
    'in step %s shows nothing, and begun anew gives one whole document',
    async (step) => {
      const renderingId = await requested();
      await expect(perform(renderingId, killedAt(step))).rejects.toThrow(Killed);
      expect(await visibleFiles(renderingId)).toBe(0);

      await perform(renderingId, uninterrupted);
      expect(await visibleFiles(renderingId)).toBe(6);
      expect(await storedFiles()).toHaveLength(6);
    },
  );

  it('halfway the storing leaves nothing that another version would find in its way', async () => {
    const renderingId = await requested();
    const files = api.app.get(FileStore);
    const writeBytes = files.writeBytes.bind(files);
    let written = 0;
    const broken = vi.spyOn(files, 'writeBytes').mockImplementation(async (...parameters) => {
      written += 1;
      if (written > 3) throw new Killed('store');
      return writeBytes(...parameters);
    });
    await expect(perform(renderingId, uninterrupted)).rejects.toThrow(Killed);
    broken.mockRestore();
    expect(await visibleFiles(renderingId)).toBe(0);
    expect(await storedFiles()).toEqual([]);

    await perform(renderingId, uninterrupted);
    expect(await visibleFiles(renderingId)).toBe(6);
    expect(await storedFiles()).toHaveLength(6);
  });

  it('does nothing when it was finished already', async () => {
    const renderingId = await requested();
    await perform(renderingId, uninterrupted);
    const before = await storedFiles();
    await perform(renderingId, killedAt('collect'));
    expect(await storedFiles()).toEqual(before);
  });
});
