import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../ui.js';
import { useModal } from './modal.js';

interface Answer {
  readonly label: string;
  readonly give: () => void;
}

interface QuestionProps {
  readonly title: string;
  /** The first is the one that stands out. */
  readonly answers: readonly [Answer, Answer];
  /** Without an answer, such as by Escape. */
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Asks something before going on. Afterwards the focus is where it was. */
export function Question({ title, answers: [first, second], close, children }: QuestionProps) {
  const { t } = useTranslation();
  const dialog = useModal();
  const answer = useRef<HTMLButtonElement>(null);
  // Not the button that closes, which stands first.
  useEffect(() => answer.current?.focus(), []);
  return (
    <Dialog ref={dialog} heading={title} aria-label={title} closeButtonLabel={t('app.close')} onClose={close}>
      <div className="stack">
        {children}
        <div className="tools">
          <Button ref={answer} onClick={first.give}>
            {first.label}
          </Button>
          <Button variant="secondary" onClick={second.give}>
            {second.label}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
