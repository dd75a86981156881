import { useSyncExternalStore } from 'react';

/** Whether the screen is such as a media query says. */
export function useMedia(query: string): boolean {
  const media = window.matchMedia(query);
  const watch = (changed: () => void): (() => void) => {
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  };
  return useSyncExternalStore(watch, () => media.matches);
}
