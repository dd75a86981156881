import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A compiled program in a process of its own. It ends with this one: the channel between them closes. */
export class Child {
  private readonly process: ChildProcess;

  /** @param program from the folder of the benchmarks, such as `../../apps/api/main.js`. */
  constructor(program: string, settings: Readonly<Record<string, string>> = {}) {
    this.process = fork(fileURLToPath(new URL(`../${program}`, import.meta.url)), {
      env: { ...settings },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async ask<Answer>(question: object): Promise<Answer> {
    const answered = once(this.process, 'message');
    this.process.send(question);
    const [answer] = (await Promise.race([answered, this.failed()])) as [Answer];
    return answer;
  }

  async untilAnswering(address: string): Promise<void> {
    for (let waited = 0; waited < 30_000; waited += 100) {
      if (this.process.exitCode !== null) break;
      const answer = await fetch(address).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error(`nothing answers at ${address}`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    if (this.process.connected) this.process.disconnect();
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 8_000);
    await ended;
    clearTimeout(patience);
  }

  private async failed(): Promise<never> {
    await once(this.process, 'exit');
    throw new Error(`${this.process.spawnfile} ended before it answered`);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
