import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '../api/queries.js';
import { deviceTime } from './device-clock.js';
import {
  beginSession,
  endSession,
  hasEnded,
  lastSeen,
  leaveToAnother,
  markSeen,
  onSessionChange,
  useSessionCourse,
} from './session-end.js';
import { SessionEnded } from './session-ended.js';
import { SessionEnding } from './session-ending.js';
import { isOver, type TimeLeft, timeLeft } from './time-left.js';

/** Often enough for a count in minutes, and for who comes back to a device that slept. */
const lookEvery = 5_000;
/** What somebody types or points at is told to the server no more often than this. */
const tellEvery = 60_000;

/** Sees to it that nobody loses what they typed because a session ends: it warns before, and asks to sign in again after. */
export function SessionWatch() {
  const client = useQueryClient();
  const course = useSessionCourse();
  const { data: session, dataUpdatedAt: toldAt } = useQuery({ ...queries.session, enabled: false });
  const [left, setLeft] = useState<TimeLeft>();
  const accountId = session?.accountId;
  const isWarned = left?.isShort ?? false;
  useOtherTabs(accountId);
  useEffect(() => {
    if (accountId) beginSession();
  }, [accountId]);

  useEffect(() => {
    if (!session) return undefined;
    const look = (): void => {
      const now = timeLeft(session, { now: deviceTime(), toldAt, seenAt: lastSeen() });
      setLeft(now);
      if (isOver(now)) endSession();
    };
    look();
    const stopListening = onSessionChange(look);
    const timer = setInterval(look, lookEvery);
    return () => {
      stopListening();
      clearInterval(timer);
    };
  }, [session, toldAt]);

  // Who writes for an hour asks the server for nothing, and is there all the same. In a warning the buttons decide.
  useEffect(() => {
    if (!accountId || isWarned || course !== 'going-on') return undefined;
    let told = 0;
    const act = (): void => {
      const now = deviceTime();
      if (now - Math.max(lastSeen(), told) < tellEvery) return;
      told = now;
      void client.query({ ...queries.session, staleTime: 0 }).catch(() => undefined);
    };
    const deeds = ['keydown', 'pointerdown'] as const;
    for (const deed of deeds) window.addEventListener(deed, act);
    return () => {
      for (const deed of deeds) window.removeEventListener(deed, act);
    };
  }, [client, accountId, isWarned, course]);

  // Nothing is there any more to ask whether it should be left.
  useEffect(() => {
    if (course === 'of-another') window.location.replace('/');
  }, [course]);

  if (course === 'ended') return <SessionEnded />;
  return course === 'going-on' && left?.isShort ? <SessionEnding left={left} /> : null;
}

/** Tabs tell each other for whom the server answered: one that is used keeps the others, and a change of person shows in all. */
function useOtherTabs(accountId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!accountId) return undefined;
    const tabs = new BroadcastChannel('session');
    let told = 0;
    const tell = (): void => {
      if (lastSeen() === told) return;
      told = lastSeen();
      tabs.postMessage(accountId);
    };
    tabs.addEventListener('message', ({ data }) => {
      if (data !== accountId) return leaveToAnother();
      told = deviceTime();
      markSeen(told);
      // They signed in again there.
      if (hasEnded()) void client.query({ ...queries.session, staleTime: 0 }).catch(() => undefined);
    });
    const stopListening = onSessionChange(tell);
    tell();
    return () => {
      stopListening();
      tabs.close();
    };
  }, [client, accountId]);
}
