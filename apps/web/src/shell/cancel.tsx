import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Away from a form, with nothing changed. The page that it leads to often stands above this one: it is not this one. */
export function Cancel(place: LinkProps) {
  const { t } = useTranslation();
  return (
    <Link {...place} activeOptions={{ exact: true }}>
      {t('forms.cancel')}
    </Link>
  );
}
