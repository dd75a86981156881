import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { createContext, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import type { Role } from '../organisation/places.js';
import { Breadcrumb, Heading } from '../ui.js';
import { ForgetArrival, useToldOnArrival } from './arrival.js';
import { ContactAside } from './contact.js';
import { HelpButton } from './help.js';
import { Forbidden, StepUp } from './states.js';
import { Success } from './success.js';

interface Crumb {
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly params?: LinkProps['params'];
}

interface PageProps {
  readonly title: string;
  /** Of the title, where it is another than that of the app. */
  readonly titleLanguage?: 'nl';
  /** Pages above this one, from the start page on. */
  readonly trail?: readonly Crumb[];
  /** Who may open it; absent: everybody. For others nothing of it is there, as the server would refuse it. */
  readonly roles?: readonly Role[];
  /** Where the guide tells of this page, if the place of its route is not the one. */
  readonly help?: string;
  /** Buttons beside the heading. */
  readonly tools?: ReactNode;
  /** The page is there to ask something: beside it stands whom one can ask. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
}

/** Above the heading of a page: where a form says what is wrong in it. Nothing where a form stands in no page. */
export const SummaryPlace = createContext<HTMLElement | null>(null);

/** On the first page the browser itself tells what was loaded; after that the heading must take the focus. */
let isFirst = true;

/** Every page: its trail, its one h1, the title of the window. After going to it the h1 has the focus, unless a field took it. */
export function Page({
  title,
  titleLanguage,
  trail = [],
  roles,
  help,
  tools,
  isForm = false,
  children,
}: PageProps) {
  const { t } = useTranslation();
  const [summaryPlace, setSummaryPlace] = useState<HTMLElement | null>(null);
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, forgetArrival] = useToldOnArrival();
  const refusal = useRefusal(roles);

  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);

  useEffect(() => {
    if (!isFirst) {
      if (!main.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    // Strict mode runs an effect twice; the first page is over only when something else has come.
    const timer = setTimeout(() => (isFirst = false));
    return () => clearTimeout(timer);
  }, []);

  const whole = (
    <>
      <div ref={setSummaryPlace} className="page-summary" />
      <div className="page-head">
        <Heading level={1} ref={heading} tabIndex={-1} lang={titleLanguage}>
          {title}
        </Heading>
        <div className="tools">
          {!refusal && tools}
          <HelpButton at={help} />
        </div>
      </div>
      <Success>{told}</Success>
      <ForgetArrival value={forgetArrival}>
        <SummaryPlace value={summaryPlace}>{refusal ?? children}</SummaryPlace>
      </ForgetArrival>
    </>
  );
  return (
    <>
      {trail.length > 0 && (
        <Breadcrumb accessibleName={t('app.breadcrumb')}>
          {trail.map(({ label, to, params }) => (
            <li key={label} className="ams-breadcrumb__item">
              <Link to={to} params={params} className="ams-breadcrumb__link" activeOptions={{ exact: true }}>
                {label}
              </Link>
            </li>
          ))}
        </Breadcrumb>
      )}
      <main ref={main} id="main" tabIndex={-1} className="page">
        {isForm ? (
          <div className="with-aside">
            <div>{whole}</div>
            {!refusal && <ContactAside />}
          </div>
        ) : (
          whole
        )}
      </main>
    </>
  );
}

/** What stands instead of a page that is only for these roles; nothing for whoever holds one of them. */
function useRefusal(roles: readonly Role[] | undefined): ReactNode {
  // Who came here is signed in already, or needs no role.
  const session = useQuery({ ...queries.session, enabled: false }).data;
  if (!roles || roles.some((role) => session?.roles.includes(role))) return undefined;
  return roles.some((role) => session?.dormantRoles.includes(role)) ? <StepUp /> : <Forbidden />;
}

/** A part of a page with a heading of its own. */
export function Section({
  title,
  id,
  tools,
  children,
}: {
  readonly title: string;
  readonly id: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading level={2} id={id} tabIndex={-1}>
          {title}
        </Heading>
        {tools}
      </div>
      {children}
    </section>
  );
}
