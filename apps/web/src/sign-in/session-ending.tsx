import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useModal } from '../shell/modal.js';
import { Fault } from '../shell/states.js';
import { Button, Dialog, Paragraph } from '../ui.js';
import { minutesOf, type TimeLeft } from './time-left.js';
import { useSignOut } from './use-sign-out.js';

/** Warns that the session ends, and lets it go on where that can be (WCAG 2.2.1). The count is told once a minute. */
export function SessionEnding({ left }: { readonly left: TimeLeft }) {
  const [isKnown, know] = useState(false);
  // The end of a working day comes whatever somebody does: it is told once.
  return isKnown ? null : <Warning left={left} dismiss={() => know(true)} />;
}

function Warning({ left, dismiss }: { readonly left: TimeLeft; readonly dismiss: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useModal();
  const first = useRef<HTMLButtonElement>(null);
  const count = useId();
  const signOut = useSignOut();
  const goOn = useMutation({ mutationFn: () => client.query({ ...queries.session, staleTime: 0 }) });
  const act = (): void => {
    if (left.isFinal) return dismiss();
    // Until the server has answered.
    if (!dialog.current?.open) dialog.current?.showModal();
    goOn.mutate();
  };
  useEffect(() => first.current?.focus(), []);
  const fault = goOn.error ?? signOut.error;
  return (
    <Dialog
      ref={dialog}
      heading={t('ending.title')}
      closeButtonLabel={left.isFinal ? t('app.close') : t('ending.goOn')}
      aria-label={t('ending.title')}
      aria-describedby={count}
      onClose={act}
    >
      <div className="stack">
        <Paragraph role="status" id={count}>
          {left.isFinal
            ? t('ending.final', { count: minutesOf(left) })
            : t('ending.idle', { count: minutesOf(left) })}
        </Paragraph>
        <Paragraph>{left.isFinal ? t('ending.finalText') : t('ending.idleText')}</Paragraph>
        {fault && <Fault error={fault} />}
        <div className="tools">
          <Button ref={first} onClick={act}>
            {left.isFinal ? t('ending.understood') : t('ending.goOn')}
          </Button>
          <Button variant="secondary" onClick={() => signOut.mutate()}>
            {t('app.signOut')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
