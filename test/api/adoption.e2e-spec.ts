import { Clock } from '@weerbaar/kernel/clock';
import { document, figure, heading, paragraph } from '@weerbaar/core/richtext';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { type Answer, type TestClient, statusesOf } from '../support/test-client.js';

// Real: the API and PostgreSQL as the application role. Not real: the network. No worker: nothing is rendered here.

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let secretary: TestClient;
let council: TestClient;
let today: string;
let nextYear = 2000;

beforeAll(async () => {
  api = await openTestApi();
  today = api.app.get(Clock).today();
  organisation = await api.createOrganisation('vaststelling', {
    anna: ['employee', 'integrity-adviser'],
    simon: ['employee', 'municipal-secretary'],
    olga: ['employee', 'works-council'],
    both: ['employee', 'integrity-adviser', 'municipal-secretary'],
    maud: ['employee', 'mayor'],
    beheer: ['employee', 'administrator'],
  });
  [anna, secretary, council] = await Promise.all([
    organisation.signIn('anna'),
    organisation.signIn('simon'),
    organisation.signIn('olga'),
  ]);
});

afterAll(() => api.close());

interface Document {
  readonly id: string;
  readonly version: number;
}

/** Every test its own year: a year has one plan. */
async function newPlan(): Promise<Document & { readonly year: number }> {
  const planYear = nextYear++;
  await anna.post('/annual-cycles', { year: planYear });
  const opened = await anna.post(`/annual-cycles/${planYear}/annual-documents`, { kind: 'plan' });
  expect(opened.statusCode).toBe(201);
  const { id, version }: Document = opened.json();
  return { id, version, year: planYear };
}

async function current(id: string, client = anna) {
  return (await client.get(`/annual-documents/${id}`)).json();
}

async function submit({ id }: Document): Promise<void> {
  const { version } = await current(id);
  expect((await anna.post(`/annual-documents/${id}/_submit`, undefined, { version })).statusCode).toBe(200);
}

async function decide(
  client: TestClient,
  { id }: Document,
  outcome: string,
  changes: object = {},
): Promise<Answer> {
  const { version } = await current(id);
  const decision = { outcome, decidedOn: today, reference: 'zaak 2026-1', ...changes };
  return client.post(`/annual-documents/${id}/adoption-decisions`, decision, { version });
}

async function adopt(plan: Document): Promise<void> {
  await submit(plan);
  for (const [client, outcome] of [
    [secretary, 'approved'],
    [secretary, 'approved'],
    [council, 'discussed'],
    [secretary, 'approved'],
    [secretary, 'informed'],
  ] as const)
    expect((await decide(client, plan, outcome)).statusCode).toBe(201);
  expect((await current(plan.id)).status).toBe('adopted');
}

async function publish({ id }: Document): Promise<Answer> {
  const { version } = await current(id);
  return anna.post(`/annual-documents/${id}/_publish`, undefined, { version });
}

function write({ id }: Document, chapter: string, version: number, body: unknown): Promise<Answer> {
  return anna.put(`/annual-documents/${id}/chapters/${chapter}`, version, { body });
}

const text = document(
  heading(1, 'Doel'),
  paragraph('In het plan staan ', figure('annual-cycle.actions-planned'), ' acties.'),
);

