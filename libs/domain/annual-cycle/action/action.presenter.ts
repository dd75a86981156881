import { type KnownPerson, ownerFrom, presentOwner } from '@weerbaar/people/contract';
import type { Actor } from '@weerbaar/kernel/context';
import type { ActionView, ProgressView } from './action.dto.js';
import type { Action } from './action.entity.js';
import { abilities } from './action.policy.js';
import type { ActionProgress } from './action-progress.entity.js';

export function forReader(
  actor: Actor,
  action: Action,
  persons: ReadonlyMap<string, KnownPerson>,
): ActionView {
  return {
    id: action.id,
    version: action.version,
    number: action.number,
    cycleId: action.cycleId,
    buildingBlockId: action.buildingBlockId,
    title: action.title,
    intendedResult: action.intendedResult,
    owner: presentOwner(ownerFrom(action), persons),
    quarter: action.quarter,
    budget: action.budget === null ? null : Number(action.budget),
    hours: action.hours,
    priority: action.priority,
    status: action.status,
    findingId: action.findingId,
    carriedOverFrom: action.carriedOverFrom,
    abilities: abilities(actor, action),
  };
}

export function progressForReader({
  id,
  year,
  quarter,
  status,
  note,
  recordedAt,
}: ActionProgress): ProgressView {
  return { id, year, quarter, status, note, recordedAt: recordedAt.toISOString() };
}
