import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { peopleEntities, PeopleModule, PersonService } from '@weerbaar/people';
import type { FigureValue } from '@weerbaar/core/figures';
import { FixedClock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import { type Actor, type Role, systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { houseStyleEntities } from '@weerbaar/kernel/house-style';
import { organisationProfileEntities } from '@weerbaar/kernel/organisation-profile';
import { identityEntities } from '@weerbaar/kernel/identity';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { OrganisationSetup } from '@weerbaar/kernel/organisations';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { AssessmentService } from './assessment/assessment.service.js';
import { BuildingBlockDirectory } from './building-block-directory.js';
import type { BuildingBlock } from './building-block/building-block.entity.js';
import { BuildingBlockService } from './building-block/building-block.service.js';
import { catalogueEntities } from './catalogue.entities.js';
import { CatalogueModule } from './catalogue.module.js';
import { DerivedStateService } from './derived-state/derived-state.service.js';
import { ReviewOverdueHandler } from './derived-state/review-overdue.job.js';
import { NetworkMemberService } from './network/network-member.service.js';
import { PolicyDocumentService } from './policy-document/policy-document.service.js';
import { referenceContent } from './reference-content/reference-content.js';

/** Real: PostgreSQL as the application role, every module the catalogue leans on. Not real: the clock, the sender of files. */

const wholeList = { page: 1, pageSize: 200 };
const inForceOnly = { includeEnded: false, reviewOverdue: false };
const oneVersionFile = { name: 'gedragscode.pdf', stream: pdf('first text') };

let database: TestDatabase;
let module: TestingModule;
let clock: FixedClock;
let blocks: BuildingBlockService;
let members: NetworkMemberService;
let documents: PolicyDocumentService;
let assessments: AssessmentService;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase([
    ...catalogueEntities,
    ...houseStyleEntities,
    ...identityEntities,
    ...organisationProfileEntities,
    ...peopleEntities,
  ]);
  clock = new FixedClock(new Date('2026-03-02T09:00:00Z'));

  const settings = readSettings({ DATABASE_URL: database.applicationUrl });
  const entities = [...catalogueEntities, ...peopleEntities];
  module = await Test.createTestingModule({
    imports: [
      FoundationModule.asApplication({ settings, entities, clock, applicationName: database.name }),
      JobsModule.forDispatch(),
      PeopleModule,
      CatalogueModule,
    ],
  })
    .overrideProvider(TransactionRunner)
    .useValue(database.transactions)
    .compile();
  await module.init();
  blocks = module.get(BuildingBlockService);
  members = module.get(NetworkMemberService);
  documents = module.get(PolicyDocumentService);
  assessments = module.get(AssessmentService);
});

afterAll(async () => {
  await module.close();
  await database.close();
});

beforeEach(async () => {
  moveTo('2026-03-02');
  organisation = await newOrganisation();
});

function moveTo(day: string): void {
  clock.moveTo(new Date(`${day}T09:00:00Z`));
}

async function newOrganisation(): Promise<string> {
  const id = await database.createOrganisation();
  await database.inOrganisation(id, () => module.get(OrganisationSetup).run(systemActor));
  return id;
}

function here<T>(work: () => Promise<T>): Promise<T> {
  return database.asOrganisation(organisation, work);
}

function person(id: string, ...roles: readonly Role[]): Actor {
  return { kind: 'person', accountId: null, personId: id, roles: new Set<Role>(['employee', ...roles]) };
}

const adviser = person('00000000-0000-7000-8000-00000000000a', 'integrity-adviser');
const auditor = person('00000000-0000-7000-8000-00000000000b', 'auditor');

function pdf(text: string): Readable {
  return Readable.from([Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)]);
}

async function list(
  filter: Partial<Parameters<BuildingBlockService['list']>[1]> = {},
): Promise<readonly BuildingBlock[]> {
  return (await here(() => blocks.list(adviser, { ...inForceOnly, ...filter }, wholeList))).page.items;
}

async function byCode(code: string): Promise<BuildingBlock> {
  const block = (await list({ includeEnded: true })).find((candidate) => candidate.code === code);
  if (!block) throw new Error(`no block ${code}`);
  return block;
}

function addPerson(name: string) {
  return here(() => module.get(PersonService).add(systemActor, { name, roles: [] }));
}

