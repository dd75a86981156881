import { useTranslation } from 'react-i18next';

/** From the start page to "Organisation"; the pages of it put themselves behind. */
export function useOrganisationTrail() {
  const { t } = useTranslation();
  return [
    { label: t('pages.start'), to: '/' },
    { label: t('pages.organisation'), to: '/organisation' },
  ] as const;
}
