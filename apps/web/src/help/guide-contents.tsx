import { useQuery } from '@tanstack/react-query';
import { useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../shell/states.js';
import { Label, TextInput } from '../ui.js';
import { guideQueries } from './guide.js';
import { type GuidePart, searchGuide } from './guide-search.js';
import { GuideLinks, GuideText } from './guide-text.js';
import type { GuideTopic } from './guide-tree.js';
import { InDutch } from './in-dutch.js';

interface GuideContentsProps {
  readonly contents: GuideTopic;
  /** What was looked for before. */
  readonly question: string;
  /** Keeps what is looked for, for whoever comes back. */
  readonly keep: (question: string) => void;
  readonly lower?: 0 | 1;
}

/** What the guide is about, and what it says about something. The search is done here: no server hears what is asked. */
export function GuideContents({ contents, question, keep, lower = 0 }: GuideContentsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, type] = useState(question);
  const isAsked = typed.trim() !== '';
  const parts = useQuery({ ...guideQueries.parts, enabled: isAsked });
  return (
    <div className="guide">
      <div className="filter">
        <Label htmlFor={id}>{t('help.search')}</Label>
        <TextInput
          id={id}
          autoComplete="off"
          value={typed}
          onChange={({ target: { value } }) => {
            type(value);
            keep(value);
          }}
        />
      </div>
      {isAsked ? (
        <Loaded query={parts} rows={2}>
          {(known) => <Found parts={known} question={typed} />}
        </Loaded>
      ) : (
        <InDutch>
          <div className="guide">
            <GuideText blocks={contents.blocks} lower={lower} />
          </div>
        </InDutch>
      )}
    </div>
  );
}

const most = 20;

function Found({ parts, question }: { readonly parts: readonly GuidePart[]; readonly question: string }) {
  const { t } = useTranslation();
  const GuideLink = useContext(GuideLinks);
  const found = searchGuide(parts, question);
  return (
    <>
      <p role="status" className="found">
        {found.length > most
          ? t('help.foundMore', { count: most })
          : t('help.found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <Empty>{t('help.noneFound')}</Empty>
      ) : (
        <InDutch>
          <ul className="plain-list guide-found">
            {found.slice(0, most).map(({ place, topic, heading, excerpt }) => (
              <li key={place}>
                <GuideLink place={place}>{heading ? `${topic}: ${heading}` : topic}</GuideLink>
                <span className="task-note">{excerpt}</span>
              </li>
            ))}
          </ul>
        </InDutch>
      )}
    </>
  );
}