async function stateOf(id: string) {
  const { derived, assessed } = await here(() => blocks.get(adviser, id));
  return {
    derived: Object.fromEntries(derived.map(({ aspect, judgement }) => [aspect, judgement])),
    assessed: Object.fromEntries(assessed.map(({ aspect, judgement }) => [aspect, judgement])),
  };
}

function assess(
  id: string,
  aspect: 'design' | 'existence' | 'operation',
  judgement: 'sufficient' | 'partial' | 'insufficient',
  actor = auditor,
) {
  const today = clock.today();
  return here(() =>
    assessments.add(actor, id, {
      aspect,
      judgement,
      periodFrom: `${today.slice(0, 4)}-01-01`,
      periodTo: today,
      reason: 'Uit de steekproef bleek dit.',
      evidence: 'Steekproef van 25 dossiers.',
    }),
  );
}

async function adopt(
  block: BuildingBlock,
  title: string,
  adoptedOn: string,
  validFrom = adoptedOn,
): Promise<string> {
  const { document } = await here(() => documents.add(adviser, block.id, { title, kind: 'regulation' }));
  await here(() =>
    documents.addVersion(adviser, document.id, {
      adoptedOn,
      validFrom,
      adoptedBy: 'College van burgemeester en wethouders',
      publicationPlace: 'https://gemeente.example/regeling',
    }),
  );
  return document.id;
}

function takeFigure(id: string, referenceDate: string): Promise<FigureValue> {
  const source = module
    .get(FigureRegistry)
    .all()
    .find(({ definition }) => definition.id === id);
  if (!source) throw new Error(`no figure ${id}`);
  const year = Number(referenceDate.slice(0, 4));
  const period = { year, from: `${year}-01-01`, to: `${year}-12-31`, referenceDate };
  return database.inOrganisation(organisation, () => source.take(period));
}

async function figure(name: string, referenceDate: string): Promise<number | null> {
  const value = await takeFigure(`catalogue.${name}`, referenceDate);
  return value.kind === 'number' ? value.value : null;
}

async function rows(name: string, referenceDate: string) {
  const value = await takeFigure(`catalogue.${name}`, referenceDate);
  return value.kind === 'table' ? value.rows : [];
}

describe('a new organisation', () => {
  it('has its own set of 45 building blocks in order, each with an owner role and a first review', async () => {
    const set = await list();
    expect(set.map(({ code }) => code)).toEqual(referenceContent.blocks.map(({ code }) => code));
    for (const block of set) {
      expect(block.ownerRole, block.code).not.toBeNull();
      expect(block.nextReviewOn! > clock.today(), block.code).toBe(true);
      expect(block.referenceVersion).toBe(referenceContent.version);
    }
  });

  it('knows of every block what the records say: no document, nothing shown yet', async () => {
    expect(await stateOf((await byCode('3a')).id)).toEqual({
      derived: { design: 'insufficient', existence: 'unknown', operation: 'unknown' },
      assessed: {},
    });
  });

  it('can account for the year before it began with Weerbaar', async () => {
    expect(await figure('building-blocks', '2025-12-31')).toBe(45);
  });

  it('is alone with its blocks: another organisation can neither read, change nor end one', async () => {
    const { id, version } = await byCode('1a');
    const other = await newOrganisation();
    const there = <T>(work: () => Promise<T>) => database.asOrganisation(other, work);
    const notFound = { type: 'not-found' };
    await expect(there(() => blocks.get(adviser, id))).rejects.toMatchObject(notFound);
    await expect(there(() => blocks.change(adviser, id, version, { name: 'Gekaapt' }))).rejects.toMatchObject(
      notFound,
    );
    await expect(there(() => blocks.end(adviser, id, version, '2026-03-02'))).rejects.toMatchObject(notFound);
    await expect(there(() => assessments.list(adviser, id, undefined, wholeList))).rejects.toMatchObject(
      notFound,
    );
    expect((await byCode('1a')).name).toBe('Werving en selectie');
  });

  it('takes no person of another organisation for an owner', async () => {
    const stranger = await addPerson('Noor de Wit');
    organisation = await newOrganisation();
    const { id, version } = await byCode('1a');
    await expect(
      here(() => blocks.change(adviser, id, version, { owner: { kind: 'person', personId: stranger.id } })),
    ).rejects.toMatchObject({ type: 'invalid-input', faults: [{ path: 'owner.personId' }] });
  });
});

