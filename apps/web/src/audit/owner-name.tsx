import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { roleReaders, useMe } from '../organisation/places.js';

/** What an owner in an entry is called, as far as whoever reads it may know. */
export function OwnerName({ owner }: { readonly owner: unknown }) {
  const { t } = useTranslation();
  const { roles: mine } = useMe();
  const personId = textOf(owner, 'personId');
  const role = textOf(owner, 'role');
  const person = useQuery({ ...queries.person(personId ?? ''), enabled: personId !== undefined });
  const mayReadRoles = roleReaders.some((one) => mine.includes(one));
  const roles = useQuery({ ...queries.roles, enabled: role !== undefined && mayReadRoles });
  return role === undefined
    ? (person.data?.name ?? t('cycle.person'))
    : (roles.data?.find((one) => one.role === role)?.name ?? t('cycle.role'));
}

function textOf(owner: unknown, field: 'personId' | 'role'): string | undefined {
  const value = typeof owner === 'object' ? (owner as Record<string, unknown> | null)?.[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}
