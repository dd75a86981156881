import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Paragraph } from '../ui.js';
import { useModal } from './modal.js';

/** Asks whoever leaves a page with something typed in it whether that is what they want. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: () => boolean }) {
  const blocker = useBlocker({
    // To a fault further on in the same page is no leaving.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return blocker.status === 'blocked' ? <Question stay={blocker.reset} leave={blocker.proceed} /> : null;
}

function Question({ stay, leave }: { readonly stay: () => void; readonly leave: () => void }) {
  const { t } = useTranslation();
  const dialog = useModal();
  return (
    <Dialog
      ref={dialog}
      heading={t('forms.leaveTitle')}
      closeButtonLabel={t('app.close')}
      aria-label={t('forms.leaveTitle')}
      onClose={stay}
    >
      <div className="stack">
        <Paragraph>{t('forms.leaveText')}</Paragraph>
        <div className="tools">
          <Button onClick={stay}>{t('forms.stay')}</Button>
          <Button variant="secondary" onClick={leave}>
            {t('forms.leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
