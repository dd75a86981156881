import { allow, all, type Decision, deny } from '@weerbaar/kernel/access';
import { type Actor, needsNoRole, type Role } from '@weerbaar/kernel/context';
import type { AssessmentAspect } from '../assessment/assessment-scale.js';

/** What the policy has to know of a block. */
export interface GovernedBlock {
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
  /** Last day, inclusive. */
  readonly validTo: string | null;
}

/** Those whose work it is to judge whether an instrument is well designed and really works. */
const assessors: ReadonlySet<Role> = new Set<Role>(['integrity-adviser', 'auditor', 'risk-manager']);

const notAdviser = deny('Alleen de integriteitsadviseur mag dit.', 'Only the integrity adviser may do this.');

const notOwner = deny(
  'Alleen de eigenaar van de bouwsteen en de integriteitsadviseur mogen dit.',
  'Only the owner of the building block and the integrity adviser may do this.',
);

const notAssessor = deny(
  'Alleen de integriteitsadviseur, de auditor en de risicomanager beoordelen dit.',
  'Only the integrity adviser, the auditor and the risk manager assess this.',
);

const mayNotShowExistence = deny(
  'Alleen de eigenaar, de integriteitsadviseur, de auditor en de risicomanager beoordelen dit.',
  'Only the owner, the integrity adviser, the auditor and the risk manager assess this.',
);

const ended = deny(
  'Deze bouwsteen is beëindigd en verandert niet meer.',
  'This building block has ended and does not change any more.',
);

/** Adding blocks and ordering them. */
export function mayManageSet(actor: Actor): Decision {
  return isAdviser(actor) ? allow : notAdviser;
}

/** Name, purpose, owner, review interval, network, and ending it. */
export function mayChange(actor: Actor, block: GovernedBlock, today: string): Decision {
  return all(mayManageSet(actor), notEnded(block, today));
}

export function mayAddPolicyDocuments(actor: Actor, block: GovernedBlock, today: string): Decision {
  return all(isAdviser(actor) || owns(actor, block) ? allow : notOwner, notEnded(block, today));
}

/**
 * An owner shows that the instrument is there. Whether it is well designed and works is for those
 * whose work it is to judge: being responsible for it is not enough.
 */
export function mayAssess(
  actor: Actor,
  aspect: AssessmentAspect,
  block: GovernedBlock,
  today: string,
): Decision {
  return all(judges(actor, aspect, block), notEnded(block, today));
}

function judges(actor: Actor, aspect: AssessmentAspect, block: GovernedBlock): Decision {
  if (needsNoRole(actor) || holdsOneOf(actor, assessors)) return allow;
  if (aspect !== 'existence') return notAssessor;
  return owns(actor, block) ? allow : mayNotShowExistence;
}

function isAdviser(actor: Actor): boolean {
  return needsNoRole(actor) || actor.roles.has('integrity-adviser');
}

export function owns(actor: Actor, { ownerPersonId, ownerRole }: GovernedBlock): boolean {
  if (ownerPersonId !== null) return ownerPersonId === actor.personId;
  return ownerRole !== null && actor.roles.has(ownerRole);
}

function holdsOneOf({ roles }: Actor, wanted: ReadonlySet<Role>): boolean {
  return [...roles].some((role) => wanted.has(role));
}

function notEnded({ validTo }: GovernedBlock, today: string): Decision {
  return validTo !== null && validTo < today ? ended : allow;
}
