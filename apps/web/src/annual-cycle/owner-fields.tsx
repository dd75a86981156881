import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { SelectField } from '../shell/fields.js';
import { PersonField } from '../shell/person-field.js';
import { Loaded } from '../shell/states.js';
import { ofEverybody } from './rights.js';

/** An owner as it stands in a form: of the two answers only the one of the kind counts. */
export interface OwnerValues {
  readonly ownerKind: 'none' | Schemas['OwnerInput']['kind'];
  readonly ownerPersonId: string;
  readonly ownerRole: string;
}

export function ownerValues(owner: Schemas['OwnerView'] | null | undefined): OwnerValues {
  return {
    ownerKind: owner?.kind ?? 'none',
    ownerPersonId: owner?.personId ?? '',
    ownerRole: owner?.role ?? '',
  };
}

/** @param roles that there are; the form offers no other. */
export function ownerInput(
  { ownerKind, ownerPersonId, ownerRole }: OwnerValues,
  roles: readonly Schemas['RoleView'][],
): Schemas['OwnerInput'] | null {
  if (ownerKind === 'none') return null;
  if (ownerKind === 'person') return { kind: 'person', personId: ownerPersonId };
  return { kind: 'role', role: roles.find(({ role }) => role === ownerRole)?.role };
}

/** Nobody yet, somebody, or whoever holds a role. */
export function OwnerFields({ chosen }: { readonly chosen?: string | undefined }) {
  const { t } = useTranslation();
  const kind: unknown = useFormContext().watch('ownerKind');
  const roles = useQuery({ ...queries.roles, enabled: kind === 'role' });
  return (
    <>
      <SelectField name="ownerKind" label={t('cycle.ownerKind')} needed={t('forms.choose')}>
        <option value="none">{t('cycle.nobody')}</option>
        <option value="person">{t('cycle.person')}</option>
        <option value="role">{t('cycle.role')}</option>
      </SelectField>
      {kind === 'person' && (
        <PersonField
          name="ownerPersonId"
          label={t('cycle.whichPerson')}
          needed={t('forms.pickOne')}
          chosen={chosen}
        />
      )}
      {kind === 'role' && (
        <Loaded query={roles} rows={1}>
          {(all) => (
            <SelectField name="ownerRole" label={t('cycle.whichRole')} needed={t('forms.choose')}>
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
    </>
  );
}
