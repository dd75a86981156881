import { all, allow, type Decision, deny, holds, mayDecideOn } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { managerRoles, peoplePermissions } from './people.permissions.js';

/** Departments and functions. */
export function mayEditStructure(actor: Actor): Decision {
  return holds(actor, peoplePermissions.editStructure)
    ? allow
    : deny(
        'Alleen personeelszaken en de beheerder wijzigen dit.',
        'Only human resources and the administrator change this.',
      );
}

/** Nobody chooses their own manager, and so who decides on what they declare. */
export function mayEditEmployments(actor: Actor, personId: string): Decision {
  return all(mayEditStructure(actor), mayDecideOn(actor, { persons: [personId] }));
}

/** A department or an employment is changed by somebody else when that changes who manages the actor, or whom they manage. */
export function mayChangeLines(changesOwn: boolean): Decision {
  return changesOwn
    ? deny(
        'Hiermee krijgt u een andere leidinggevende, of geeft u leiding aan anderen. Vraag dit aan een collega.',
        'By this you would get another manager, or manage others. Ask a colleague to do it.',
      )
    : allow;
}

/** @param isManager whether the actor is a manager of this person today. */
export function mayReadEmployments(actor: Actor, personId: string, isManager: boolean): Decision {
  if (holds(actor, peoplePermissions.readStructure) || actor.personId === personId) return allow;
  if (isManager && managerRoles.some((role) => actor.roles.has(role))) return allow;
  return deny(
    'Dit zien alleen deze persoon zelf, de leidinggevende, personeelszaken en de integriteitsadviseur.',
    'Only this person, their manager, human resources and the integrity adviser see this.',
  );
}

/**
 * Whether somebody who works here no more, or not yet, is seen all the same. Who never had an employment is no
 * secret: council members and who sits on a committee are people of the organisation without one.
 */
export function maySeeWhoIsAway(actor: Actor): boolean {
  return holds(actor, peoplePermissions.readStructure);
}

/**
 * Today is for everybody. How it was, and who comes, goes or moves, is not.
 * @param personId whose matter it is, when it is somebody's.
 */
export function mayLookAtDay(actor: Actor, day: string, today: string, personId?: string): Decision {
  if (day === today || holds(actor, peoplePermissions.readStructure)) return allow;
  if (personId !== undefined && actor.personId === personId) return allow;
  return deny('U ziet alleen hoe het vandaag is.', 'You see only how it is today.');
}
