import type { PersonalDataOverview, PersonalDataRow, PersonalDataSource } from './personal-data.js';
import { personalDataHtml } from './personal-data-html.js';
import { personalDataJson } from './personal-data-json.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

const source: PersonalDataSource = {
  id: 'proof.things',
  title: { nl: 'Dingen', en: 'Things' },
  purpose: { nl: 'Om te proeven.', en: 'To prove.' },
  covers: [],
  columns: [
    { id: 'name', label: { nl: 'Naam', en: 'Name' } },
    { id: 'day', label: { nl: 'Dag', en: 'Day' }, isDay: true },
    { id: 'at', label: { nl: 'Tijdstip', en: 'Time' } },
    { id: 'known', label: { nl: 'Bekend', en: 'Known' } },
    { id: 'state', label: { nl: 'Stand', en: 'State' }, codes: { open: { nl: 'Open', en: 'Open' } } },
  ],
  read: () => Promise.resolve([]),
};

const row: PersonalDataRow = {
  name: '<script>alert("&")</script>',
  day: '2026-03-02',
  at: new Date('2026-06-30T22:30:00Z'),
  known: true,
  state: 'open',
  secret: 'no column asks for this',
};

function overview(...batches: readonly (readonly PersonalDataRow[])[]): PersonalDataOverview {
  async function* taken() {
    yield* batches;
  }
  return {
    organisation: 'Gemeente Voorbeeld',
    name: 'Jan & Alleman',
    askedAt: new Date('2026-01-31T23:30:00Z'),
    parts: [{ source, batches: taken() }],
  };
}

async function text(parts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of parts) all += part;
  return all;
}

describe('an overview of personal data', () => {
  it('is a page in which nothing that was recorded can run', async () => {
    const page = await text(personalDataHtml(overview([row], [{ ...row, known: false }]), 'nl'));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('Jan &amp; Alleman');
    expect(page).not.toContain('no column asks for this');
    expect(page.match(/<tr>/g)).toHaveLength(3);
  });

  it('tells days and moments as they were in the Netherlands, and codes in words', async () => {
    const page = await text(personalDataHtml(overview([row]), 'nl'));
    expect(page).toContain('1 februari 2026');
    expect(page).toContain('1 juli 2026');
    expect(page).toContain('<td>Open</td>');
    expect(page).toContain('<td>ja</td>');
    expect(await text(personalDataHtml(overview([row]), 'en'))).toContain('<html lang="en">');
  });

  it('says so where there is nothing', async () => {
    for (const empty of [overview(), overview([])]) {
      const page = await text(personalDataHtml(empty, 'nl'));
      expect(page).toContain('Hierover is niets vastgelegd.');
      expect(page).not.toContain('<table');
    }
  });

  it('is JSON for programs, however many batches it came in', async () => {
    const parsed: unknown = JSON.parse(await text(personalDataJson(overview([row, row], [row]), 'nl')));
    const cells = { ...row, at: '2026-06-30T22:30:00.000Z', secret: undefined };
    expect(parsed).toEqual({
      organisation: 'Gemeente Voorbeeld',
      name: 'Jan & Alleman',
      askedAt: '2026-01-31T23:30:00.000Z',
      parts: [
        {
          id: 'proof.things',
          title: 'Dingen',
          purpose: 'Om te proeven.',
          labels: { name: 'Naam', day: 'Dag', at: 'Tijdstip', known: 'Bekend', state: 'Stand' },
          rows: [cells, cells, cells],
        },
      ],
    });
    expect(JSON.parse(await text(personalDataJson({ ...overview(), parts: [] }, 'nl')))).toMatchObject({
      parts: [],
    });
  });
});

it('two registers can not go by one name', () => {
  const registry = new PersonalDataRegistry();
  registry.register(source);
  expect(() => registry.register(source)).toThrow('proof.things is registered twice');
});
