import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Paragraph } from '../ui.js';
import { Question } from './question.js';

/** Asks whoever leaves a page with something typed in it whether that is what they want. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: () => boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    // To a fault further on in the same page is no leaving.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Question
      title={t('forms.leaveTitle')}
      answers={[
        { label: t('forms.stay'), give: blocker.reset },
        { label: t('forms.leave'), give: blocker.proceed },
      ]}
      close={blocker.reset}
    >
      <Paragraph>{t('forms.leaveText')}</Paragraph>
    </Question>
  );
}
