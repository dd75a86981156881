import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DocumentModel } from '@weerbaar/kernel/documents';
import { composeDocument } from '../../../libs/domain/annual-cycle/rendering/compose-document.js';
import { figuresFor } from '../../../libs/domain/annual-cycle/rendering/edition.js';
import type { RenderingContent } from '../../../libs/domain/annual-cycle/rendering/rendering-content.js';
import type { FiguresSnapshot } from '../../../libs/domain/annual-cycle/snapshot/figures-snapshot.js';
import type { Organisation } from './organisation.js';

interface Rendering {
  readonly id: string;
  readonly state: string;
  readonly errorCode: string | null;
  readonly files: readonly object[];
}

/** Has the worker make the internal report of an organisation, asked for over the API as an adviser does. */
export class Reports {
  private rendering = '';

  constructor(
    private readonly organisation: Organisation,
    private readonly port: number,
    private readonly database: pg.Client,
  ) {}

  /** Takes the figures; once, before the first report. */
  async prepare(): Promise<void> {
    await this.call('POST', `annual-documents/${this.organisation.reportId}/_refresh-figures`);
  }

  /**
   * Makes the report in all formats.
   * @returns milliseconds from the moment the worker takes the job up to the moment it is done: the wait in the
   * queue does not count.
   */
  async make(): Promise<number> {
    await this.forget();
    const { id } = await this.call<Rendering>(
      'POST',
      `annual-documents/${this.organisation.reportId}/renderings`,
      { edition: 'internal' },
    );
    this.rendering = id;
    for (let waited = 0; waited < 120_000; waited += 50) {
      const { state, errorCode, files } = await this.call<Rendering>('GET', `renderings/${id}`);
      if (state === 'failed') throw new Error(`the report was not made: ${errorCode}`);
      if (state === 'done' && files.length === 6) return this.workerTime();
      await sleep(50);
    }
    throw new Error('the report was not made in two minutes');
  }

  /** What the last report was made from, as the renderers get it. */
  async model(): Promise<DocumentModel> {
    const [content] = await this.rows<RenderingContent>(
      'select content as row from rendering where id = $1',
      [this.rendering],
    );
    if (!content) throw new Error('there is no report yet');
    const [snapshot] = await this.rows<FiguresSnapshot>(
      `select jsonb_build_object('id', id, 'year', year, 'referenceDate', reference_date, 'takenAt', taken_at,
                                 'hash', hash, 'figures', figures) as row
         from figures_snapshot where id = $1`,
      [content.snapshotId],
    );
    if (!snapshot) throw new Error('there are no figures yet');
    const figures = figuresFor(content.edition, snapshot.figures);
    return composeDocument(content, { ...snapshot, takenAt: new Date(snapshot.takenAt), figures });
  }

  /** The same content gives the same job, and a job that is done is not done again; unless it is forgotten. */
  private async forget(): Promise<void> {
    for (const table of ['rendered_file', 'rendering', 'outbox_event', 'job_run']) {
      await this.database.query(`delete from ${table}`);
    }
  }

  private async workerTime(): Promise<number> {
    const [milliseconds] = await this.rows<number>(
      `select extract(epoch from finished_at - started_at) * 1000 as row from job_run where subject = $1`,
      [this.rendering],
    );
    return Number(milliseconds);
  }

  private async rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.database.query<{ row: Row }>(sql, [...parameters]);
    return rows.map(({ row }) => row);
  }

  private call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const { host, cookie } = this.organisation;
    const headers = { host, cookie, 'if-match': '"1"', ...(body && { 'content-type': 'application/json' }) };
    const options = { host: '127.0.0.1', port: this.port, path: `/api/v1/${path}`, method, headers };
    return new Promise((resolve, reject) => {
      const sent = request(options, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.once('end', () => {
          if ((response.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${text}`));
          else resolve(JSON.parse(text) as Answer);
        });
      });
      sent.once('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }
}
