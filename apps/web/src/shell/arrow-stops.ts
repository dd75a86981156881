import { type KeyboardEvent, type RefCallback, useRef, useState } from 'react';

interface ArrowStops {
  /** For the one with this number. */
  readonly of: (index: number) => {
    readonly ref: RefCallback<HTMLElement>;
    readonly tabIndex: number;
    readonly onFocus: () => void;
  };
  /** For what stands around them. */
  readonly move: (event: KeyboardEvent) => void;
}

/** Several in a row that are one stop of the Tab key; arrows, Home and End go from one to the other (WAI-ARIA, toolbar). */
export function useArrowStops(count: number): ArrowStops {
  const stops = useRef<(HTMLElement | null)[]>([]);
  const [current, setCurrent] = useState(0);
  return {
    of: (index) => ({
      ref: (stop) => void (stops.current[index] = stop),
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setCurrent(index),
    }),
    move: (event) => {
      const target = targetOf(event.key, current, count);
      if (target === undefined) return;
      // Home and End would scroll the page.
      event.preventDefault();
      stops.current[target]?.focus();
    },
  };
}

/** Past the last comes the first. */
function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (current + 1) % count;
    case 'ArrowLeft':
      return (current + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
