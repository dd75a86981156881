import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { SelectField, useTheirs } from '../shell/fields.js';
import { PersonField, type PersonValue, personValue } from '../shell/person-field.js';
import { Conflicts } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { ofEverybody } from './rights.js';

/** An owner as it stands in a form: of the two answers only the one of the kind counts. */
export interface OwnerValues {
  readonly kind: 'none' | Schemas['OwnerInput']['kind'];
  readonly personId: PersonValue;
  readonly role: string;
}

export const ownerValues = (owner?: Schemas['OwnerView'] | null): OwnerValues => ({
  kind: owner?.kind ?? 'none',
  personId: personValue(owner?.personId ? { personId: owner.personId, name: owner.name } : undefined),
  role: owner?.role ?? '',
});

/** @param roles that there are; the form offers no other. */
export function ownerInput(
  owner: OwnerValues,
  roles: readonly Schemas['RoleView'][],
): Schemas['OwnerInput'] | null {
  if (owner.kind === 'none') return null;
  if (owner.kind === 'person') return { kind: 'person', personId: owner.personId.id };
  return { kind: 'role', role: roles.find(({ role }) => role === owner.role)?.role };
}

/** Nobody yet, somebody, or whoever holds a role. */
export function OwnerFields() {
  const { t } = useTranslation();
  const { kind } = useFormContext<{ owner: OwnerValues }>().watch('owner');
  const roles = useQuery(queries.roles);
  const nameOf = (owner: OwnerValues): string => {
    if (owner.kind === 'none') return t('cycle.nobody');
    if (owner.kind === 'person') return owner.personId.name;
    return roles.data?.find(({ role }) => role === owner.role)?.name ?? t('cycle.role');
  };
  const theirs = useTheirs('owner', (owner) => nameOf(owner as OwnerValues));

  return (
    // One answer in several fields: what somebody else made of it is told once, as a whole.
    <Conflicts value={undefined}>
      <SelectField name="owner.kind" label={t('cycle.ownerKind')} needed={t('forms.choose')} theirs={theirs}>
        <option value="none">{t('cycle.nobody')}</option>
        <option value="person">{t('cycle.person')}</option>
        <option value="role">{t('cycle.role')}</option>
      </SelectField>
      {kind === 'person' && (
        <PersonField name="owner.personId" label={t('cycle.whichPerson')} needed={t('forms.pickOne')} />
      )}
      {kind === 'role' && (
        <Loaded query={roles} rows={1}>
          {(all) => (
            <SelectField name="owner.role" label={t('cycle.whichRole')} needed={t('forms.choose')}>
              <option value="">{t('forms.choose')}</option>
              {all
                .filter(({ role }) => !ofEverybody.includes(role))
                .map(({ role, name }) => (
                  <option key={role} value={role}>
                    {name}
                  </option>
                ))}
            </SelectField>
          )}
        </Loaded>
      )}
    </Conflicts>
  );
}
