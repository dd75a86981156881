import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { hostileDocument, hostileTexts } from '../testing/hostile-document.js';
import { sampleActions, sampleDocument } from '../testing/sample-document.js';
import { Typesetter, TypesettingError } from './typesetter.js';

// Real here: the process, typst, its PDF/UA-1 and PDF/A-3a checks, the fonts. The text is read with pdftotext
// where the machine has it.
const typesetter = new Typesetter();
const hasTextReader = spawnSync('pdftotext', ['-v']).error === undefined;

function textOf(pdf: Uint8Array): string {
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 50_000_000 });
  return read.stdout.toString('utf8');
}

/** The file with its compressed streams unpacked, as far as they are text. */
function contentsOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let start = raw.indexOf('stream\n'); start !== -1; start = raw.indexOf('stream\n', start + 7)) {
    try {
      parts.push(inflateSync(raw.subarray(start + 7)).toString('latin1'));
    } catch {
      // Not a compressed stream, or its end marker.
    }
  }
  return parts.join('\n');
}

/** The typesetting processes of this test file. */
function typesettingProcesses(): number[] {
  const threads = readdirSync('/proc/self/task');
  const children = threads.map((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8'));
  const ids = children.join(' ').split(/\s+/u).filter(Boolean);
  return ids
    .filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('typeset-process'))
    .map(Number);
}

async function faultOf(promise: Promise<unknown>): Promise<TypesettingError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TypesettingError)) throw new Error('No TypesettingError', { cause: error });
  return error;
}

describe('the typeset document', () => {
  it('is PDF/UA-1 to read and PDF/A-3a to keep, tagged, with the title and the language', async () => {
    const { readable, archive } = await typesetter.typeset(sampleDocument(), ['readable', 'archive']);
    const [forReading, forKeeping] = [contentsOf(readable), contentsOf(archive)];
    expect(forReading).toMatch(/pdfuaid:part>1</u);
    expect(forKeeping).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</u);
    for (const contents of [forReading, forKeeping]) {
      expect(contents).toMatch(/\/Marked true/u);
      expect(contents).toMatch(/\/Lang ?\(nl-NL\)/u);
      expect(contents).toContain('Jaarverslag integriteit 2025');
      expect(contents).toContain('2026-04-14T10:00:00');
      expect(contents).toMatch(/\/Outlines/u);
      expect(contents).toContain('SourceSans3');
    }
  });

  it('carries every table as CSV in the archive copy, and none in the readable one', async () => {
    const { readable, archive } = await typesetter.typeset(sampleDocument(), ['readable', 'archive']);
    const contents = contentsOf(archive);
    for (const name of ['01-bouwstenen-op-orde-per-thema', '02-acties-uit-het-jaarplan-2025'])
      expect(contents).toContain(`tabel-${name}.csv`);
    expect(contents).toContain('Thema;Bouwstenen;Opzet;Bestaan;Werking;Werkt zoals bedoeld');
    expect(contentsOf(readable)).not.toContain('jaarplan-2025.csv');
  });

  it('has the same bytes every time', async () => {
    const first = await typesetter.typeset(sampleDocument(), ['readable', 'archive']);
    const second = await typesetter.typeset(sampleDocument(), ['archive', 'readable']);
    expect(Buffer.from(first.readable).equals(Buffer.from(second.readable))).toBe(true);
    expect(Buffer.from(first.archive).equals(Buffer.from(second.archive))).toBe(true);
  });

  it('bears everything a person can type, and still passes the checks of both standards', async () => {
    const { readable } = await typesetter.typeset(hostileDocument(), ['readable', 'archive']);
    expect(readable.length).toBeGreaterThan(10_000);
  });

  it('bears an English document, one without chapters, and one with hardly a word', async () => {
    const english = await typesetter.typeset(sampleDocument({ language: 'en', draft: true }), ['readable']);
    expect(contentsOf(english.readable)).toMatch(/\/Lang ?\(en-GB\)/u);
    const bare = sampleDocument({
      title: ' ',
      subtitle: '',
      publisher: '',
      status: '',
      edition: '',
      keywords: [],
      colophon: [],
      chapters: [],
    });
    expect((await typesetter.typeset(bare, ['readable', 'archive'])).archive.length).toBeGreaterThan(1000);
  });

  it.runIf(hasTextReader)('prints markup as it was typed, and marks for what no font can draw', async () => {
    const { readable } = await typesetter.typeset(hostileDocument(), ['readable']);
    const words = textOf(readable).replaceAll('\u200b', '').replace(/\s+/gu, ' ');
    expect(words).toContain('#let x = 1 #panic("ja") $a^2$ *vet* _schuin_ `code` @bron <label>');
    expect(words).toContain(hostileTexts.html.slice(0, 25));
    expect(words).toContain('Niet te tekenen: \ufffd\ufffd');
  });

  it.runIf(hasTextReader)(
    'numbers the pages, repeats the headers of a long table and says what it left out',
    async () => {
      const table = sampleActions(3000);
      const model = sampleDocument({
        chapters: [{ id: 'a', title: 'Acties', blocks: [{ kind: 'table', table }] }],
      });
      const { readable } = await typesetter.typeset(model, ['readable']);
      const pages = textOf(readable).split('\f').slice(2, -1);
      expect(pages.length).toBeGreaterThan(50);
      expect(pages.every((page) => page.includes('Verantwoordelijke') || page.includes('Bron:'))).toBe(true);
      expect(pages[0]).toContain(`Pagina 3 van ${pages.length + 2}`);
      expect(pages.at(-1)).toContain('Hier staan de eerste 2.000 van 3.000 rijen.');
    },
    60_000,
  );
});

