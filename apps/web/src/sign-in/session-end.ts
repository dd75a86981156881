import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

function become(value: boolean): void {
  ended = value;
  for (const listener of listeners) listener();
}

export const endSession = (): void => become(true);
export const resumeSession = (): void => become(false);

/** Whether the server no longer knows the session that this page began with. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
