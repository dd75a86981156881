import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import type { Localised } from '@weerbaar/core/figures';
import type { JobRun } from '@weerbaar/kernel/jobs';
import type { Terminal } from './terminal.js';

const pollMilliseconds = 200;

/** A worker that runs takes a job up within a second. */
const hintAfterMilliseconds = 15_000;

const steps: Readonly<Record<string, Localised>> = {
  collect: { nl: 'gegevens verzamelen', en: 'collecting the data' },
  suppress: {
    nl: 'weglaten wat deze uitgave niet mag tonen',
    en: 'leaving out what this edition may not show',
  },
  draw: { nl: 'tabellen en grafieken tekenen', en: 'drawing tables and charts' },
  typeset: { nl: 'opmaken', en: 'typesetting' },
  store: { nl: 'opslaan', en: 'storing' },
};

const waiting: Localised = { nl: 'wachten op de worker', en: 'waiting for the worker' };
const finished: Localised = { nl: 'klaar', en: 'done' };

/** Shows how far a job is until it has ended, one way or the other. */
export async function followRun(read: () => Promise<JobRun>, terminal: Terminal): Promise<JobRun> {
  const display = terminal.output.isTTY ? new BarDisplay(terminal) : new LineDisplay(terminal);
  const begin = performance.now();
  let hinted = false;
  try {
    for (;;) {
      const run = await read();
      display.show(run.progress, terminal.say(wordsFor(run)));
      if (run.state === 'done' || run.state === 'failed') return run;
      if (!hinted && run.attempt === 0 && performance.now() - begin > hintAfterMilliseconds) {
        display.show(run.progress, terminal.say(workerHint));
        hinted = true;
      }
      await sleep(pollMilliseconds, undefined, { signal: terminal.interrupted });
    }
  } finally {
    display.end();
  }
}

const workerHint: Localised = {
  nl: 'wachten op de worker; draait die?',
  en: 'waiting for the worker; does it run?',
};

function wordsFor({ state, step }: JobRun): Localised {
  if (state === 'done') return finished;
  return (step === null ? undefined : steps[step]) ?? waiting;
}

interface ProgressDisplay {
  show(percent: number, words: string): void;
  end(): void;
}

class BarDisplay implements ProgressDisplay {
  private readonly bar: SingleBar;

  constructor({ output }: Terminal) {
    this.bar = new SingleBar({
      format: '  {bar} {percentage}% {words}',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      stream: output,
    });
    this.bar.start(100, 0, { words: '' });
  }

  show(percent: number, words: string): void {
    this.bar.update(percent, { words });
  }

  end(): void {
    this.bar.stop();
  }
}

/** For a file or a pipe: a line for each step. */
class LineDisplay implements ProgressDisplay {
  private last = '';

  constructor(private readonly terminal: Terminal) {}

  show(percent: number, words: string): void {
    const line = `  ${String(percent).padStart(3)}% ${words}`;
    if (line !== this.last) this.terminal.print(line);
    this.last = line;
  }

  end(): void {}
}
