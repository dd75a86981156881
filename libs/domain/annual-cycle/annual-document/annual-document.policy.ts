import { allow, type Decision, deny, holds } from '@weerbaar/kernel/access';
import { type Actor, needsNoRole } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import type { AdoptionStep } from './adoption-step.js';
import type { AnnualDocument } from './annual-document.entity.js';
import { canDo } from './annual-document.states.js';

export function mayEdit(actor: Actor): Decision {
  return holds(actor, annualCyclePermissions.edit)
    ? allow
    : deny(
        'Alleen de integriteitsadviseur schrijft dit stuk.',
        'Only the integrity adviser writes this document.',
      );
}

/** A draft is seen by those who make it; what was put before the bodies also by who is asked for an opinion. */
export function mayRead(actor: Actor, { status }: Pick<AnnualDocument, 'status'>): Decision {
  if (status !== 'draft' || holds(actor, annualCyclePermissions.read)) return allow;
  return deny('Dit stuk is nog een concept.', 'This document is still a draft.');
}

/** @throws Problem `not-found`: who may not see a document need not know that it is there. */
export function requireVisible(actor: Actor, document: Pick<AnnualDocument, 'status'>): void {
  if (!mayRead(actor, document).allowed) throw new Problem('not-found');
}

/** Nobody records a step that is not theirs, whatever else they may do. */
export function mayDecide(actor: Actor, step: AdoptionStep): Decision {
  if (needsNoRole(actor) || actor.roles.has(step.recordedByRole)) return allow;
  return deny('Deze stap is niet aan u.', 'This step is not yours.');
}

export interface DocumentAbilities {
  readonly edit: boolean;
  readonly submit: boolean;
  readonly decide: boolean;
  readonly publish: boolean;
  readonly correct: boolean;
}

/** What the caller may do with this document now. */
export function abilities(
  actor: Actor,
  { status }: Pick<AnnualDocument, 'status'>,
  step: AdoptionStep | undefined,
): DocumentAbilities {
  const editor = mayEdit(actor).allowed;
  return {
    edit: editor && canDo(status, 'change-text'),
    submit: editor && canDo(status, 'submit'),
    decide: canDo(status, 'decide') && step !== undefined && mayDecide(actor, step).allowed,
    publish: editor && canDo(status, 'publish'),
    correct: editor && canDo(status, 'correct'),
  };
}
