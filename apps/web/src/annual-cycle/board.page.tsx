import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useOneAtATime } from '../shell/one-at-a-time.js';
import { Page } from '../shell/page.js';
import { Empty, Fault, Loaded } from '../shell/states.js';
import { Tag } from '../shell/tag.js';
import { Told, useTold } from '../shell/told.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Heading, Paragraph } from '../ui.js';
import { type Action, type Quarter, quarters } from './action-search.js';
import { loadOf } from './load.js';
import { useRights } from './rights.js';
import { changeAction, useActionsOutdated } from './use-changes.js';
import { useYear } from './use-year.js';

/** The actions by quarter. Each card moves with a button; dragging comes on top. */
export function BoardPage() {
  const { t } = useTranslation();
  const { year, trails } = useYear();
  const { edit } = useRights();
  const actions = useQuery(queries.actions(year));
  return (
    <Page title={t('cycle.board')} trail={trails.actions}>
      <Paragraph className="measure">{edit ? t('cycle.boardLead') : t('cycle.boardLeadRead')}</Paragraph>
      <Loaded query={actions}>
        {({ items }) =>
          items.length === 0 ? <Empty>{t('cycle.noActions')}</Empty> : <Board actions={items} />
        }
      </Loaded>
    </Page>
  );
}

function Board({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const outdated = useActionsOutdated();
  const [told, tell] = useTold();
  const [fault, setFault] = useState<unknown>();
  /** What was moved last: its card takes the focus where it is now. */
  const [movedId, setMoved] = useState<string>();

  const move = async (action: Action, quarter: Quarter): Promise<void> => {
    if (action.quarter === quarter) return;
    tell('');
    setFault(undefined);
    try {
      await changeAction(action.id, { quarter }, action);
      await outdated();
      setMoved(action.id);
      tell(t('cycle.movedTo', { number: action.number, quarter }));
    } catch (error) {
      setFault(error);
      await outdated();
    }
  };

  return (
    <>
      <Told {...told} />
      {fault !== undefined && <Fault error={fault} />}
      <div className="board">
        {loadOf(actions).map(({ quarter, count, hours, isFull }) => (
          <section
            key={quarter}
            className="board-column"
            aria-labelledby={`quarter-${quarter}`}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              const dragged = actions.find(({ id }) => id === event.dataTransfer.getData('text/plain'));
              if (dragged?.abilities.edit) void move(dragged, quarter);
            }}
          >
            <Heading level={2} size="level-3" id={`quarter-${quarter}`}>
              {t('cycle.quarterN', { quarter })}
            </Heading>
            <p className="muted">
              {t('cycle.perQuarter', { count })}, {t('cycle.hoursOf', { count: hours })}{' '}
              {isFull && (
                <Tag tone="attention" icon="warning">
                  {t('cycle.full')}
                </Tag>
              )}
            </p>
            <ul className="plain-list board-cards">
              {actions
                .filter((action) => action.quarter === quarter)
                .map((action) => (
                  <Card
                    key={action.id}
                    action={action}
                    isMoved={action.id === movedId}
                    move={(to) => move(action, to)}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface CardProps {
  readonly action: Action;
  readonly isMoved: boolean;
  readonly move: (quarter: Quarter) => Promise<void>;
}

function Card({ action, isMoved, move }: CardProps) {
  const { t } = useTranslation();
  const { params } = useYear();
  const { id, number, title, owner, status, quarter, abilities } = action;
  const link = useRef<HTMLAnchorElement>(null);
  const moveOnce = useOneAtATime(move);
  useEffect(() => {
    if (isMoved) link.current?.focus();
  }, [isMoved, quarter]);
  return (
    <li
      className="board-card"
      draggable={abilities.edit}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
    >
      <Link ref={link} to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
        {number}. {title}
      </Link>
      <span className="muted">{owner?.name ?? t('cycle.nobody')}</span>
      <span>
        <ActionStatusTag status={status} />
      </span>
      {abilities.edit && (
        <details>
          <summary>
            {t('cycle.move')}
            <span className="ams-visually-hidden">
              {' '}
              ({number}. {title})
            </span>
          </summary>
          <ul className="plain-list board-moves">
            {quarters
              .filter((one) => one !== quarter)
              .map((one) => (
                <li key={one}>
                  <button type="button" className="link-button" onClick={() => moveOnce(one)}>
                    {t('cycle.moveTo', { quarter: one })}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      )}
    </li>
  );
}
