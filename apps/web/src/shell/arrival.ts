import { useEffect, useState } from 'react';

let left = '';
let forget = (): void => undefined;

/** Leaves word of what came of something for the page that is gone to now. */
export function tellOnArrival(words: string): void {
  left = words;
}

/** Somebody did something else since: what was told on arrival is no news any more. */
export function forgetArrival(): void {
  forget();
}

/** What the page before left word of, for the page that comes after it and for no other. */
export function useToldOnArrival(): string {
  const [told, tell] = useState('');
  useEffect(() => {
    // Once it stands in the page: what is in a status from the start is not heard.
    if (left) tell(left);
    left = '';
    forget = () => tell('');
  }, []);
  return told;
}