describe('a draft', () => {
  it('is seen by those who make it; the works council sees what is put before it', async () => {
    const plan = await newPlan();
    const { id: renderingId } = (
      await anna.post(`/annual-documents/${plan.id}/renderings`, { edition: 'internal' })
    ).json();
    const asked = [
      `/annual-documents/${plan.id}`,
      `/annual-documents/${plan.id}/chapters`,
      `/annual-documents/${plan.id}/renderings`,
      `/renderings/${renderingId}`,
      `/renderings/${renderingId}/files/pdf`,
    ];
    for (const path of asked) expect((await council.get(path)).statusCode).toBe(404);
    expect((await council.get(`/annual-cycles/${plan.year}/annual-documents`)).json()).toEqual([]);
    expect((await secretary.get(`/annual-documents/${plan.id}`)).statusCode).toBe(200);

    await submit(plan);
    expect((await council.get(`/annual-documents/${plan.id}`)).statusCode).toBe(200);
    // What was made of the draft stays with those who made it.
    expect((await council.get(`/renderings/${renderingId}`)).statusCode).toBe(404);
    const listed = async (reader: TestClient) =>
      (await reader.get(`/annual-documents/${plan.id}/renderings`)).json();
    expect(await listed(council)).toMatchObject({ items: [], total: 0 });
    expect(await listed(anna)).toMatchObject({ items: [{ id: renderingId }], total: 1 });
    expect(await listed(secretary)).toMatchObject({ items: [{ id: renderingId }] });
  });

  it('is begun once a year', async () => {
    const plan = await newPlan();
    const again = await anna.post(`/annual-cycles/${plan.year}/annual-documents`, { kind: 'plan' });
    expect(again.statusCode).toBe(409);
    expect(
      (await anna.post(`/annual-cycles/${plan.year}/annual-documents`, { kind: 'brief' })).statusCode,
    ).toBe(400);
    expect(
      (await anna.post(`/annual-cycles/${plan.year}/annual-documents`, { kind: 'report' })).statusCode,
    ).toBe(201);
  });

  it('lists its chapters in order, which still need a text, and the figures that a text can refer to', async () => {
    const plan = await newPlan();
    const figures: { id: string; kind: string; value: number | null }[] = (
      await anna.get(`/annual-documents/${plan.id}/figures`)
    ).json();
    expect(figures.find(({ id }) => id === 'annual-cycle.actions-planned')).toEqual({
      id: 'annual-cycle.actions-planned',
      title: { nl: expect.any(String), en: expect.any(String) },
      measure: 'count',
      kind: 'number',
      value: 0,
      public: true,
    });
    expect(figures.some(({ kind, value }) => kind === 'table' && value === null)).toBe(true);
    expect((await council.get(`/annual-documents/${plan.id}/figures`)).statusCode).toBe(404);
    const chapters = (await anna.get(`/annual-documents/${plan.id}/chapters`)).json();
    expect(chapters.map(({ id }: { id: string }) => id)).toContain('goals-and-indicators');
    expect(chapters.every(({ written }: { written: boolean }) => !written)).toBe(true);
    const written = await write(plan, 'goals-and-indicators', 0, text);
    expect(written.statusCode).toBe(200);
    expect(written.headers.etag).toBe('"1"');
    const after = (await anna.get(`/annual-documents/${plan.id}/chapters/goals-and-indicators`)).json();
    expect(after).toMatchObject({ written: true, version: 1, body: text });
    expect((await write(plan, 'goals-and-indicators', 1, document())).json()).toMatchObject({
      written: false,
    });
  });

  it('keeps the text of who was first when two write at once', async () => {
    const plan = await newPlan();
    const answers = await Promise.all(
      ['een', 'twee'].map((word) => write(plan, 'communication', 0, document(paragraph(word)))),
    );
    expect(statusesOf(answers)).toEqual([200, 412]);
    expect((await write(plan, 'communication', 0, text)).statusCode).toBe(412);
    expect(
      (await anna.ask('PUT', `/annual-documents/${plan.id}/chapters/communication`, { body: { body: text } }))
        .statusCode,
    ).toBe(428);
  });

  let refusing: Document;

  beforeAll(async () => {
    refusing = await newPlan();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['words only', 'Wij deden veel.'],
    ['markup', '<p>Wij deden <b>veel</b></p>'],
    ['a node that no format knows', { type: 'document', content: [{ type: 'html', content: '<script>' }] }],
    [
      'a picture',
      {
        type: 'document',
        content: [{ type: 'paragraph', content: [{ type: 'image', src: 'http://elders.example/x.png' }] }],
      },
    ],
    [
      'a link that runs',
      document({ type: 'paragraph', content: [{ type: 'link', href: 'javascript:alert(1)', text: 'klik' }] }),
    ],
    [
      'a link that hides its place',
      document({
        type: 'paragraph',
        content: [{ type: 'link', href: 'https://gemeente.nl@elders.example', text: 'klik' }],
      }),
    ],
    [
      'a link to a file',
      document({ type: 'paragraph', content: [{ type: 'link', href: 'file:///etc/passwd', text: 'klik' }] }),
    ],
    ['a field too many', { ...document(paragraph('x')), style: 'color: red' }],
    ['zeros, as many as fit', { type: 'document', content: Array.from({ length: 900_000 }, () => 0) }],
    ['too much', document(...Array.from({ length: 2_001 }, () => paragraph('x')))],
  ])('refuses a chapter of %s', async (_, body) => {
    const answer = await write(refusing, 'communication', 0, body);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ code: expect.any(String) }] });
  });

  it('refuses a figure that does not exist, and names it', async () => {
    const unhappy = document(paragraph(figure('annual-cycle.happiness')));
    const answer = await write(refusing, 'communication', 0, unhappy);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'body', code: 'unknown-figure' }] });
    expect(answer.json().errors[0].message).toContain('annual-cycle.happiness');
  });

  it('tells who writes a chapter what is printed besides the text, also when that is nothing', async () => {
    const plan = await newPlan();
    const additionsTo = async (chapter: string) =>
      (await anna.get(`/annual-documents/${plan.id}/chapters/${chapter}`)).json().additions;
    expect(await additionsTo('carried-over-actions')).toEqual([
      { kind: 'table', title: 'Acties uit het vorige jaar', value: null, rows: 0 },
    ]);
    expect(await additionsTo('capacity-and-money')).toEqual([
      { kind: 'figure', title: 'Begroot voor acties', value: '€\u00a00', rows: null },
      { kind: 'figure', title: 'Uren voor acties', value: '0\u00a0uur', rows: null },
      { kind: 'table', title: 'Acties, geld en uren per thema', value: null, rows: 8 },
    ]);
  });

  it('has no other chapters than it has', async () => {
    expect((await write(refusing, 'foreword', 0, text)).statusCode).toBe(404);
  });

  it('takes its figures anew and tells which changed', async () => {
    const plan = await newPlan();
    const blockId = (await anna.get('/building-blocks')).json().items[0].id;
    const action = { buildingBlockId: blockId, title: 'Nieuw', quarter: 1, budget: 500 };
    await anna.post(`/annual-cycles/${plan.year}/actions`, action);
    const refreshed = await anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, {
      version: plan.version,
    });
    expect(refreshed.statusCode).toBe(200);
    expect(refreshed.json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ figureId: 'annual-cycle.actions-planned', before: 0, after: 1 }),
        expect.objectContaining({ figureId: 'annual-cycle.budget-planned', before: 0, after: 500 }),
      ]),
    );
    const again = await anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, {
      version: plan.version + 1,
    });
    expect(again.json()).toEqual([]);
    const stale = await anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, {
      version: plan.version,
    });
    expect(stale.statusCode).toBe(412);
  });

  it('tells nothing of what may not leave the system when its figures are taken anew', async () => {
    const plan = await newPlan();
    const keeper = await organisation.signIn('beheer');
    const department = await keeper.post('/departments', {
      code: 'bz',
      name: 'Burgerzaken',
      kind: 'Afdeling',
      validFrom: '2000-01-01',
    });
    const employment = await keeper.post(`/persons/${organisation.people['maud']?.personId}/employments`, {
      personnelNumber: '1',
      kind: 'employee',
      departmentId: department.json().id,
      hoursPerWeek: 36,
      validFrom: '2000-01-01',
    });
    expect(employment.statusCode).toBe(201);
    const refreshed = await anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, plan);
    expect([refreshed.statusCode, refreshed.json()]).toEqual([200, []]);
  });

  it('keeps no figures of what is refused', async () => {
    const plan = await newPlan();
    const kept = async () => {
      const [row] = await api.asSuperuser<{ count: string }>(
        'select count(*) from figures_snapshot where organisation_id = $1',
        [organisation.id],
      );
      return Number(row?.count);
    };
    const before = await kept();
    const refreshing = await Promise.all(
      [1, 2].map(() => anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, plan)),
    );
    expect(statusesOf(refreshing)).toEqual([200, 412]);
    const path = `/annual-cycles/${plan.year}/annual-documents`;
    expect((await anna.post(path, { kind: 'plan' })).statusCode).toBe(409);
    expect(await kept()).toBe(before + 1);
  });

  it('is written at once in different chapters, and submitted by who has seen what was written', async () => {
    const plan = await newPlan();
    const answers = await Promise.all(
      ['communication', 'goals-and-indicators'].map((chapter) => write(plan, chapter, 0, text)),
    );
    expect(statusesOf(answers)).toEqual([200, 200]);
    const submitting = await anna.post(`/annual-documents/${plan.id}/_submit`, undefined, plan);
    expect(submitting.statusCode).toBe(412);
    await submit(plan);
    expect((await write(plan, 'communication', 1, text)).statusCode).toBe(409);
  });

  it('is written by the integrity adviser only', async () => {
    const plan = await newPlan();
    expect(
      (await secretary.put(`/annual-documents/${plan.id}/chapters/communication`, 0, { body: text }))
        .statusCode,
    ).toBe(403);
    expect(
      (await secretary.post(`/annual-documents/${plan.id}/_submit`, undefined, { version: 1 })).statusCode,
    ).toBe(403);
    expect((await current(plan.id, secretary)).abilities).toEqual({
      edit: false,
      submit: false,
      decide: false,
      publish: false,
      correct: false,
    });
  });
});

