import { isOrdinary } from '@weerbaar/kernel/access';
import { inReadersLanguage, type Role, roleNames, roles } from '@weerbaar/kernel/context';
import { Choice, Identifier, Line } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import type { Owner } from './owner.js';
import type { KnownPerson, PersonDirectory } from './person-directory.js';

const kinds = ['person', 'role'] as const;

/** An owner as given in a request: a person by id, or a role. */
export class OwnerInput {
  @Choice(kinds)
  kind: (typeof kinds)[number];

  @Identifier({ optional: true, description: 'With kind "person"' })
  personId?: string | null;

  @Choice(roles, { optional: true, name: 'Role', description: 'With kind "role"' })
  role?: Role | null;
}

/** An owner as shown, with the name of the person or the role. */
export class OwnerView {
  @Choice(kinds)
  kind: (typeof kinds)[number];

  @Identifier({ optional: true })
  personId: string | null;

  @Choice(roles, { optional: true, name: 'Role' })
  role: Role | null;

  @Line({ max: 200 })
  name: string;
}

/**
 * @throws Problem `invalid-input` when the owner says neither who nor which role, the person is unknown, or everybody
 * has the role.
 */
export async function requireOwner(
  input: OwnerInput | null,
  directory: PersonDirectory,
  path = 'owner',
): Promise<Owner | null> {
  if (!input) return null;
  if (input.kind === 'role' && input.role) {
    if (!isOrdinary(input.role)) return { kind: 'role', role: input.role };
    throw Problem.invalid({
      path: `${path}.role`,
      code: 'role-of-everybody',
      message: {
        nl: 'Deze rol heeft iedereen. Kies een persoon of een andere rol.',
        en: 'Everybody has this role. Choose a person or another role.',
      },
    });
  }
  if (input.kind === 'person' && input.personId) {
    await directory.require(input.personId, `${path}.personId`);
    return { kind: 'person', personId: input.personId };
  }
  throw Problem.invalid({
    path,
    code: 'required',
    message: { nl: 'Kies een persoon of een rol.', en: 'Choose a person or a role.' },
  });
}

export function presentOwner(
  owner: Owner | null,
  persons: ReadonlyMap<string, KnownPerson>,
): OwnerView | null {
  if (!owner) return null;
  if (owner.kind === 'role')
    return { kind: 'role', personId: null, role: owner.role, name: inReadersLanguage(roleNames[owner.role]) };
  return {
    kind: 'person',
    personId: owner.personId,
    role: null,
    name: persons.get(owner.personId)?.name ?? '',
  };
}
