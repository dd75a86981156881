import { useMatches } from '@tanstack/react-router';
import { IconHelp } from '@tabler/icons-react';
import {
  createContext,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../help/help-panel.js';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Where the guide tells of this page: a file of docs/gebruikersgids, and perhaps a heading in it. */
    readonly help?: string;
  }
}

const HelpPanel = lazy(() => import('../help/help-panel.js'));

interface HelpState {
  readonly open: (place: string) => void;
  /** What opened the panel, to which the focus goes back. */
  readonly button: RefObject<HTMLButtonElement | null>;
}

const Help = createContext<HelpState>({ open: () => undefined, button: { current: null } });

/** Pages, with the guide beside them for whoever asks for it. What was typed in a page stays. */
export function WithHelp({ children }: { readonly children: ReactNode }) {
  const [asked, ask] = useState<Asked>();
  const open = (place: string): void => ask({ place });
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Help value={{ open, button }}>
      {children}
      {asked && (
        <Suspense>
          <HelpPanel
            asked={asked}
            go={open}
            closed={() => {
              ask(undefined);
              button.current?.focus();
            }}
          />
        </Suspense>
      )}
    </Help>
  );
}

/** Opens the guide where it tells of this page. Nothing on pages that it does not tell of, such as its own. */
export function HelpButton({ at }: { readonly at: string | undefined }) {
  const { t } = useTranslation();
  const { open, button } = useContext(Help);
  const placeOfRoute = useMatches({ select: (matches) => matches.at(-1)?.staticData.help });
  const place = at ?? placeOfRoute;
  if (place === undefined) return null;
  return (
    <button type="button" ref={button} className="link-button help-button" onClick={() => open(place)}>
      <IconHelp aria-hidden /> {t('help.open')}
    </button>
  );
}
