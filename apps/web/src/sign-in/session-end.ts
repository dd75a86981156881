import { useSyncExternalStore } from 'react';
import { deviceTime } from './device-clock.js';

/**
 * What became of the session that the page began with: it goes on, the server no longer knows it, or somebody else has
 * signed in. What was typed lives in the page, and nowhere else: it stays for who typed it, and for nobody else.
 */
type Course = 'none-yet' | 'going-on' | 'ended' | 'of-another';

let course: Course = 'none-yet';
/** When an answer last showed that the session goes on, by the clock of this device. */
let seenAt = deviceTime();
const listeners = new Set<() => void>();

const announce = (): void => listeners.forEach((listener) => listener());

function become(next: Course): void {
  if (course === next || course === 'of-another') return;
  course = next;
  announce();
}

/** Whoever was not signed in loses nothing. */
export function endSession(): void {
  if (course === 'going-on') become('ended');
}

/** Also once more, after it ended. */
export const beginSession = (): void => become('going-on');

/** The page is emptied at once, and begins anew. */
export function leaveToAnother(): void {
  become('of-another');
}

export function markSeen(moment = deviceTime()): void {
  seenAt = moment;
  announce();
}

export const hasEnded = (): boolean => course === 'ended';

export const lastSeen = (): number => seenAt;

/** @returns how to stop listening. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSessionCourse(): Course {
  return useSyncExternalStore(onSessionChange, () => course);
}
