import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Heading } from '../ui.js';

const standsNowhere = (): boolean => document.activeElement === document.body;

/**
 * What was pressed may be gone with what it did: whoever then stands nowhere is led to what bears this.
 * @param change of which the coming leads there, such as what is told; nothing that is not there leads.
 * @param isFar whether it leads there in any case, as what was pressed stands out of sight of it.
 */
export function useFocusAfter<Target extends HTMLElement>(
  change: unknown,
  isFar = false,
): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const before = useRef(change);
  useEffect(() => {
    if (change === before.current) return undefined;
    before.current = change;
    if (!change) return undefined;
    // Looked at when what was pressed has left the page.
    const timer = setTimeout(() => {
      if (!isFar && !standsNowhere()) return;
      target.current?.focus({ preventScroll: true });
      target.current?.scrollIntoView({ block: 'nearest' });
    });
    return () => clearTimeout(timer);
  }, [change, isFar]);
  return target;
}

/** Of what comes in the place of what was pressed: the reading goes on there. */
export function ArrivingHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading level={2} size="level-3" ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
}
