import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const restMs = 200;

/**
 * Calls once nothing was typed for a moment, with the last of what was typed. Not any more when the person is on the
 * way to another page: a list that puts what was typed in its address would call them back.
 */
export function useDebounced<Value>(call: (value: Value) => void): (value: Value) => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (value) => {
    const { pathname } = router.latestLocation;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (router.latestLocation.pathname === pathname) call(value);
    }, restMs);
  };
}
