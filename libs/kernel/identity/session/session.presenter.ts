import type { Identity } from '@weerbaar/kernel/access';
import type { CurrentSessionView, SessionView } from './session.dto.js';
import type { StoredSession } from './session.repository.js';

export function sessionForOwner(session: StoredSession, { sessionId }: Identity): SessionView {
  return {
    id: session.id,
    method: session.method,
    device: session.device,
    startedAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    endsAt: session.expiresAt.toISOString(),
    current: session.id === sessionId,
  };
}

export function currentSession(
  session: StoredSession,
  identity: Identity,
  beside: Pick<CurrentSessionView, 'hasSecondFactor' | 'idleMinutes' | 'secondsLeft'>,
): CurrentSessionView {
  const { actor, assurance, dormantRoles } = identity;
  return {
    ...sessionForOwner(session, identity),
    accountId: actor.accountId,
    personId: actor.personId,
    // Before the second factor nobody is told what somebody may do.
    roles: [...actor.roles],
    dormantRoles: assurance === 'pending' ? [] : [...dormantRoles],
    assurance,
    ...beside,
    hasPassword: session.hasPassword,
    mayEnrol: session.mayEnrol && !beside.hasSecondFactor,
  };
}
