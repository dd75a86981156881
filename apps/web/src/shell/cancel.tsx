import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** To a page that often stands above this one: it is not this one. */
export function Back(place: LinkProps) {
  return <Link {...place} activeOptions={{ exact: true }} />;
}

/** Away from a form, with nothing changed. */
export function Cancel(place: LinkProps) {
  const { t } = useTranslation();
  return <Back {...place}>{t('forms.cancel')}</Back>;
}