describe('adoption', () => {
  it('takes the steps in order, each by who it belongs to', async () => {
    const plan = await newPlan();
    expect((await decide(secretary, plan, 'approved')).statusCode).toBe(409);
    await submit(plan);
    expect((await current(plan.id)).currentStep).toMatchObject({
      sequence: 1,
      body: 'municipal-secretary',
      kind: 'decision',
    });
    expect((await decide(council, plan, 'approved')).statusCode).toBe(403);
    expect((await decide(anna, plan, 'approved')).statusCode).toBe(403);
    expect((await decide(await organisation.signIn('maud'), plan, 'approved')).statusCode).toBe(403);
    expect((await decide(secretary, plan, 'approved')).statusCode).toBe(201);
    expect((await decide(secretary, plan, 'approved')).statusCode).toBe(201);
    expect((await current(plan.id, council)).abilities.decide).toBe(true);
    expect((await current(plan.id, secretary)).abilities.decide).toBe(false);
    expect((await decide(secretary, plan, 'discussed')).statusCode).toBe(403);
    expect((await decide(await organisation.signIn('both'), plan, 'discussed')).statusCode).toBe(403);
    expect((await decide(council, plan, 'discussed')).statusCode).toBe(201);
    expect((await decide(secretary, plan, 'approved', { decidedOn: today })).statusCode).toBe(201);
    expect((await current(plan.id)).status).toBe('submitted');
    expect((await decide(secretary, plan, 'informed')).statusCode).toBe(201);
    const adopted = await current(plan.id);
    expect(adopted).toMatchObject({ status: 'adopted', adoptedOn: today, currentStep: null });
    expect(adopted.decisions).toHaveLength(5);
    expect((await decide(secretary, plan, 'approved')).statusCode).toBe(409);
  });

  it('refuses what does not fit the step, and tells everything that is wrong', async () => {
    const plan = await newPlan();
    await submit(plan);
    const wrong = await decide(secretary, plan, 'informed', { decidedOn: '2099-01-01' });
    expect(wrong.json()).toMatchObject({
      status: 400,
      errors: [
        { path: 'outcome', code: 'does-not-fit-step' },
        { path: 'decidedOn', code: 'in-the-future' },
      ],
    });
    expect((await decide(secretary, plan, 'sent-back')).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'reason' }],
    });
    expect((await decide(secretary, plan, 'thrown-away')).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'outcome' }],
    });
    await decide(secretary, plan, 'approved', { decidedOn: today });
    const earlier = await decide(secretary, plan, 'approved', { decidedOn: '2020-01-01' });
    expect(earlier.json()).toMatchObject({
      status: 400,
      errors: [{ path: 'decidedOn', code: 'before-previous' }],
    });
  });

  it('takes a step once, also when it is asked twice at the same moment', async () => {
    const plan = await newPlan();
    await submit(plan);
    const { version } = await current(plan.id);
    const decision = { outcome: 'approved', decidedOn: today };
    const path = `/annual-documents/${plan.id}/adoption-decisions`;
    const answers = await Promise.all([1, 2, 3].map(() => secretary.post(path, decision, { version })));
    expect(statusesOf(answers)).toEqual([201, 412, 412]);
    expect((await current(plan.id)).decisions).toHaveLength(1);

    // An older version is told as such, not what is wrong with what was not seen: the step is somebody else's by now.
    for (const [client, act, body] of [
      [anna, '_refresh-figures', undefined],
      [anna, '_submit', undefined],
      [anna, '_publish', undefined],
      [council, 'adoption-decisions', decision],
    ] as const) {
      const answer = await client.post(`/annual-documents/${plan.id}/${act}`, body, plan);
      expect([act, answer.statusCode]).toEqual([act, 412]);
    }
  });

  it('starts again after a document was sent back', async () => {
    const plan = await newPlan();
    await submit(plan);
    await decide(secretary, plan, 'approved');
    await decide(secretary, plan, 'approved');
    const back = await decide(council, plan, 'sent-back', { reason: 'De begroting ontbreekt' });
    // They hear what became of it, though they may not open the draft.
    expect(back.statusCode).toBe(201);
    expect(back.json()).toMatchObject({ status: 'draft', abilities: { decide: false, edit: false } });
    expect((await council.get(`/annual-documents/${plan.id}`)).statusCode).toBe(404);
    expect((await write(plan, 'capacity-and-money', 0, text)).statusCode).toBe(200);
    await submit(plan);
    const again = await current(plan.id);
    expect(again.currentStep.sequence).toBe(1);
    expect(again.decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'approved',
      'approved',
      'sent-back',
    ]);
  });

  it('keeps the text as it was submitted', async () => {
    const plan = await newPlan();
    await submit(plan);
    expect((await write(plan, 'communication', 0, text)).statusCode).toBe(409);
    const { version } = await current(plan.id);
    expect(
      (await anna.post(`/annual-documents/${plan.id}/_refresh-figures`, undefined, { version })).statusCode,
    ).toBe(409);
    expect((await anna.post(`/annual-documents/${plan.id}/_submit`, undefined, { version })).statusCode).toBe(
      409,
    );
    expect((await publish(plan)).statusCode).toBe(409);
  });
});

