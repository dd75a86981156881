import { useEffect, useState } from 'react';

let left = '';

/** Leaves word of what came of something for the page that is gone to now. */
export function tellOnArrival(words: string): void {
  left = words;
}

/** What the page before left word of, for the page that comes after it and for no other. */
export function useToldOnArrival(): string {
  const [told, tell] = useState('');
  useEffect(() => {
    // Once it stands in the page: what is in a status from the start is not heard.
    if (left) tell(left);
    left = '';
  }, []);
  return told;
}