describe('changing the set', () => {
  it('renames a block, and keeps on record what it was called', async () => {
    const { id, version } = await byCode('2c');
    await here(() => blocks.change(adviser, id, version, { name: 'Vraagpunt Zonneweide' }));
    expect((await byCode('2c')).name).toBe('Vraagpunt Zonneweide');
    const { items } = await here(() => blocks.history(adviser, id, wholeList));
    expect(items.map(({ action }) => action)).toEqual([
      'catalogue.building-block-changed',
      'catalogue.building-block-added',
    ]);
    const { name } = referenceContent.blocks.find(({ code }) => code === '2c')!;
    expect(items[0]).toMatchObject({ before: { name: name.nl }, after: { name: 'Vraagpunt Zonneweide' } });
  });

  it('refuses a change by somebody who looked at an older version', async () => {
    const { id, version } = await byCode('2c');
    await here(() => blocks.change(adviser, id, version, { name: 'Eerste' }));
    await expect(here(() => blocks.change(adviser, id, version, { name: 'Tweede' }))).rejects.toMatchObject({
      type: 'version-conflict',
    });
    expect((await byCode('2c')).name).toBe('Eerste');
  });

  it('sees a document that was added as a new version of the block', async () => {
    const block = await byCode('3a');
    await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01');
    await expect(
      here(() => blocks.change(adviser, block.id, block.version, { name: 'X' })),
    ).rejects.toMatchObject({
      type: 'version-conflict',
    });
  });

  it('keeps who owns a block, and shows the state that follows at once', async () => {
    const block = await byCode('3a');
    await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01');
    expect((await stateOf(block.id)).derived.design).toBe('sufficient');
    const { version } = await byCode('3a');
    const { block: ownerless } = await here(() => blocks.change(adviser, block.id, version, { owner: null }));
    expect((await stateOf(block.id)).derived.design).toBe('partial');
    const sanne = await addPerson('Sanne de Groot');
    const owned = await here(() =>
      blocks.change(adviser, block.id, ownerless.version, { owner: { kind: 'person', personId: sanne.id } }),
    );
    expect(owned.persons.get(sanne.id)?.name).toBe('Sanne de Groot');
    expect((await stateOf(block.id)).derived.design).toBe('sufficient');
  });

  it('adds a block of the organisation itself at the end of its theme', async () => {
    await here(() => blocks.add(adviser, { code: '3g', name: 'Lobbyregister', reviewIntervalMonths: 12 }));
    const theme = await list({ theme: '3' });
    expect(theme.at(-1)).toMatchObject({ code: '3g', referenceCode: null, nextReviewOn: '2027-03-02' });
  });

  it('refuses a code that another block has, until that block has ended', async () => {
    const again = () => blocks.add(adviser, { code: '3a', name: 'Nieuw', reviewIntervalMonths: 12 });
    await expect(here(again)).rejects.toMatchObject({ type: 'conflict' });
    const { id, version } = await byCode('3a');
    await here(() => blocks.end(adviser, id, version, '2026-03-31'));
    await expect(here(again), 'still in force today').rejects.toMatchObject({ type: 'conflict' });
    moveTo('2026-04-01');
    await here(again);
    expect((await list({ theme: '3' })).filter(({ code }) => code === '3a').map(({ name }) => name)).toEqual([
      'Nieuw',
    ]);
  });

  it('refuses to let a block last into the days of another of the same code', async () => {
    const { id, version } = await byCode('3a');
    const ended = (seen: number, lastDay: string) => here(() => blocks.end(adviser, id, seen, lastDay));
    await ended(version, '2026-06-30');
    await here(() =>
      blocks.add(adviser, { code: '3a', name: 'Nieuw', reviewIntervalMonths: 12, validFrom: '2026-08-01' }),
    );
    await expect(ended(version + 1, '2026-08-01')).rejects.toMatchObject({ type: 'conflict' });
    await ended(version + 1, '2026-07-31');
  });

  it('puts a theme in another order', async () => {
    const before = await list({ theme: '7' });
    const wanted = before.map(({ id }) => id).toReversed();
    await here(() => blocks.reorder(adviser, '7', wanted, wanted.toReversed()));
    expect((await list({ theme: '7' })).map(({ id }) => id)).toEqual(wanted);
  });

  it('leaves an order alone that somebody else made meanwhile', async () => {
    const seen = (await list({ theme: '7' })).map(({ id }) => id);
    const theirs = seen.toReversed();
    await here(() => blocks.reorder(adviser, '7', theirs, seen));
    await expect(here(() => blocks.reorder(adviser, '7', seen, seen))).rejects.toMatchObject({
      type: 'version-conflict',
    });
    expect((await list({ theme: '7' })).map(({ id }) => id)).toEqual(theirs);
  });

  it('refuses an order that forgets, repeats or borrows a block', async () => {
    const ids = (await list({ theme: '7' })).map(({ id }) => id);
    const { id: stranger } = await byCode('1a');
    for (const wrong of [ids.slice(1), [...ids, ids[0]!], [stranger, ...ids.slice(1)]]) {
      await expect(here(() => blocks.reorder(adviser, '7', wrong, ids))).rejects.toMatchObject({
        type: 'invalid-input',
      });
    }
    await expect(here(() => blocks.reorder(adviser, '9', ids, ids))).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('leaves the set to the integrity adviser', async () => {
    const { id, version } = await byCode('1a');
    const refused = { type: 'not-permitted' };
    await expect(here(() => blocks.change(auditor, id, version, { name: 'X' }))).rejects.toMatchObject(
      refused,
    );
    await expect(here(() => blocks.end(auditor, id, version, '2026-12-31'))).rejects.toMatchObject(refused);
  });
});

describe('ending a block', () => {
  it('takes it from the list after its last day, and leaves it in the figures of its years', async () => {
    const { id, version } = await byCode('6b');
    await here(() => blocks.end(adviser, id, version, '2026-06-30'));
    moveTo('2026-06-30');
    expect(await list()).toHaveLength(45);
    moveTo('2026-07-01');
    expect(await list()).toHaveLength(44);
    expect(await list({ includeEnded: true })).toHaveLength(45);
    expect(await figure('building-blocks', '2026-06-30')).toBe(45);
    expect(await figure('building-blocks', '2026-12-31')).toBe(44);
  });

  it('stays known by name to what was planned for it, and takes nothing new', async () => {
    const { id, version } = await byCode('6b');
    await here(() => blocks.end(adviser, id, version, '2026-06-30'));
    moveTo('2026-07-01');
    const directory = module.get(BuildingBlockDirectory);
    await database.inOrganisation(organisation, async () => {
      expect((await directory.byIds([id])).get(id)).toMatchObject({ code: '6b', theme: '6' });
      expect(await directory.inForceOn('2026-06-30')).toHaveLength(45);
      expect(await directory.inForceOn('2026-07-01')).toHaveLength(44);
      await expect(directory.requireInForce(id, 'buildingBlockId')).rejects.toMatchObject({
        faults: [{ path: 'buildingBlockId', code: 'ended-building-block' }],
      });
    });
    await expect(assess(id, 'operation', 'sufficient')).rejects.toMatchObject({ type: 'not-permitted' });
  });

  it('refuses a last day before the first', async () => {
    const { id, version } = await byCode('6b');
    await expect(here(() => blocks.end(adviser, id, version, '2019-12-31'))).rejects.toMatchObject({
      faults: [{ path: 'validTo', code: 'before-first-day' }],
    });
  });
});

describe('network of a block', () => {
  it('remembers who was a member', async () => {
    const { id } = await byCode('4e');
    const omar = await addPerson('Omar Bakker');
    await here(() => members.add(adviser, id, omar.id));
    await expect(here(() => members.add(adviser, id, omar.id))).rejects.toMatchObject({ type: 'conflict' });
    const { network } = await here(() => blocks.get(adviser, id));
    expect(network).toMatchObject([{ personId: omar.id, validFrom: '2026-03-02' }]);

    moveTo('2026-09-01');
    await here(() => members.remove(adviser, id, network[0]!.id));
    expect((await here(() => blocks.get(adviser, id))).network).toEqual([]);
    const { items } = await here(() => blocks.history(adviser, id, wholeList));
    expect(items[0]).toMatchObject({
      action: 'catalogue.network-member-removed',
      after: { personId: omar.id, validFrom: '2026-03-02', validTo: '2026-09-01' },
    });
  });
});

describe('policy documents', () => {
  const adopted = { adoptedOn: '2026-02-10', validFrom: '2026-03-01', adoptedBy: 'Gemeenteraad' };

  async function textOf(documentId: string, number: number): Promise<string> {
    return here(async () => {
      const { chunks } = await documents.openFile(adviser, documentId, number);
      const pieces: Uint8Array[] = [];
      for await (const chunk of chunks) pieces.push(chunk);
      return Buffer.concat(pieces).toString();
    });
  }

  it('never overwrites a text: each version stays as it was adopted', async () => {
    const { id } = await byCode('1f');
    const { document } = await here(() =>
      documents.add(adviser, id, { title: 'Gedragscode', kind: 'policy' }),
    );
    await here(() => documents.addVersion(adviser, document.id, adopted, oneVersionFile));
    const shown = await here(() =>
      documents.addVersion(
        adviser,
        document.id,
        { ...adopted, adoptedOn: '2026-03-01', validFrom: '2027-01-01', changeNote: 'Hoofdstuk 3 is nieuw.' },
        { name: 'gedragscode.pdf', stream: pdf('second text') },
      ),
    );
    expect(shown.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(shown.inForce?.number, 'the second begins next year').toBe(1);
    expect(await textOf(document.id, 1)).toContain('first text');
    expect(await textOf(document.id, 2)).toContain('second text');
    await expect(
      database.inOrganisation(organisation, () =>
        database.transactions.manager.query(
          `update policy_document_version set adopted_by = 'iemand anders'`,
        ),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('numbers the versions of two people who add one at the same moment', async () => {
    const { id } = await byCode('1f');
    const { document } = await here(() =>
      documents.add(adviser, id, { title: 'Gedragscode', kind: 'policy' }),
    );
    const published = { ...adopted, publicationPlace: 'Lokale regelgeving' };
    const add = () => here(() => documents.addVersion(adviser, document.id, published));
    await Promise.all([add(), add(), add()]);
    const { items } = await here(() => documents.list(adviser, id, wholeList));
    expect(items[0]?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('wants a file, or at least the place where everybody can read it', async () => {
    const { id } = await byCode('1f');
    const { document } = await here(() =>
      documents.add(adviser, id, { title: 'Gedragscode', kind: 'policy' }),
    );
    await expect(here(() => documents.addVersion(adviser, document.id, adopted))).rejects.toMatchObject({
      faults: [{ path: 'publicationPlace', code: 'required' }],
    });
    const published = { ...adopted, publicationPlace: 'Lokale regelgeving' };
    expect((await here(() => documents.addVersion(adviser, document.id, published))).versions).toHaveLength(
      1,
    );
    await expect(here(() => documents.openFile(adviser, document.id, 1))).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('refuses an adoption in the future and a file that is not what it says', async () => {
    const { id } = await byCode('1f');
    const { document } = await here(() =>
      documents.add(adviser, id, { title: 'Gedragscode', kind: 'policy' }),
    );
    const tomorrow = { ...adopted, adoptedOn: '2026-03-03' };
    await expect(
      here(() => documents.addVersion(adviser, document.id, tomorrow, { name: 'a.pdf', stream: pdf('x') })),
    ).rejects.toMatchObject({ faults: [{ path: 'adoptedOn' }] });
    const program = { name: 'a.pdf', stream: Readable.from([Buffer.from('MZ not a document at all')]) };
    await expect(
      here(() => documents.addVersion(adviser, document.id, adopted, program)),
    ).rejects.toMatchObject({
      type: 'unsupported-media-type',
    });
    const { items } = await here(() => documents.list(adviser, id, wholeList));
    expect(items[0]?.versions).toEqual([]);
  });

  it('is for the owner and the adviser; a refused upload leaves no file behind', async () => {
    const { id, version } = await byCode('1f');
    const sanne = await addPerson('Sanne de Groot');
    await here(() => blocks.change(adviser, id, version, { owner: { kind: 'person', personId: sanne.id } }));
    const owner = person(sanne.id);
    const { document } = await here(() => documents.add(owner, id, { title: 'Gedragscode', kind: 'policy' }));
    const outsider = person('00000000-0000-7000-8000-00000000000c', 'administrator');
    await expect(
      here(() => documents.addVersion(outsider, document.id, adopted, { name: 'a.pdf', stream: pdf('x') })),
    ).rejects.toMatchObject({ type: 'not-permitted' });
    const [files] = await database.inOrganisation(organisation, () =>
      database.transactions.manager.query<{ count: number }[]>('select count(*)::int as count from file'),
    );
    expect(files?.count).toBe(0);
  });
});

describe('assessments', () => {
  it('stand beside what follows from the records, and neither overwrites the other', async () => {
    const block = await byCode('3a');
    await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01');
    await assess(block.id, 'design', 'insufficient');
    expect(await stateOf(block.id)).toMatchObject({
      derived: { design: 'sufficient' },
      assessed: { design: 'insufficient' },
    });
  });

  it('keep every earlier judgement, and every earlier state', async () => {
    const block = await byCode('3a');
    await assess(block.id, 'existence', 'partial');
    moveTo('2026-10-01');
    await assess(block.id, 'existence', 'sufficient');
    const { items } = await here(() => assessments.list(adviser, block.id, 'existence', wholeList));
    expect(items.map(({ assessedOn, judgement }) => [assessedOn, judgement])).toEqual([
      ['2026-10-01', 'sufficient'],
      ['2026-03-02', 'partial'],
    ]);
    const history = await here(() => module.get(DerivedStateService).history(adviser, block.id, wholeList));
    const ofExistence = history.items.filter(({ aspect }) => aspect === 'existence');
    expect(ofExistence.map(({ recordedOn, judgement }) => [recordedOn, judgement])).toEqual([
      ['2026-10-01', 'sufficient'],
      ['2026-03-02', 'partial'],
      ['2026-03-02', 'unknown'],
    ]);
  });

  it('plan the next review, also when an older assessment comes in later', async () => {
    const { id, reviewIntervalMonths } = await byCode('3a');
    await assess(id, 'operation', 'sufficient');
    const planned = (await byCode('3a')).nextReviewOn;
    expect(planned).toBe(`${2026 + reviewIntervalMonths / 12}-03-02`);
    await here(() =>
      assessments.add(auditor, id, {
        aspect: 'design',
        judgement: 'sufficient',
        periodFrom: '2025-01-01',
        periodTo: '2025-06-30',
        assessedOn: '2025-07-01',
        reason: 'Nagekomen.',
        evidence: 'Rapport.',
      }),
    );
    expect((await byCode('3a')).nextReviewOn).toBe(planned);
  });

  it.each([
    [
      'a period that ends before it starts',
      { periodFrom: '2026-02-01', periodTo: '2026-01-01' },
      'before-start',
    ],
    ['a period that is not over', { periodFrom: '2026-01-01', periodTo: '2026-12-31' }, 'after-assessment'],
    [
      'a day that has yet to come',
      { periodFrom: '2026-01-01', periodTo: '2026-02-01', assessedOn: '2026-03-03' },
      'in-the-future',
    ],
  ])('refuse %s', async (_what, period, code) => {
    const { id } = await byCode('3a');
    const wanted = { aspect: 'design', judgement: 'partial', reason: 'r', evidence: 'e', ...period } as const;
    await expect(here(() => assessments.add(auditor, id, wanted))).rejects.toMatchObject({
      faults: [{ code }],
    });
  });

  it('of how it works are not for the owner, who may show that it is there', async () => {
    const { id } = await byCode('3a');
    const owner = person('00000000-0000-7000-8000-00000000000d', 'human-resources');
    await expect(assess(id, 'operation', 'sufficient', owner)).rejects.toMatchObject({
      type: 'not-permitted',
    });
    await assess(id, 'existence', 'sufficient', owner);
    expect((await stateOf(id)).derived.existence).toBe('sufficient');
  });

  it('may carry a file as evidence', async () => {
    const { id } = await byCode('3a');
    const wanted = {
      aspect: 'existence',
      judgement: 'sufficient',
      periodFrom: '2026-01-01',
      periodTo: '2026-02-28',
      reason: 'Gezien.',
      evidence: 'Zie bijlage.',
    } as const;
    const added = await here(() =>
      assessments.add(auditor, id, wanted, { name: 'lijst.pdf', stream: pdf('list') }),
    );
    const { file } = await here(() => assessments.openEvidence(adviser, added.id));
    expect(file).toMatchObject({ name: 'lijst.pdf', purpose: 'assessment-evidence' });
  });
});

describe('the passing of time', () => {
  it('makes reviews overdue and evidence old, once, however often the job runs', async () => {
    const block = await byCode('3a');
    await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01');
    await assess(block.id, 'existence', 'sufficient');
    const { nextReviewOn } = await byCode('3a');
    const run = () => here(() => module.get(ReviewOverdueHandler).perform());

    moveTo(nextReviewOn!);
    await run();
    expect((await stateOf(block.id)).derived).toMatchObject({
      design: 'sufficient',
      existence: 'sufficient',
    });
    expect((await list({ reviewOverdue: true })).map(({ code }) => code)).not.toContain('3a');

    moveTo('2030-01-01');
    await run();
    await run();
    expect((await stateOf(block.id)).derived).toMatchObject({ design: 'partial', existence: 'unknown' });
    expect((await list({ reviewOverdue: true })).map(({ code }) => code)).toContain('3a');
    const history = await here(() => module.get(DerivedStateService).history(adviser, block.id, wholeList));
    expect(history.items.filter(({ recordedOn }) => recordedOn === '2030-01-01')).toHaveLength(2);
  });
});

describe('figures', () => {
  it('are those of the reference date, whatever happened since', async () => {
    const block = await byCode('3a');
    await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01', '2026-02-15');
    await assess(block.id, 'operation', 'sufficient');
    moveTo('2027-05-01');
    await assess(block.id, 'operation', 'insufficient');

    expect(await figure('building-blocks-working', '2026-03-01')).toBe(0);
    expect(await figure('building-blocks-working', '2026-12-31')).toBe(1);
    expect(await figure('building-blocks-working', '2027-12-31')).toBe(0);
    expect(await figure('building-blocks-assessed', '2025-12-31')).toBe(0);
    expect(await figure('building-blocks-assessed', '2026-12-31')).toBe(1);
    expect(await figure('building-blocks-with-policy-document', '2026-02-14')).toBe(0);
    expect(await figure('building-blocks-with-policy-document', '2026-02-15')).toBe(1);
  });

  it('count an owner and an overdue review', async () => {
    const { id, version } = await byCode('3a');
    await here(() => blocks.change(adviser, id, version, { owner: null, reviewIntervalMonths: 6 }));
    expect(await figure('building-blocks-with-owner', '2026-12-31')).toBe(44);
    const overdue = await figure('reviews-overdue', '2026-09-02');
    expect(await figure('reviews-overdue', '2026-09-03')).toBe(overdue! + 1);
    moveTo('2026-08-01');
    await assess(id, 'existence', 'sufficient');
    expect(await figure('reviews-overdue', '2026-09-03')).toBe(overdue);
  });

  it('show the state of each block with its owner', async () => {
    const { id, version } = await byCode('3a');
    const sanne = await addPerson('Sanne de Groot');
    await here(() =>
      blocks.change(adviser, id, version, {
        owner: { kind: 'person', personId: sanne.id },
        reviewIntervalMonths: 12,
      }),
    );
    await assess(id, 'design', 'partial');
    const states = await rows('state-of-building-blocks', '2026-12-31');
    expect(states).toHaveLength(45);
    const name = referenceContent.blocks.find(({ code }) => code === '3a')!.name.nl;
    expect(states.find(([code]) => code === '3a')).toEqual([
      '3a',
      name,
      '3',
      'Sanne de Groot',
      'partial',
      'unknown',
      'unknown',
      '2027-03-02',
    ]);
  });

  it('add up to all blocks of a theme for each aspect', async () => {
    const { id } = await byCode('7a');
    await assess(id, 'operation', 'insufficient');
    const states = await rows('state-by-theme', '2026-12-31');
    expect(states).toHaveLength(24);
    expect(states.filter(([theme]) => theme === '7')).toEqual([
      ['7', 'design', 0, 0, 0, 4],
      ['7', 'existence', 0, 0, 0, 4],
      ['7', 'operation', 0, 0, 1, 3],
    ]);
  });

  it('list each policy document once, in the version of the day', async () => {
    const block = await byCode('3a');
    const documentId = await adopt(block, 'Regeling nevenwerkzaamheden', '2026-02-01');
    moveTo('2027-05-01');
    const renewed = {
      adoptedOn: '2027-04-01',
      validFrom: '2027-05-01',
      adoptedBy: 'Gemeenteraad',
      publicationPlace: 'Lokale regelgeving',
    };
    await here(() => documents.addVersion(adviser, documentId, renewed));
    const college = 'College van burgemeester en wethouders';
    expect(await rows('policy-documents', '2026-12-31')).toEqual([
      ['3a', 'Regeling nevenwerkzaamheden', '2026-02-01', college],
    ]);
    expect(await rows('policy-documents', '2027-12-31')).toEqual([
      ['3a', 'Regeling nevenwerkzaamheden', '2027-04-01', 'Gemeenteraad'],
    ]);
  });
});