describe('what was adopted', () => {
  let plan: Document & { readonly year: number };

  beforeAll(async () => {
    plan = await newPlan();
    await write(plan, 'communication', 0, text);
    await adopt(plan);
    await newPlan();
  });

  it('does not change through the API', async () => {
    const { version } = await current(plan.id);
    expect((await write(plan, 'communication', 1, document())).statusCode).toBe(409);
    expect((await write(plan, 'calendar', 0, text)).statusCode).toBe(409);
    for (const act of ['_refresh-figures', '_submit'])
      expect(
        (await anna.post(`/annual-documents/${plan.id}/${act}`, undefined, { version })).statusCode,
      ).toBe(409);
    expect((await current(plan.id, secretary)).abilities).toMatchObject({
      edit: false,
      submit: false,
      decide: false,
    });
  });

  it.each([
    [
      'its text',
      `update chapter_text set body = '{"type": "document", "content": []}' where document_id = $1`,
    ],
    [
      'the document its text belongs to',
      `update chapter_text set document_id = (select id from annual_document where status = 'draft' limit 1) where document_id = $1`,
    ],
    [
      'a text added',
      `insert into chapter_text (id, document_id, chapter, body) values (gen_random_uuid(), $1, 'calendar', '{}')`,
    ],
    ['its text removed', `delete from chapter_text where document_id = $1`],
    [
      'its figures',
      `update annual_document set snapshot_id = (select id from figures_snapshot where id <> snapshot_id limit 1) where id = $1`,
    ],
    [
      'the numbers in its figures',
      `update figures_snapshot set figures = '[]' where id = (select snapshot_id from annual_document where id = $1)`,
    ],
    ['its status', `update annual_document set status = 'draft' where id = $1`],
    ['its day', `update annual_document set adopted_on = '2020-01-01' where id = $1`],
    ['its route', `update annual_document set route = '[]' where id = $1`],
    ['its reason', `update annual_document set correction_reason = 'anders' where id = $1`],
    ['a decision', `update adoption_decision set outcome = 'sent-back' where document_id = $1`],
    ['a decision removed', `delete from adoption_decision where document_id = $1`],
    [
      'a decision added',
      `insert into adoption_decision (id, document_id, sequence, outcome, decided_on, recorded_at) values (gen_random_uuid(), $1, 1, 'approved', '2020-01-01', now())`,
    ],
    ['the document removed', `delete from annual_document where id = $1`],
  ])('does not change in the database either: %s', async (_, sql) => {
    const before = await contents();
    await expect(
      api.database.inOrganisation(organisation.id, () =>
        api.database.transactions.manager.query(sql, [plan.id]),
      ),
    ).rejects.toThrow(
      /does not change|does not go back|only a document that was submitted|permission denied/,
    );
    expect(await contents()).toEqual(before);
  });

  async function contents() {
    return api.asSuperuser(
      `select d::text as document, (select array_agg(c::text order by c.id) from chapter_text c where c.document_id = d.id) as texts,
              (select array_agg(a::text order by a.id) from adoption_decision a where a.document_id = d.id) as decisions
         from annual_document d where d.id = $1`,
      [plan.id],
    );
  }

  it('is corrected by a new revision with a reason, of which there is one in the making', async () => {
    expect((await anna.post(`/annual-documents/${plan.id}/_correct`, { reason: '' })).statusCode).toBe(400);
    const answers = await Promise.all(
      [1, 2].map(() =>
        anna.post(`/annual-documents/${plan.id}/_correct`, { reason: 'Een getal klopte niet' }),
      ),
    );
    expect(statusesOf(answers)).toEqual([201, 409]);
    const correction = answers.find(({ statusCode }) => statusCode === 201)?.json();
    expect(correction).toMatchObject({
      revision: 2,
      status: 'draft',
      correctionReason: 'Een getal klopte niet',
    });
    const { body } = (await anna.get(`/annual-documents/${correction.id}/chapters/communication`)).json();
    expect(body).toEqual(text);
    expect((await write(correction, 'communication', 1, document(paragraph('Verbeterd')))).statusCode).toBe(
      200,
    );
    const original = (await anna.get(`/annual-documents/${plan.id}/chapters/communication`)).json();
    expect(original.body).toEqual(text);
  });

  it('can not be published by who may not; asked twice it is published once', async () => {
    const other = await newPlan();
    await adopt(other);
    const { version } = await current(other.id);
    expect(
      (await secretary.post(`/annual-documents/${other.id}/_publish`, undefined, { version })).statusCode,
    ).toBe(403);
    expect((await publish(other)).statusCode).toBe(204);
    const { publishedAt } = await current(other.id);
    expect((await publish(other)).statusCode).toBe(204);
    expect((await current(other.id)).publishedAt).toBe(publishedAt);
    expect((await current(other.id)).status).toBe('published');
  });
});

