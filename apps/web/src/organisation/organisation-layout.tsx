import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { placesFor, useMe } from './places.js';

/** What has an address of its own, and belongs to one of the places all the same. */
const within: Readonly<Partial<Record<string, RegExp>>> = {
  persons: /^\/organisation\/employments\b/,
  settings: /^\/organisation\/(?:house-style|profile|provisioning-tokens)\b/,
};

/** The pages about people and administration, with the way between them. */
export function OrganisationLayout() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a phone they stand in one row, in which the current one may be out of sight.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('.active');
    if (current) list.current?.scrollTo({ left: current.offsetLeft - 16, behavior: 'instant' });
  }, [pathname, roles.length]);
  return (
    <>
      <nav className="sub-nav" aria-label={t('pages.organisation')}>
        <ul ref={list} className="plain-list">
          {placesFor(roles).map(([to, name]) => {
            const isWithin = within[name]?.test(pathname);
            return (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ includeSearch: false }}
                  {...(isWithin && { className: 'active', 'aria-current': 'true' })}
                >
                  {t(`organisation.${name}`)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
