import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Success } from '../shell/success.js';
import { Tag } from '../shell/tag.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Button, Heading, Paragraph } from '../ui.js';
import { ProgressForm } from './progress-form.js';
import { useYear } from './use-year.js';

type OwnRound = Schemas['OwnRoundView'];
type RoundAction = Schemas['RoundActionView'];

/** One's own actions of a quarter, each reported on the spot: where the mail about it leads. */
export function OwnProgressPage() {
  const { t } = useTranslation();
  const { year } = useYear();
  const quarter = Number(useParams({ strict: false }).quarter);
  const round = useQuery(queries.ownRound(year, quarter));
  return (
    <Page title={t('round.ownTitle', { quarter, year })} trail={[{ label: t('pages.start'), to: '/' }]}>
      <Loaded query={round} rows={4}>
        {(found) => <Own round={found} />}
      </Loaded>
    </Page>
  );
}

function Own({ round }: { readonly round: OwnRound }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { actions, hasBegun, quarter, lastDay } = round;
  const waiting = actions.filter(({ isReported }) => !isReported);
  // What was opened stays open: what is typed in it is not lost by opening another.
  const [opened, setOpened] = useState<readonly string[]>(() => waiting.slice(0, 1).map(({ id }) => id));
  const [last, setLast] = useState<RoundAction>();
  // Only what was reported here leads on, and once: what others report meanwhile takes nobody from what they type.
  const goTo = useRef<string>(undefined);
  useEffect(() => {
    const place = document.getElementById(goTo.current ?? '');
    if (!place) return;
    goTo.current = undefined;
    place.focus();
  });

  if (actions.length === 0) return <Empty>{t('round.ownNothing')}</Empty>;
  if (!hasBegun) return <Empty>{t('round.notBegun', { quarter })}</Empty>;

  const reported = (action: RoundAction): void => {
    const following = waiting.find(({ id }) => id !== action.id);
    setOpened((now) => [...now.filter((id) => id !== action.id), ...(following ? [following.id] : [])]);
    setLast(action);
    goTo.current = following ? headingOf(following.id) : 'round-done';
  };

  return (
    <>
      <Paragraph className="measure">{t('round.ownLead', { day: day(lastDay) })}</Paragraph>
      <p className="found">
        {t('round.ownFound', { reported: actions.length - waiting.length, count: actions.length })}
      </p>
      <Success>{last && t('round.told', { number: last.number, count: waiting.length })}</Success>
      {waiting.length === 0 && (
        <div className="round-done">
          <Heading level={2} size="level-3" id="round-done" tabIndex={-1}>
            {t('round.ownDoneTitle')}
          </Heading>
          <Paragraph>{t('round.ownDone')}</Paragraph>
          <p>
            <Link to="/">{t('states.toStart')}</Link>
          </p>
        </div>
      )}
      <ol className="plain-list cards-list own-round">
        {[...waiting, ...actions.filter(({ isReported }) => isReported)].map((action) => (
          <li key={action.id} className="card-line">
            <OneAction
              action={action}
              isOpen={opened.includes(action.id)}
              open={() => setOpened((now) => [...now, action.id])}
              round={round}
              done={() => reported(action)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function headingOf(actionId: string): string {
  return `action-${actionId}`;
}

interface OneActionProps {
  readonly action: RoundAction;
  readonly round: OwnRound;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly done: () => void;
}

function OneAction({ action, round, isOpen, open, done }: OneActionProps) {
  const { t } = useTranslation();
  const { params } = useYear();
  const { id, number, title, status, isReported, lastNote } = action;
  return (
    <article aria-labelledby={headingOf(id)} className="stack own-action">
      <div>
        <p className="timeline-head">
          {isReported ? (
            <Tag tone="ok" icon="check">
              {t('round.reported')}
            </Tag>
          ) : (
            <Tag tone="attention" icon="clock">
              {t('round.waiting')}
            </Tag>
          )}
          <ActionStatusTag status={status} />
        </p>
        <Heading level={2} size="level-3" id={headingOf(id)} tabIndex={-1}>
          {number}. {title}
        </Heading>
        {lastNote && (
          <p className="muted">{t('round.lastNote', { quarter: lastNote.quarter, note: lastNote.note })}</p>
        )}
        <p>
          <Link to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
            {t('round.more')}
            <span className="ams-visually-hidden"> {title}</span>
          </Link>
        </p>
      </div>
      {isOpen ? (
        <ProgressForm action={action} quarter={round.quarter} done={done} />
      ) : (
        <div>
          <Button variant="secondary" onClick={open}>
            {t(isReported ? 'round.reportAgain' : 'cycle.report')}
            <span className="ams-visually-hidden"> {title}</span>
          </Button>
        </div>
      )}
    </article>
  );
}
