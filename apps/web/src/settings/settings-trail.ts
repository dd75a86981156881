import { useTranslation } from 'react-i18next';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';

/** From the start page to the settings; the pages of each put themselves behind. */
export function useSettingsTrail() {
  const { t } = useTranslation();
  return [...useOrganisationTrail(), { label: t('settings.title'), to: '/organisation/settings' }] as const;
}
