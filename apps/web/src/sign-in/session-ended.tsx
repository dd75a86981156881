import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Paragraph } from '../ui.js';
import { resumeSession, useSessionEnded } from './session-end.js';
import { CodeStep, PasswordStep, type Session } from './sign-in-form.js';

/** Over the page, which stays as it is: whoever signs in again goes on where they were. */
export function SessionEnded() {
  const isEnded = useSessionEnded();
  return isEnded ? <SignInAgain /> : null;
}

function SignInAgain() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isHalf, setHalf] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);

  const goOn = ({ assurance }: Session): void => {
    if (assurance === 'pending') {
      setHalf(true);
      return;
    }
    resumeSession();
    void client.invalidateQueries();
  };

  return (
    <Dialog
      ref={dialog}
      heading={t('ended.title')}
      closeButtonLabel={t('app.close')}
      aria-label={t('ended.title')}
      // Closed without signing in: then there is nothing to go on with.
      onClose={() => window.location.assign('/sign-in')}
    >
      <div className="stack">
        {isHalf ? (
          <CodeStep done={goOn} />
        ) : (
          <>
            <Paragraph>{t('ended.text')}</Paragraph>
            <PasswordStep done={goOn} />
          </>
        )}
      </div>
    </Dialog>
  );
}