describe('a correction of what was published', () => {
  /** As if the worker had made the file: what is published is shown once its files are there. */
  async function makeFile(documentId: string): Promise<void> {
    await api.asSuperuser(
      `with made as (
         insert into file (organisation_id, id, name, media_type, purpose, state, size, sha256, created_at)
         select organisation_id, gen_random_uuid(), 'plan.pdf', 'application/pdf', 'annual-document', 'complete',
                1, sha256('x'), now() from publication where document_id = $1
         returning organisation_id, id)
       insert into rendered_file (organisation_id, rendering_id, format, file_id)
       select p.organisation_id, p.rendering_id, 'pdf', made.id from publication p, made where p.document_id = $1`,
      [documentId],
    );
  }

  async function revisionShown(year: number): Promise<number | undefined> {
    const shown: { year: number; revision: number }[] = (
      await organisation.visitor().get('/publications')
    ).json();
    return shown.find((published) => published.year === year)?.revision;
  }

  async function adoptedCorrection({ id }: Document): Promise<Document> {
    const wrong = { reason: 'Een getal klopte niet' };
    const correction: Document = (await anna.post(`/annual-documents/${id}/_correct`, wrong)).json();
    await adopt(correction);
    return correction;
  }

  it('takes its place only when its files are there, and nothing older does after it', async () => {
    const plan = await newPlan();
    await adopt(plan);
    expect((await publish(plan)).statusCode).toBe(204);
    await makeFile(plan.id);
    expect(await revisionShown(plan.year)).toBe(1);

    const correction = await adoptedCorrection(plan);
    const better = await adoptedCorrection(correction);
    expect((await publish(correction)).statusCode).toBe(409);
    expect((await publish(better)).statusCode).toBe(204);
    expect(await revisionShown(plan.year)).toBe(1);
    await makeFile(better.id);
    expect(await revisionShown(plan.year)).toBe(3);
  });
});

