import type { INestApplicationContext } from '@nestjs/common';
import { AnnualDocumentService, RenderingService, type RenderingState } from '@weerbaar/annual-cycle';
import type { Language } from '@weerbaar/core/figures';
import { operatorActor } from '@weerbaar/kernel/context';
import { Problem, type ProblemType, problemTypes } from '@weerbaar/kernel/problems';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import { followRun } from '../rendering-progress.js';
import { prepareFolder, saveFile } from '../save-file.js';
import type { Terminal } from '../terminal.js';
import { withWorker } from '../worker-process.js';

export interface AnnualDocumentOptions {
  readonly year: number;
  readonly edition: 'internal' | 'public';
  readonly language: Language;
  readonly organisation?: string;
  readonly out: string;
}

export type Kind = 'plan' | 'report';

export async function makeAnnualDocument(
  kind: Kind,
  options: AnnualDocumentOptions,
  terminal: Terminal,
): Promise<void> {
  await withDatabase(['DATABASE_URL'], (database) =>
    withApplication(database.settings, 'application', async (app) => {
      const organisation = await organisationOf(app, options.organisation);
      await inOrganisation(organisation, async () => {
        await prepareFolder(options.out);
        const asked = await ask(app, kind, options);
        if (asked.run.state !== 'done') {
          await withWorker(database, terminal.interrupted, () => untilDone(app, asked, terminal));
        }
        await save(app, asked.rendering.id, options.out, terminal);
      });
    }),
  );
}

async function ask(
  app: INestApplicationContext,
  kind: Kind,
  { year, edition, language }: AnnualDocumentOptions,
): Promise<RenderingState> {
  const documents = app.get(AnnualDocumentService);
  const latest = await documents.latest(operatorActor, year, kind);
  const document = latest ?? (await documents.open(operatorActor, year, kind)).document;
  return app.get(RenderingService).request(operatorActor, document.id, edition, language);
}

async function untilDone(
  app: INestApplicationContext,
  { rendering }: RenderingState,
  terminal: Terminal,
): Promise<void> {
  const read = async () => (await app.get(RenderingService).get(operatorActor, rendering.id)).run;
  const { state, errorCode } = await followRun(read, terminal);
  if (state === 'done') return;
  throw new Problem(problemTypeOf(errorCode), {
    detail: {
      nl: 'het maken is niet gelukt; het log van de worker zegt waarom',
      en: 'the document could not be made; the log of the worker says why',
    },
  });
}

function problemTypeOf(code: string | null): ProblemType {
  return code !== null && Object.hasOwn(problemTypes, code) ? (code as ProblemType) : 'unexpected-error';
}

async function save(
  app: INestApplicationContext,
  renderingId: string,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const renderings = app.get(RenderingService);
  const { files } = await renderings.get(operatorActor, renderingId);
  const rows: string[][] = [];
  for (const { format } of files) {
    const { file, chunks } = await renderings.open(operatorActor, renderingId, format);
    const size = await saveFile(folder, file.name, chunks);
    rows.push([file.name, `${terminal.number(size / 1000)} kB`]);
  }
  terminal.print(`\n${folder}`);
  terminal.table(rows);
}
