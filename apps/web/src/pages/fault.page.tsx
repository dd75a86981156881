import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.js';
import { Fault } from '../shell/states.js';
import { Paragraph } from '../ui.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('pages.notFound')}>
      <div className="stack">
        <Paragraph>{t('states.notFound')}</Paragraph>
        <p>
          <Link to="/">{t('states.toStart')}</Link>
        </p>
      </div>
    </Page>
  );
}

/** A fault of ours, or a part of the app that could not be fetched. */
export function FailedPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t('states.errorTitle')}>
      <Fault error={error} again={reset} />
    </Page>
  );
}
