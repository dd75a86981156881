import { createContext, useCallback, useEffect, useState } from 'react';

let left = '';

/** Leaves word of what came of something for the page that is gone to now. */
export function tellOnArrival(words: string): void {
  left = words;
}

/** Of the page around: somebody did something else since, so what was told on arrival is no news any more. */
export const ForgetArrival = createContext<() => void>(() => undefined);

/** What the page before left word of, for the page that comes after it and for no other; and how to forget it. */
export function useToldOnArrival(): readonly [string, () => void] {
  const [told, tell] = useState('');
  useEffect(() => {
    // Once it stands in the page: what is in a status from the start is not heard.
    if (left) tell(left);
    left = '';
  }, []);
  return [told, useCallback(() => tell(''), [])];
}
