import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { pause } from '@weerbaar/kernel/lifecycle';
import { InstallationProblem } from './installation-problem.js';

/** Longer than the child itself takes at the most; see libs/kernel/lifecycle. */
const patienceMilliseconds = 8_000;

export interface ChildOptions {
  readonly name: string;
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/**
 * A process of Weerbaar started by another. It has a session of its own, so that Ctrl-C reaches the
 * starter alone and the order of stopping is its to choose; and a channel, which closes when the
 * starter is gone or wants the child to end.
 */
export class Child {
  readonly ended: Promise<void>;
  private readonly process: ChildProcess;

  constructor(private readonly options: ChildOptions) {
    const log = openSync(options.logFile, 'a');
    this.process = fork(options.program, [], {
      detached: true,
      env: options.environment,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.process.once('exit', () => resolve());
      this.process.once('error', () => resolve());
    });
  }

  /** What to tell the person who started it, when it ended without being asked to. */
  unexpectedEnd(): InstallationProblem {
    const { name, logFile } = this.options;
    const how = this.process.signalCode ?? `code ${this.process.exitCode}`;
    return new InstallationProblem(
      `${name} is onverwacht gestopt (${how}); alles stopt`,
      `${name} ended unexpectedly (${how}); everything stops. ${logFile}:\n${endOf(logFile)}`,
    );
  }

  async stop(hurry: AbortSignal): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    await Promise.race([this.ended, pause(patienceMilliseconds, hurry)]);
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

function endOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
