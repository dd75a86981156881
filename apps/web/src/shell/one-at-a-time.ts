import { type SyntheticEvent, useRef } from 'react';

/** Does something once at a time: the second click of a double one comes while the first is under way. */
export function useOneAtATime<Given extends readonly unknown[]>(
  act: (...given: Given) => Promise<unknown>,
): (...given: Given) => void {
  const isUnderWay = useRef(false);
  return (...given) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void act(...given).finally(() => (isUnderWay.current = false));
  };
}

/** The same for a form that the app sends by itself. */
export function useSubmit(send: () => Promise<unknown>): (event: SyntheticEvent) => void {
  const sendOnce = useOneAtATime(send);
  return (event) => {
    event.preventDefault();
    sendOnce();
  };
}
