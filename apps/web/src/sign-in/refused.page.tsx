import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Contact } from '../shell/contact.js';
import { Page } from '../shell/page.js';
import { Alert, Paragraph } from '../ui.js';

const route = getRouteApi('/sign-in/refused');

/** For who comes back from the provider of the organisation and is not in, or not proven more than before. */
export function RefusedPage() {
  const { t } = useTranslation();
  const { why = 'again' } = route.useSearch();
  const isIn = useQuery({ ...queries.session, retry: false }).data !== undefined;
  return (
    <Page title={t('refusal.title')}>
      <div className="stack measure">
        <Alert heading={t('refusal.title')} headingLevel={2} severity="error" headingId={null}>
          <Paragraph>{t(`refusal.why.${why}`)}</Paragraph>
        </Alert>
        <Contact />
        <p>
          {isIn ? (
            <Link to="/account/proof">{t('refusal.proof')}</Link>
          ) : (
            <Link to="/sign-in">{t('refusal.back')}</Link>
          )}
        </p>
      </div>
    </Page>
  );
}
