import { useEffect, useRef } from 'react';

const restMs = 200;

/** Calls once nothing was typed for a moment, with the last of what was typed. */
export function useDebounced<Value>(call: (value: Value) => void): (value: Value) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (value) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => call(value), restMs);
  };
}
