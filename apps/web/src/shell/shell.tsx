import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { IconMenu2, IconWifiOff, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { rightsOf } from '../annual-cycle/rights.js';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { placesFor, type Role } from '../organisation/places.js';
import { useSessionCourse } from '../sign-in/session-end.js';
import { SessionWatch } from '../sign-in/session-watch.js';
import { SignOut } from '../sign-in/sign-out.js';
import { rememberLanguage, speak } from '../texts/index.js';
import { SkipLink } from '../ui.js';
import { WithHelp } from './help.js';
import { Mark } from './mark.js';

/** A plan or report has an address of its own, and belongs to the cycle of its year all the same. */
const ofCycle = /^\/(?:annual-documents|adoption-route)\b/;

/** Each with whether somebody may open anything there. */
const places = [
  ['/', 'start', () => true],
  ['/building-blocks', 'system', (roles) => roles.includes('employee')],
  ['/annual-cycles', 'cycle', (roles) => rightsOf(roles).read],
  ['/organisation', 'organisation', (roles) => placesFor(roles).length > 0],
] as const satisfies readonly (readonly [string, string, (roles: readonly Role[]) => boolean])[];

/** What stands around every page: who, where, and the way out. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  // Pages ask who is signed in; the shell only looks at what they got.
  const session = useQuery({ ...queries.session, enabled: false }).data;
  const isInside = session !== undefined && session.assurance !== 'pending';
  const organisation = useQuery(queries.signInOptions).data?.organisationName;
  const isOfAnother = useSessionCourse() === 'of-another';
  return (
    <>
      <SkipLink href="#main" className="skip-link">
        {t('app.skip')}
      </SkipLink>
      <header className="top">
        <div className="frame top-row">
          <Link to="/" className="organisation">
            <Mark />
            <span>
              <span className="organisation-name">{organisation ?? t('app.name')}</span>
              <span className="organisation-purpose">
                {t('app.name')} · {t('app.purpose')}
              </span>
            </span>
          </Link>
          <Menu session={isInside ? session : undefined} />
        </div>
      </header>
      <Offline />
      <WithHelp>
        <div className="frame body">{isOfAnother ? null : children}</div>
      </WithHelp>
      <footer className="bottom">
        <div className="frame bottom-row">
          <span>{organisation ?? t('app.name')}</span>
          <nav aria-label={t('app.about')}>
            <ul className="plain-list">
              <li>
                <Link to="/help">{t('help.title')}</Link>
              </li>
              <li>
                <a href="/published">{t('app.published')}</a>
              </li>
              <li>
                <Link to="/accessibility">{t('app.accessibility')}</Link>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
      <SessionWatch />
    </>
  );
}

/** Beside the name of the organisation and in a bar below; on a phone both are behind one button. */
function Menu({ session }: { readonly session: Schemas['CurrentSessionView'] | undefined }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const { href, pathname } = useLocation();
  useEffect(() => open(false), [href]);
  return (
    <>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => open(!isOpen)}
      >
        {isOpen ? <IconX aria-hidden /> : <IconMenu2 aria-hidden />}
        {t('app.menu')}
      </button>
      <div
        id="menu"
        className={isOpen ? 'menu menu-open' : 'menu'}
        onKeyDown={(event) => event.key === 'Escape' && open(false)}
      >
        <Personal personId={session?.personId} />
        {session && (
          <nav className="bar" aria-label={t('app.mainNavigation')}>
            <ul className="plain-list frame">
              {places
                .filter(([, , isFor]) => isFor(session.roles))
                .map(([to, name]) => (
                  <li key={to}>
                    <Link
                      to={to}
                      activeOptions={{ exact: to === '/', includeSearch: false }}
                      className={name === 'cycle' && ofCycle.test(pathname) ? 'active' : undefined}
                    >
                      {t(`pages.${name}`)}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  );
}

function Personal({ personId }: { readonly personId: string | undefined }) {
  const { t, i18n } = useTranslation();
  const person = useQuery({ ...queries.person(personId ?? ''), enabled: personId !== undefined });
  const other = i18n.language === 'nl' ? 'en' : 'nl';
  return (
    <ul className="plain-list personal">
      {personId && (
        <li>
          <Link to="/account">{person.data?.name ?? t('app.account')}</Link>
        </li>
      )}
      <li>
        <button
          type="button"
          className="link-button"
          lang={other}
          onClick={() => {
            void speak(other);
            if (personId) rememberLanguage(other);
          }}
        >
          {t('app.otherLanguage')}
        </button>
      </li>
      {personId && (
        <li>
          <SignOut label={t('app.signOut')} />
        </li>
      )}
    </ul>
  );
}

function Offline() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
  return (
    <div role="status">
      {!isOnline && (
        <p className="offline">
          <IconWifiOff aria-hidden /> {t('states.offlineNow')}
        </p>
      )}
    </div>
  );
}
