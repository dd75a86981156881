import type { RoleAssignment } from './role-assignment.entity.js';

export const roleAssignmentStates = ['waiting', 'future', 'in-force', 'ended', 'withdrawn'] as const;

export type RoleAssignmentState = (typeof roleAssignmentStates)[number];

type Recorded = Pick<
  RoleAssignment,
  'validFrom' | 'validTo' | 'needsConfirmation' | 'confirmedAt' | 'endedAt'
>;

/** What an assignment is on a day (`yyyy-mm-dd`): it follows from what is recorded, so it is stored nowhere. */
export function stateOn(day: string, assignment: Recorded): RoleAssignmentState {
  const { validFrom, validTo, needsConfirmation, confirmedAt, endedAt } = assignment;
  const counts = !needsConfirmation || confirmedAt !== null;
  if (endedAt) return counts ? 'ended' : 'withdrawn';
  if (validTo !== null && validTo < day) return 'ended';
  if (!counts) return 'waiting';
  return validFrom > day ? 'future' : 'in-force';
}
