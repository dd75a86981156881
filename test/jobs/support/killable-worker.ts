import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** The program of a worker, made runnable by plain Node. Among the modules of the project, so that it finds them. */
export interface WorkerProgram {
  start(databaseUrl: string, redisUrl: string | undefined): KillableWorker;
  remove(): void;
}

export async function buildWorkerProgram(): Promise<WorkerProgram> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'weerbaar-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: resolve('test/jobs/support/worker-process.ts'),
      outDir: folder,
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return {
    start: (databaseUrl, redisUrl) => {
      const program = [join(folder, 'worker.mjs'), databaseUrl, ...(redisUrl ? [redisUrl] : [])];
      return new KillableWorker(spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export class KillableWorker {
  private output = '';
  private readonly ended: Promise<unknown>;

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.output += data.toString();
      });
    }
  }

  /** Waits until the worker has said so. */
  says(line: string): Promise<void> {
    return vi.waitFor(() => expect(this.output).toContain(`${line}\n`), { timeout: 20_000, interval: 10 });
  }

  get told(): readonly string[] {
    return this.output.split('\n').filter((line) => line.startsWith('performing'));
  }

  /** As the machine would: no farewell. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }
}