describe('the last page of a table', () => {
  it.runIf(hasTextReader)('has three rows at least, under the header', async () => {
    for (const length of [34, 35, 36, 37, 38]) {
      const table = {
        caption: 'Rijen',
        columns: [
          { label: 'Naam', measure: 'text' as const },
          { label: 'Aantal', measure: 'count' as const },
        ],
        rows: Array.from({ length }, (_, index) => [`Rij ${index + 1}`, index]),
      };
      const model = sampleDocument({
        chapters: [{ id: 'a', title: 'A', blocks: [{ kind: 'table', table }] }],
      });
      const { readable } = await typesetter.typeset(model, ['readable']);
      const pages = textOf(readable).split('\f').slice(2, -1);
      expect(pages.at(-1)).toContain('Naam');
      expect((pages.at(-1)?.match(/Rij \d+/gu) ?? []).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('a document that cannot be typeset', () => {
  it('is given up after the time limit', async () => {
    const error = await faultOf(new Typesetter({ time: 5 }).typeset(sampleDocument(), ['readable']));
    expect(error.fault).toBe('time-limit');
  });

  it('is given up when it takes too much memory', async () => {
    const table = sampleActions(2000);
    const model = sampleDocument({
      chapters: [{ id: 'a', title: 'Acties', blocks: [{ kind: 'table', table }] }],
    });
    const error = await faultOf(new Typesetter({ memory: 150_000_000 }).typeset(model, ['readable']));
    expect(error.fault).toBe('memory-limit');
  });

  it.runIf(process.platform === 'linux')(
    'gives an error, not a hanging job, when the process is killed',
    async () => {
      const fault = faultOf(typesetter.typeset(sampleDocument(), ['readable']));
      for (const child of typesettingProcesses()) process.kill(child, 'SIGKILL');
      expect((await fault).fault).toBe('crashed');
    },
  );

  it('is refused without repeating its text', async () => {
    const broken = sampleDocument({ title: 'Geheime naam' });
    const chart = {
      svg: { tag: 'geheim', attributes: {}, children: ['geheim'] },
      width: 10,
      height: 10,
      title: 'x',
      alternative: 'x',
    };
    const chapters = [
      { id: 'a', title: 'A', blocks: [{ kind: 'chart' as const, id: 'x', caption: 'geheim', chart }] },
    ];
    const error = await faultOf(typesetter.typeset({ ...broken, chapters }, ['readable']));
    expect([error.fault, error.type]).toEqual(['refused', 'not-typesettable']);
    expect(error.message.toLowerCase()).not.toContain('geheim');
  });
});
