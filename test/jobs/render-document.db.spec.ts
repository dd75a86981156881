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
