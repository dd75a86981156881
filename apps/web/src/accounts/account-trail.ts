import { useTranslation } from 'react-i18next';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';

/** From the start page to the accounts; the pages of each put themselves behind. */
export function useAccountTrail() {
  const { t } = useTranslation();
  return [...useOrganisationTrail(), { label: t('accounts.title'), to: '/organisation/accounts' }] as const;
}
