import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A whole start with the demo, on a machine that is busy with other things. */
const startMilliseconds = 60_000;

/** A program under test in a process of its own, with what it printed. */
export class Program {
  readonly ended: Promise<Ended>;
  private readonly process: ChildProcess;
  private printed = '';

  constructor(
    script: string,
    parameters: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.process = spawn(process.execPath, [path, ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    });
    this.process.stdout?.on('data', (chunk) => (this.printed += String(chunk)));
    this.process.stderr?.on('data', (chunk) => (this.printed += String(chunk)));
    this.ended = new Promise((resolve) => {
      this.process.once('close', (code) => resolve({ code, output: this.printed }));
    });
  }

  get output(): string {
    return this.printed;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  async untilPrinted(text: string): Promise<void> {
    const printed = (): boolean => {
      if (this.process.exitCode !== null)
        throw new Error(`ended before it printed "${text}":\n${this.printed}`);
      return this.printed.includes(text);
    };
    await until(`"${text}" printed; so far:\n${this.printed}`, printed, startMilliseconds);
  }
}

export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMilliseconds = 15_000,
): Promise<void> {
  for (let waited = 0; waited < limitMilliseconds; waited += 50) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`Waited in vain for: ${what}`);
}

export interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

/** Every process that was started for this folder: it is in their arguments or their environment. */
export function processesOf(folder: string): FoundProcess[] {
  const listing = execFileSync('ps', ['axeww', '-o', 'pid=,args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listing
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim() }));
}

export async function untilNothingRuns(folder: string): Promise<void> {
  await until('nothing of it running', () => processesOf(folder).length === 0);
}

/** The process of that folder with this in its command line. */
export function find(folder: string, text: string): number {
  const found = processesOf(folder).find(({ command }) => command.includes(text));
  if (!found) throw new Error(`No process with "${text}" runs for ${folder}`);
  return found.pid;
}

export function isRunning(folder: string, pid: number): boolean {
  return processesOf(folder).some((found) => found.pid === pid);
}

export function postgresPid(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
