import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Changes, type FieldWords } from '../audit/changes.js';
import { OwnerName } from '../audit/owner-name.js';
import { useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { Deeds, useTell } from '../shell/deed.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page, Section } from '../shell/page.js';
import { oneOf } from '../shell/search.js';
import { Empty, Loaded } from '../shell/states.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Heading, Paragraph } from '../ui.js';
import { type Action, priorities, statuses } from './action-search.js';
import { quarterOf } from './progress.js';
import { ProgressForm } from './progress-form.js';
import { useBlockNames, useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/actions/$actionId');

/** One action: what it is to bring, how it goes, and what was changed of it. */
export function ActionPage() {
  const { t } = useTranslation();
  const { params, trails } = useYear();
  const { actionId } = route.useParams();
  const action = useQuery(queries.action(actionId));
  return (
    <Page
      key={actionId}
      title={action.data ? `${action.data.number}. ${action.data.title}` : t('cycle.action')}
      trail={trails.actions}
      tools={
        action.data?.abilities.edit && (
          <Link
            to="/annual-cycles/$year/actions/$actionId/edit"
            params={{ ...params, actionId }}
            className="ams-button ams-button--secondary"
          >
            {t('cycle.changeAction')}
          </Link>
        )
      }
    >
      <Loaded query={action} rows={6}>
        {(found) => (
          <div className="with-aside">
            <div>
              <Section id="result" title={t('cycle.result')}>
                <Paragraph className="measure">{found.intendedResult || t('cycle.noResult')}</Paragraph>
              </Section>
              <Notes action={found} />
              {found.abilities.report && <Report action={found} />}
              <History action={found} />
            </div>
            <InShort action={found} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function InShort({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const nameOf = useBlockNames();
  const { owner, quarter, hours, budget, priority, status, buildingBlockId, carriedOverFrom } = action;
  const euros = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  return (
    <aside className="aside" aria-labelledby="facts">
      <Heading level={2} size="level-3" id="facts">
        {t('cycle.facts')}
      </Heading>
      <p>
        <ActionStatusTag status={status} />
      </p>
      <Facts>
        <Fact term={t('cycle.block')}>
          <Link to="/building-blocks/$buildingBlockId" params={{ buildingBlockId }}>
            {nameOf(buildingBlockId)}
          </Link>
        </Fact>
        <Fact term={t('cycle.owner')}>{owner?.name ?? t('cycle.nobody')}</Fact>
        <Fact term={t('cycle.quarter')}>{quarter}</Fact>
        <Fact term={t('cycle.hours')}>{hours ?? '–'}</Fact>
        <Fact term={t('cycle.budget')}>{typeof budget === 'number' ? euros.format(budget) : '–'}</Fact>
        <Fact term={t('cycle.priority')}>{t(`cycle.priorities.${priority}`)}</Fact>
      </Facts>
      {carriedOverFrom && <Paragraph size="small">{t('cycle.carriedOver')}</Paragraph>}
    </aside>
  );
}

function Notes({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const notes = useQuery(queries.progressNotes(action.id));
  return (
    <Section id="notes" title={t('cycle.notes')}>
      <Loaded query={notes} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('cycle.noNotes')}</Empty>
          ) : (
            <ol className="plain-list timeline">
              {items.map(({ id, quarter, status, note, recordedAt }) => (
                <li key={id}>
                  <p className="timeline-head">
                    <strong>{t('cycle.quarterN', { quarter })}</strong> <ActionStatusTag status={status} />
                  </p>
                  <p>{note}</p>
                  <p className="muted">
                    <time dateTime={recordedAt}>{moment(recordedAt)}</time>
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  );
}

function Report({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const { year } = useYear();
  const { today } = useMe();
  if (Number(today.slice(0, 4)) < year)
    return (
      <Section id="report" title={t('cycle.report')}>
        <Paragraph className="measure">{t('cycle.reportLater', { year })}</Paragraph>
      </Section>
    );
  return (
    <Section id="report" title={t('cycle.report')}>
      <Deeds>
        <ReportForm action={action} today={today} />
      </Deeds>
    </Section>
  );
}

function ReportForm({ action, today }: { readonly action: Action; readonly today: string }) {
  const { t } = useTranslation();
  const { year } = useYear();
  const tell = useTell();
  // Another report begins with an empty form.
  const [count, setCount] = useState(0);
  return (
    <ProgressForm
      key={count}
      action={action}
      quarter={quarterOf(year, today)}
      isQuarterOpen
      done={() => {
        tell(t('cycle.reported'));
        setCount(count + 1);
      }}
    />
  );
}

const events = [
  'annual-cycle.action-added',
  'annual-cycle.action-changed',
  'annual-cycle.action-carried-over',
] as const;

/** What is told of an action that was changed. */
function useActionWords(): Readonly<Record<string, FieldWords>> {
  const { t } = useTranslation();
  const { language } = useDates();
  const nameOf = useBlockNames();
  const euros = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  return {
    title: { label: t('cycle.titleField') },
    intendedResult: { label: t('cycle.result') },
    buildingBlockId: { label: t('cycle.block'), wordsOf: (id) => nameOf(String(id)) },
    owner: { label: t('cycle.owner'), wordsOf: (owner) => <OwnerName owner={owner} /> },
    quarter: { label: t('cycle.quarter') },
    hours: { label: t('cycle.hours') },
    budget: { label: t('cycle.budget'), wordsOf: (amount) => euros.format(Number(amount)) },
    priority: {
      label: t('cycle.priority'),
      wordsOf: (value) => {
        const priority = oneOf(priorities, value);
        return priority && t(`cycle.priorities.${priority}`);
      },
    },
    status: {
      label: t('cycle.status'),
      wordsOf: (value) => {
        const status = oneOf(statuses, value);
        return status && t(`actionStatus.${status}`);
      },
    },
  };
}

function History({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const fields = useActionWords();
  const history = useQuery(queries.actionHistory(action.id));
  return (
    <Section id="history" title={t('cycle.history')}>
      <Loaded query={history} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('cycle.noHistory')}</Empty>
          ) : (
            <ol className="plain-list timeline">
              {items.map((entry) => (
                <li key={entry.id}>
                  <p className="timeline-head">
                    <strong>
                      {t(`cycle.events.${events.find((known) => known === entry.action) ?? 'other'}`)}
                    </strong>
                  </p>
                  <Changes entry={entry} fields={fields} />
                  <p className="muted">
                    {entry.actorName ?? t('app.name')},{' '}
                    <time dateTime={entry.occurredAt}>{moment(entry.occurredAt)}</time>
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  );
}
