import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Contact } from '../shell/contact.js';
import { Page } from '../shell/page.js';
import { Loading } from '../shell/states.js';
import { ProviderButton } from '../sign-in/provider-button.js';
import { CodeStep } from '../sign-in/sign-in-form.js';
import { Heading, Paragraph } from '../ui.js';

const route = getRouteApi('/inside/account/proof');

/** For who is signed in and must prove more, then goes on where they were: by their app, or by the word of the provider. */
export function ProofPage() {
  const { t } = useTranslation();
  const { to = '/' } = route.useSearch();
  const { history } = useRouter();
  const session = useQuery(queries.session).data;
  const options = useQuery(queries.signInOptions).data;
  if (!session || !options) return <Loading />;

  const isProven = session.assurance === 'strong';
  const byProvider = session.method === 'provider' && options.providerStepsUp;
  const isStuck = !session.hasSecondFactor && !session.mayEnrol && !byProvider;
  const back = <Link to="/">{t('proof.back')}</Link>;
  return (
    <Page title={t('proof.title')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <div className="stack form-column">
        {isProven && (
          <>
            <Paragraph>{t('proof.done')}</Paragraph>
            <p>
              <Link to={to} className="ams-button ams-button--primary">
                {t('proof.goOn')}
              </Link>
            </p>
          </>
        )}
        {!isProven && byProvider && (
          <>
            <Paragraph>{t('proof.provider')}</Paragraph>
            <ProviderButton label={t('proof.providerAction')} returnPath={to} stepUp />
            {session.hasSecondFactor && <Heading level={2}>{t('proof.or')}</Heading>}
          </>
        )}
        {!isProven && session.hasSecondFactor && <CodeStep done={() => history.replace(to)} cancel={back} />}
        {!isProven && session.mayEnrol && (
          <>
            <Paragraph>{t('proof.enrol')}</Paragraph>
            <p>
              <Link to="/account/second-factor" className="ams-button ams-button--primary">
                {t('account.setUp')}
              </Link>
            </p>
          </>
        )}
        {!isProven && isStuck && (
          <>
            <Paragraph>{t('proof.none')}</Paragraph>
            <Contact />
          </>
        )}
      </div>
    </Page>
  );
}
