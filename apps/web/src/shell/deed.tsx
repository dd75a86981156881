import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import { Alert, Button, Paragraph } from '../ui.js';
import { Fault } from './states.js';

interface Deed {
  /** What the server is asked to do. */
  readonly ask: () => Promise<unknown>;
  /** What is said once it is done. */
  readonly told: string;
}

const Doing = createContext<(deed: Deed) => void>(() => undefined);

/** A part of a page in which things are done at once, by a button: what came of it is told above. */
export function Deeds({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [told, tell] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const deed = useMutation({
    // One after the other, also when a button is pressed again before the first is done.
    scope: { id: useId() },
    mutationFn: ({ ask }: Deed) => ask(),
    onMutate: () => tell(''),
    onSuccess: async (_, done) => {
      tell(done.told);
      await client.invalidateQueries();
      // The button that was pressed may have gone with what it stood at.
      if (document.activeElement === document.body) status.current?.focus();
    },
    onError: (error) => (isProblem(error, 'version-conflict') ? client.invalidateQueries() : undefined),
  });
  return (
    <Doing value={deed.mutate}>
      <p role="status" ref={status} tabIndex={-1} className={told ? 'told' : 'ams-visually-hidden'}>
        {told}
      </p>
      {isProblem(deed.error, 'version-conflict') ? (
        <div role="alert" className="measure">
          <Alert heading={t('forms.outdatedTitle')} headingLevel={2} severity="warning" headingId={null}>
            <Paragraph>{t('forms.refreshed')}</Paragraph>
          </Alert>
        </div>
      ) : (
        deed.error && <Fault error={deed.error} />
      )}
      {children}
    </Doing>
  );
}

/** To do something in the `Deeds` around it by another button than its own. */
export const useDeed = (): ((deed: Deed) => void) => useContext(Doing);

interface DeedButtonProps extends Deed {
  readonly id?: string;
  /** What is shown at once, before the server has answered. */
  readonly begin?: () => void;
  readonly label: string;
  /** To what it is done, for whoever hears the button without its row. */
  readonly of: string;
}

export function DeedButton({ id, label, of, begin, ...deed }: DeedButtonProps) {
  const act = useDeed();
  const press = (): void => {
    begin?.();
    act(deed);
  };
  return (
    <Button id={id} variant="secondary" className="small-button" onClick={press}>
      {label}
      <span className="ams-visually-hidden"> {of}</span>
    </Button>
  );
}
