import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placesFor, useMe } from './places.js';

/** The pages about people and administration, with the way between them. */
export function OrganisationLayout() {
  const { t } = useTranslation();
  const { roles } = useMe();
  return (
    <>
      <nav className="sub-nav" aria-label={t('pages.organisation')}>
        <ul className="plain-list">
          {placesFor(roles).map(([to, name]) => (
            <li key={to}>
              <Link to={to} activeOptions={{ includeSearch: false }}>
                {t(`organisation.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
