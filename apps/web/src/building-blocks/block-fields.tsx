import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { OwnerFields, type OwnerValues, ownerInput, ownerValues } from '../annual-cycle/owner-fields.js';
import { useDates } from '../shell/dates.js';
import { AreaField, TextField } from '../shell/fields.js';
import type { BlockDetails } from './use-block.js';

/** What can be changed of a block, as a form holds it. */
export interface BlockValues {
  readonly name: string;
  readonly purpose: string;
  readonly owner: OwnerValues;
  readonly reviewIntervalMonths: string;
}

export const blockValues = (block?: BlockDetails): BlockValues => ({
  name: block?.name ?? '',
  purpose: block?.purpose ?? '',
  owner: ownerValues(block?.owner),
  reviewIntervalMonths: String(block?.reviewIntervalMonths ?? 24),
});

export function blockChanges(
  { name, purpose, owner, reviewIntervalMonths }: Partial<BlockValues>,
  roles: readonly Schemas['RoleView'][],
): Schemas['BuildingBlockChanges'] {
  return {
    ...(name !== undefined && { name }),
    ...(purpose !== undefined && { purpose: purpose || null }),
    ...(owner !== undefined && { owner: ownerInput(owner, roles) }),
    ...(reviewIntervalMonths !== undefined && { reviewIntervalMonths: Number(reviewIntervalMonths) }),
  };
}

export function BlockFields({ block }: { readonly block?: BlockDetails }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const national = block?.reference?.purpose[language];
  return (
    <>
      <TextField name="name" label={t('blockForms.name')} needed={t('blockForms.nameNeeded')} />
      <AreaField
        name="purpose"
        label={t('blockForms.purpose')}
        hint={
          national ? t('blockForms.purposeHintReference', { text: national }) : t('blockForms.purposeHint')
        }
      />
      <OwnerFields />
      <TextField
        name="reviewIntervalMonths"
        label={t('blockForms.interval')}
        hint={t('blockForms.intervalHint')}
        needed={t('blockForms.intervalNeeded')}
        answer="number"
        pattern={{ value: /^\s*([1-9]|[1-9]\d|1[01]\d|120)\s*$/, message: t('blockForms.intervalWrong') }}
      />
    </>
  );
}
