import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { UnreachableError } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Fault } from '../shell/states.js';
import { Paragraph } from '../ui.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  // Who is signed in keeps the menu.
  const session = useQuery({ ...queries.session, retry: false });
  if (!session.isFetched) return null;
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
  // The part may have got another name by an update: then only the app as it is now knows where it is.
  const reload = useMutation({
    mutationFn: () => answerOf(api.GET('/sign-in-options')),
    onSuccess: () => window.location.reload(),
  });
  const again = error instanceof UnreachableError ? () => reload.mutate() : reset;
  return (
    <Page title={t('states.errorTitle')}>
      <Fault key={reload.failureCount} error={error} again={again} />
    </Page>
  );
}
