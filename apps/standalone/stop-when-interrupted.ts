/** One Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const sameKeyMilliseconds = 1_000;

export interface Stoppable {
  stop(): void;
  hurry(): void;
}

/** Ctrl-C, a closed terminal or `kill` stops; a second one hurries. */
export function stopWhenInterrupted(stoppable: Stoppable): void {
  let stoppedAt: number | undefined;
  const interrupt = () => {
    if (stoppedAt === undefined) {
      stoppedAt = performance.now();
      stoppable.stop();
    } else if (performance.now() - stoppedAt > sameKeyMilliseconds) {
      stoppable.hurry();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
}
