import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useModal } from '../shell/modal.js';
import { Dialog, Paragraph } from '../ui.js';
import { useHasProvider } from './provider-button.js';
import { beginSession, leaveToAnother } from './session-end.js';
import { CodeStep, PasswordStep } from './sign-in-form.js';
import { SignOut } from './sign-out.js';

/** The dialog follows the session by itself, wherever somebody signs in. */
const nothingMore = (): void => undefined;

/** Over the page, which stays as it is: whoever signs in again goes on where they were; for another it is emptied. */
export function SessionEnded() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useModal();
  const hasProvider = useHasProvider();
  const { data: session, dataUpdatedAt: toldAt } = useQuery({ ...queries.session, enabled: false });
  const [before] = useState({ accountId: session?.accountId, toldAt });
  const isHalf = toldAt !== before.toldAt && session?.assurance === 'pending';

  useEffect(() => {
    if (!session || toldAt === before.toldAt) return;
    if (session.accountId !== before.accountId) leaveToAnother();
    else if (session.assurance !== 'pending') {
      beginSession();
      void client.invalidateQueries();
    }
  }, [client, session, toldAt, before]);

  const leave = (): void => {
    window.location.assign('/sign-in');
    // Whoever would lose what they typed is asked by the browser, and can stay.
    dialog.current?.showModal();
  };

  return (
    <Dialog
      ref={dialog}
      className="covering"
      heading={t('ended.title')}
      closeButtonLabel={t('app.close')}
      aria-label={t('ended.title')}
      // Closed without signing in: then there is nothing to go on with.
      onClose={leave}
    >
      <div className="stack">
        {isHalf ? (
          <CodeStep done={nothingMore} cancel={<SignOut label={t('signIn.cancel')} />} />
        ) : (
          <>
            <Paragraph>{t('ended.text')}</Paragraph>
            <PasswordStep done={nothingMore} />
            {hasProvider && (
              <Paragraph>
                <a href="/sign-in?to=%2Fsigned-in" target="_blank" rel="noopener">
                  {t('ended.provider')}
                </a>
              </Paragraph>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
