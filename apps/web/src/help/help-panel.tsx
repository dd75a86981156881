import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import { createContext, type MouseEvent, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../shell/states.js';
import { Heading } from '../ui.js';
import { contents, guideQueries } from './guide.js';
import { GuideContents } from './guide-contents.js';
import { type GuideLinkProps, GuideLinks, GuideText } from './guide-text.js';
import { type GuideTopic, splitPlace } from './guide-tree.js';
import { InDutch } from './in-dutch.js';

/** Wide enough for a page with the guide beside it; see theme/help.css. */
const beside = '(min-width: 77.5rem)';
const idPrefix = 'guide-';

const Going = createContext<(place: string) => void>(() => undefined);

/** Another one for each time somebody asks, also for the same place. */
export interface Asked {
  readonly place: string;
}

interface HelpPanelProps {
  readonly asked: Asked;
  readonly go: (place: string) => void;
  readonly closed: () => void;
}

/**
 * The guide beside the page on a wide screen, where both can be used; else over it, and then the page waits.
 */
export default function HelpPanel({ asked, go, closed }: HelpPanelProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const openedAt = useRef(pathname);
  const [question, keep] = useState('');
  const { topic: name } = splitPlace(asked.place);
  const topic = useQuery(guideQueries.topic(name));

  useEffect(() => {
    if (window.matchMedia(beside).matches) dialog.current?.show();
    else dialog.current?.showModal();
  }, []);

  // Over another page than it was opened for it would be in the way.
  useEffect(() => {
    if (pathname !== openedAt.current && dialog.current?.matches(':modal')) dialog.current.close();
  }, [pathname]);

  return (
    <Going value={go}>
      <GuideLinks value={PanelLink}>
        <dialog
          ref={dialog}
          className="help-panel"
          aria-label={t('help.title')}
          onClose={closed}
          onKeyDown={({ key }) => {
            if (key === 'Escape') dialog.current?.close();
          }}
        >
          <div className="help-panel-head">
            {name === contents ? (
              <span />
            ) : (
              <button type="button" className="link-button" onClick={() => go(contents)}>
                {t('help.all')}
              </button>
            )}
            <button type="button" className="link-button help-close" onClick={() => dialog.current?.close()}>
              {t('help.close')} <IconX aria-hidden />
            </button>
          </div>
          <Loaded query={topic}>
            {(data) =>
              name === contents ? (
                <>
                  <Title topic={data} asked={asked} />
                  <GuideContents contents={data} question={question} keep={keep} lower={1} />
                </>
              ) : (
                <InDutch>
                  <Title topic={data} asked={asked} />
                  <div className="guide">
                    <GuideText blocks={data.blocks} lower={1} idPrefix={idPrefix} />
                  </div>
                </InDutch>
              )
            }
          </Loaded>
        </dialog>
      </GuideLinks>
    </Going>
  );
}

/** Takes the focus, or gives it to the heading that was asked for: whoever hears the page hears what came. */
function Title({ topic, asked }: { readonly topic: GuideTopic; readonly asked: Asked }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { anchor } = splitPlace(asked.place);
    const goal = anchor ? document.getElementById(`${idPrefix}${anchor}`) : null;
    (goal ?? heading.current)?.focus({ preventScroll: true });
    if (goal) goal.scrollIntoView();
    else heading.current?.closest('dialog')?.scrollTo(0, 0);
  }, [asked]);
  return (
    <Heading level={2} ref={heading} tabIndex={-1} lang="nl">
      {topic.title}
    </Heading>
  );
}

/** Within the panel; in another tab, if wanted, the page of the topic. */
function PanelLink({ place, children }: GuideLinkProps) {
  const go = useContext(Going);
  const { topic, anchor } = splitPlace(place);
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(place);
  };
  return (
    <a href={`/help/${topic}${anchor && `#${anchor}`}`} onClick={follow}>
      {children}
    </a>
  );
}
