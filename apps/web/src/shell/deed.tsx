import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
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
  const deed = useMutation({
    mutationFn: ({ ask }: Deed) => ask(),
    onMutate: () => tell(''),
    onSuccess: (_, done) => {
      tell(done.told);
      return client.invalidateQueries();
    },
    onError: (error) => (isProblem(error, 'version-conflict') ? client.invalidateQueries() : undefined),
  });
  return (
    <Doing value={deed.mutate}>
      <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
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

interface DeedButtonProps extends Deed {
  readonly label: string;
  /** To what it is done, for whoever hears the button without its row. */
  readonly of: string;
}

export function DeedButton({ label, of, ...deed }: DeedButtonProps) {
  const act = useContext(Doing);
  return (
    <Button variant="secondary" className="small-button" onClick={() => act(deed)}>
      {label}
      <span className="ams-visually-hidden"> {of}</span>
    </Button>
  );
}
