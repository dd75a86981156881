import {
  all,
  allow,
  anyHolds,
  type Decision,
  deny,
  holds,
  mayDecideOn,
  type Permission,
} from '@weerbaar/kernel/access';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';
import type { ReviewOutcome } from './rights-review-line.entity.js';

export interface JudgedLine {
  readonly personId: string;
  readonly substituteFor: string | null;
  readonly reviewerPersonId: string | null;
  /** It opens what is confidential. */
  readonly isSpecial: boolean;
  readonly signedAt: Date | null;
  /** The right has ended since the review began. */
  readonly isOver: boolean;
}

/** A reviewer sees their own lines. */
export function isReviewer(actor: Actor, line: JudgedLine): boolean {
  return actor.personId !== null && actor.personId === line.reviewerPersonId;
}

export function maySign(actor: Actor, line: JudgedLine, outcome: ReviewOutcome): Decision {
  return all(
    isReviewer(actor, line) && holds(actor, peoplePermissions.reviewRights)
      ? allow
      : deny('Deze regel is niet aan u.', 'This line is not yours to sign.'),
    isOpen(line),
    concerns(actor, line),
    holds(actor, reviewPermission(line))
      ? allow
      : deny(
          'Over bijzondere rechten beslist alleen wie vertrouwelijke rollen mag bevestigen.',
          'Only who may confirm confidential roles decides about special rights.',
        ),
    fits(line, outcome),
  );
}

/** By an administrator, who has no say in who reviews their own rights. */
export function mayHandOver(actor: Actor, line: JudgedLine): Decision {
  return all(
    holds(actor, peoplePermissions.manageRightsReviews)
      ? allow
      : deny('Alleen de beheerder draagt regels over.', 'Only the administrator hands lines over.'),
    isOpen(line),
    concerns(actor, line),
  );
}

/** Why somebody else said so is for the reviewer and the auditor. */
export function mayReadReason(actor: Actor, line: JudgedLine): boolean {
  return isReviewer(actor, line) || actor.roles.has('auditor');
}

export interface Candidate {
  readonly personId: string;
  /** In force today. */
  readonly roles: ReadonlySet<Role>;
}

/** Whether a line can be given to somebody: only to who may sign it then. Managing alone is not enough. */
export function canReview({ personId, roles }: Candidate, line: JudgedLine): Decision {
  if (personId === line.personId || personId === line.substituteFor)
    return deny('Niemand beoordeelt de eigen rechten.', 'Nobody reviews their own rights.');
  if (anyHolds(roles, reviewPermission(line))) return allow;
  return deny('Deze persoon kan dit recht niet beoordelen.', 'This person can not review this right.');
}

export function abilities(actor: Actor, line: JudgedLine) {
  return {
    keep: maySign(actor, line, 'kept').allowed,
    withdraw: maySign(actor, line, 'withdrawn').allowed,
    acknowledgeEnd: maySign(actor, line, 'ended').allowed,
    handOver: mayHandOver(actor, line).allowed,
  };
}

/** Who may confirm confidential roles may review any right. */
function reviewPermission({ isSpecial }: Pick<JudgedLine, 'isSpecial'>): Permission {
  return isSpecial ? peoplePermissions.confirmRoles : peoplePermissions.reviewRights;
}

function isOpen({ signedAt }: JudgedLine): Decision {
  return signedAt === null
    ? allow
    : deny(
        'Deze regel is al afgetekend en ligt daarmee vast.',
        'This line was signed already, and that is final.',
      );
}

function concerns(actor: Actor, { personId, substituteFor }: JudgedLine): Decision {
  return mayDecideOn(actor, { persons: [personId, substituteFor] });
}

function fits({ isOver }: JudgedLine, outcome: ReviewOutcome): Decision {
  if (isOver === (outcome === 'ended')) return allow;
  return isOver
    ? deny(
        'Dit recht is intussen beëindigd. Teken de regel af als beëindigd.',
        'This right has ended in the meantime. Sign the line as ended.',
      )
    : deny(
        'Dit recht is niet beëindigd. Behoud het of trek het in.',
        'This right has not ended. Keep it, or withdraw it.',
      );
}
