import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { isProblem } from '../api/problem.js';
import { Contact } from '../shell/contact.js';
import { Page } from '../shell/page.js';
import { Fault, Loading } from '../shell/states.js';
import { Alert, Heading, Paragraph } from '../ui.js';
import { ProviderButton, useHasProvider } from './provider-button.js';
import { CodeStep, PasswordStep, type Session } from './sign-in-form.js';
import { SignOut } from './sign-out.js';

const route = getRouteApi('/sign-in');

/** Whoever has roles that wait for an app is helped to one first. */
function afterwards({ mayEnrol, dormantRoles }: Session, to: string): string {
  return mayEnrol && dormantRoles.length > 0 ? '/account/second-factor' : to;
}

/** The page follows the session by itself. */
const nothingMore = (): void => undefined;

/** Name and password, or the provider of the organisation; then the second factor, where an account has one. */
export function SignInPage() {
  const { t } = useTranslation();
  const { to = '/', left } = route.useSearch();
  const router = useRouter();
  const session = useQuery(queries.session);
  const options = useQuery(queries.signInOptions).data;
  const organisation = options?.organisationName;
  const hasProvider = useHasProvider();
  const [signInName, keepName] = useState<string>();
  const isHalf = session.data?.assurance === 'pending';

  const destination = session.data && !isHalf ? afterwards(session.data, to) : undefined;
  useEffect(() => {
    if (destination) router.history.replace(destination);
  }, [destination, router]);

  // Asked again without an answer it is pending again: the form stays, with what was typed in it.
  if (!session.isFetched || destination) return <Loading />;
  if (session.error && !isProblem(session.error, 'not-signed-in'))
    return (
      <Page title={t('pages.signIn')}>
        <Fault error={session.error} again={() => void session.refetch()} />
      </Page>
    );

  return (
    <div className="with-aside">
      {isHalf ? (
        <Page title={t('signIn.codeTitle')} help="inloggen#het-tweede-bewijs-geven" key="code">
          <CodeStep
            done={nothingMore}
            cancel={<SignOut label={t('signIn.cancel')} />}
            signInName={signInName}
          />
        </Page>
      ) : (
        <Page title={t('pages.signIn')} key="password">
          <div className="stack">
            {left && (
              <div role="status">
                <Alert heading={t('signIn.signedOut')} headingLevel={2} severity="success" headingId={null} />
              </div>
            )}
            <Paragraph>{organisation ? t('signIn.lead', { organisation }) : t('signIn.leadPlain')}</Paragraph>
            {hasProvider && (
              <>
                <ProviderButton label={t('signIn.provider')} returnPath={to} />
                <Heading level={2}>{t('signIn.or')}</Heading>
              </>
            )}
            <PasswordStep done={keepName} />
            <p>
              <Link to="/password-resets">{t('signIn.forgotten')}</Link>
            </p>
          </div>
        </Page>
      )}
      <aside className="aside">
        <Heading level={2} size="level-3">
          {t('signIn.helpTitle')}
        </Heading>
        <Paragraph size="small">{t('signIn.help')}</Paragraph>
        <Contact />
        {options?.isTrial && (
          <Paragraph size="small">
            {t('signIn.demo')} <a href="/demo/mail">{t('signIn.demoMail')}</a>
          </Paragraph>
        )}
        <Heading level={2} size="level-3">
          {t('signIn.publicTitle')}
        </Heading>
        <Paragraph size="small">
          {t('signIn.public')} <a href="/published">{t('app.published')}</a>
        </Paragraph>
      </aside>
    </div>
  );
}
