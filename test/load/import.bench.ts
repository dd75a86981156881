import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bound } from './support/bound.js';
import {
  addHumanResources,
  addStructure,
  copy,
  employees,
  employeesCsv,
  tablesOf,
} from './support/employees.js';
import type { Installation } from './support/installation.js';
import { inTurns, timeOf } from './support/measure.js';
import type { Organisation } from './support/organisation.js';
import { peakMemory } from './support/process-memory.js';

/**
 * A file of the HR system into an organisation without people: from the first byte of the upload until all of it is
 * applied, with the waits in between; against a bare COPY of the same rows into the same tables.
 */
export async function employmentImport(
  installation: Installation,
  smoke: boolean,
): Promise<readonly Bound[]> {
  const all = employees(smoke ? 2_000 : 20_000);
  const file = Buffer.from(employeesCsv(all));
  const { first, second, ratio } = await inTurns(
    smoke ? 1 : 4,
    async () => {
      const organisation = await installation.addOrganisation({ history: 0 });
      await addHumanResources(installation.database, organisation.id);
      await addStructure(installation.database, all);
      const imports = new Imports(organisation, installation.port);
      return timeOf(() => imports.importWhole(file));
    },
    async () => {
      await installation.addOrganisation({ history: 0 });
      const ids = await addStructure(installation.database, all);
      const tables = tablesOf(all, ids);
      return timeOf(() => copy(installation.database, tables));
    },
  );
  return [
    {
      what: `import of ${all.length} people, against a bare COPY into the same tables`,
      measured: `${(first / 1000).toFixed(1)} s, ${(second / 1000).toFixed(1)} s`,
      value: ratio,
      limit: { atMost: 10 },
    },
    {
      what: `import of ${all.length} people: memory of the worker`,
      measured: `${peakMemory(installation.worker.pid).toFixed(0)} MB at most`,
      value: peakMemory(installation.worker.pid) / 1000,
      limit: { atMost: 1 },
    },
  ];
}

interface Import {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** As somebody of human resources does it: upload, look, confirm. */
class Imports {
  constructor(
    private readonly organisation: Organisation,
    private readonly port: number,
  ) {}

  async importWhole(file: Buffer): Promise<void> {
    const started = await this.call<Import>('POST', 'employment-imports', form(file));
    const planned = await this.until(started.id, 'planned');
    await this.call('POST', `employment-imports/${planned.id}/_confirm`, {
      type: 'application/json',
      bytes: Buffer.from('{}'),
      version: planned.version,
    });
    await this.until(planned.id, 'applied');
  }

  private async until(id: string, wanted: string): Promise<Import> {
    for (let waited = 0; waited < 300_000; waited += 50) {
      const found = await this.call<Import>('GET', `employment-imports/${id}`);
      if (found.state === wanted) return found;
      if (!['planning', 'applying'].includes(found.state)) throw new Error(`the import is ${found.state}`);
      await sleep(50);
    }
    throw new Error('the import took five minutes');
  }

  private call<Answer>(
    method: string,
    path: string,
    sent?: { readonly type: string; readonly bytes: Buffer; readonly version?: number },
  ): Promise<Answer> {
    const { host, cookie } = this.organisation;
    const headers = {
      host,
      cookie,
      ...(sent && { 'content-type': sent.type, 'content-length': sent.bytes.length }),
      ...(sent?.version !== undefined && { 'if-match': `"${sent.version}"` }),
    };
    const options = { host: '127.0.0.1', port: this.port, path: `/api/v1/${path}`, method, headers };
    return new Promise((resolve, reject) => {
      const asked = request(options, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.once('end', () => {
          if ((response.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${text}`));
          else resolve(JSON.parse(text) as Answer);
        });
      });
      asked.once('error', reject);
      asked.end(sent?.bytes);
    });
  }
}

function form(file: Buffer): { readonly type: string; readonly bytes: Buffer } {
  const boundary = 'part-of-the-form';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="referenceDay"\r\n\r\n2026-01-01\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="hr.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
