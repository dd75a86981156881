import { entityTag } from '../scim/entity-tag.js';
import { schemaIds } from '../scim/schemas.js';
import type { UserAttributes } from '../scim/user-attributes.js';
import type { DirectoryUser } from './directory-user.entity.js';
import type { AccountOfUser } from './directory-user.repository.js';

/** A user with the state of the account. */
export interface ShownUser extends Omit<AccountOfUser, 'userId'> {
  readonly user: DirectoryUser;
}

/** Of user and account together: an administrator can close an account as well. */
export function tagOf({ user, accountVersion }: ShownUser): string {
  return entityTag(`${user.version}.${accountVersion}`);
}

export function attributesOf({ user, active }: ShownUser): UserAttributes {
  const { userName, externalId, displayName, formattedName, givenName, familyName, email } = user;
  const { employeeNumber } = user;
  return {
    userName,
    externalId,
    active,
    displayName,
    formattedName,
    givenName,
    familyName,
    email,
    employeeNumber,
  };
}

/** What the directory gave itself, and no more: nothing of roles, employments or how somebody signs in. */
export function userForDirectory(shown: ShownUser, base: string): Readonly<Record<string, unknown>> {
  const { id, createdAt, changedAt } = shown.user;
  const { userName, externalId, active, displayName, email, employeeNumber, ...names } = attributesOf(shown);
  return {
    schemas: [schemaIds.user, ...(employeeNumber === null ? [] : [schemaIds.enterpriseUser])],
    id,
    ...given({ externalId, userName, displayName }),
    ...nameGiven(names),
    active,
    ...(email !== null && { emails: [{ value: email, type: 'work', primary: true }] }),
    ...(employeeNumber !== null && { [schemaIds.enterpriseUser]: { employeeNumber } }),
    meta: {
      resourceType: 'User',
      created: createdAt.toISOString(),
      lastModified: changedAt.toISOString(),
      location: locationOf(id, base),
      version: tagOf(shown),
    },
  };
}

export function locationOf(id: string, base: string): string {
  return `${base}/Users/${id}`;
}

function nameGiven({
  formattedName,
  givenName,
  familyName,
}: Pick<UserAttributes, 'formattedName' | 'givenName' | 'familyName'>): object {
  const name = given({ formatted: formattedName, givenName, familyName });
  return Object.keys(name).length > 0 ? { name } : {};
}

function given(attributes: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
