import { rmSync } from 'node:fs';
import { temporaryFolder } from '../../support/embedded-postgres.js';
import { freePort, Program, untilNothingRuns } from './processes.js';

/** `npm start` on a data folder and a port of its own, again and again. */
export class Installation {
  private readonly started: Program[] = [];

  private constructor(
    readonly folder: string,
    private readonly port: number,
  ) {}

  static async prepare(): Promise<Installation> {
    return new Installation(temporaryFolder(), await freePort());
  }

  get address(): string {
    return `http://localhost:${this.port}`;
  }

  async start(): Promise<Program> {
    const program = new Program('../../../apps/standalone/start.mjs', [], {
      WEERBAAR_PORT: String(this.port),
      WEERBAAR_DATA_DIR: this.folder,
    });
    this.started.push(program);
    await program.untilPrinted('is ready');
    return program;
  }

  /** What a test left running must not disturb the next one. */
  async end(): Promise<void> {
    for (const program of this.started.splice(0)) program.kill('SIGKILL');
    await untilNothingRuns(this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
