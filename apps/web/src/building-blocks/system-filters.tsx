import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Filters, SelectFilter } from '../shell/filters.js';
import { type BlockSearch, isJudgement, judgements } from './block-search.js';
import type { Block } from './state.js';

const route = getRouteApi('/inside/building-blocks');

/** Which blocks are looked for, as it stands in the address. */
export function SystemFilters({
  blocks,
  search,
}: {
  readonly blocks: readonly Block[];
  readonly search: BlockSearch;
}) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const names = [...new Set(blocks.flatMap(({ owner }) => (owner ? [owner.name] : [])))].toSorted((a, b) =>
    a.localeCompare(b, 'nl'),
  );
  const { basis = 'assessed', owner = '', state = '', review = '' } = search;
  const change = (changed: { readonly [Name in keyof BlockSearch]: BlockSearch[Name] | undefined }): void => {
    void navigate({ search: { ...search, ...changed }, replace: true });
  };
  const inUse = [owner, state, review].filter((value) => value !== '').length;
  return (
    <Filters
      label={t('system.title')}
      inUse={inUse}
      clear={() => change({ owner: undefined, state: undefined, review: undefined })}
    >
      <SelectFilter
        id="basis"
        label={t('system.basis')}
        value={basis}
        choose={(value) => change({ basis: value === 'derived' ? value : undefined })}
      >
        <option value="assessed">{t('system.bases.assessed')}</option>
        <option value="derived">{t('system.bases.derived')}</option>
      </SelectFilter>
      <SelectFilter
        id="owner"
        label={t('system.owner')}
        value={owner}
        choose={(value) => change({ owner: value || undefined })}
      >
        <option value="">{t('system.allOwners')}</option>
        <option value="mine">{t('system.mine')}</option>
        <option value="none">{t('system.none')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectFilter>
      <SelectFilter
        id="state"
        label={t('system.state')}
        value={state}
        choose={(value) => change({ state: isJudgement(value) ? value : undefined })}
      >
        <option value="">{t('system.allStates')}</option>
        {judgements.map((judgement) => (
          <option key={judgement} value={judgement}>
            {t(`judgements.${judgement}`)}
          </option>
        ))}
      </SelectFilter>
      <SelectFilter
        id="review"
        label={t('system.review')}
        value={review}
        choose={(value) => change({ review: value === 'overdue' ? value : undefined })}
      >
        <option value="">{t('system.allReviews')}</option>
        <option value="overdue">{t('system.overdue')}</option>
      </SelectFilter>
    </Filters>
  );
}