describe('the adoption route', () => {
  const step = {
    body: 'mayor',
    nameNl: 'Besluit van de burgemeester',
    nameEn: 'Decision of the mayor',
    kind: 'decision',
    recordedByRole: 'mayor',
  };
  let administrator: TestClient;

  beforeAll(async () => {
    administrator = await organisation.signIn('beheer');
  });

  it('is set by the administrator, for what is submitted from then on', async () => {
    const [onItsWay, later] = [await newPlan(), await newPlan()];
    await submit(onItsWay);
    const before = (await administrator.get('/adoption-routes/current')).json();
    const changed = await administrator.put('/adoption-routes/current', before.version, { steps: [step] });
    expect(changed.json().steps).toEqual([{ ...step, sequence: 1 }]);
    await submit(later);
    const maud = await organisation.signIn('maud');
    expect((await current(onItsWay.id)).route).toHaveLength(5);
    expect((await decide(maud, onItsWay, 'approved')).statusCode).toBe(403);
    expect((await decide(secretary, later, 'approved')).statusCode).toBe(403);
    expect((await decide(maud, later, 'approved')).json()).toMatchObject({
      status: 'adopted',
      adoptedOn: today,
    });
    expect(
      (await administrator.put('/adoption-routes/current', before.version, { steps: [step] })).statusCode,
    ).toBe(412);
  });

  it.each<[string, readonly object[]]>([
    ['without steps', []],
    ['in which nobody decides', [{ ...step, kind: 'information' }]],
    ['with a step that nobody may record', [step, { ...step, recordedByRole: 'administrator' }]],
    ['with a step of everybody', [step, { ...step, recordedByRole: 'employee' }]],
    ['that has no end', Array.from({ length: 21 }, () => step)],
  ])('%s is refused', async (_, steps) => {
    const { version } = (await administrator.get('/adoption-routes/current')).json();
    expect((await administrator.put('/adoption-routes/current', version, { steps })).statusCode).toBe(400);
  });
});
