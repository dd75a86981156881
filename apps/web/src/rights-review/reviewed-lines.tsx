import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { SelectFilter } from '../shell/filters.js';
import { Section } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { oneOf } from '../shell/search.js';
import { Empty, Loaded } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { lineStates } from './line-search.js';
import { OutcomeTag } from './outcome-tag.js';
import { rightsReviewQueries } from './queries.js';
import { RightFacts } from './right-facts.js';

type Line = Schemas['ReviewLineView'];

const route = getRouteApi('/inside/organisation/rights-reviews/$reviewId');

/** All lines of a review, those still open first; an administrator can give an open one to somebody else. */
export function ReviewedLines({ reviewId }: { readonly reviewId: string }) {
  const { t } = useTranslation();
  const { dayOf } = useDates();
  const { state, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const lines = useQuery({
    ...rightsReviewQueries.lines(reviewId, { state, page }),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Line>[] = [
    {
      key: 'person',
      head: t('rightsReview.person'),
      isName: true,
      cell: ({ person: { personId, name } }) => (
        <Link to="/organisation/persons/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'right',
      head: t('rightsReview.right'),
      cell: (line) => (
        <>
          {line.rightName}
          <RightFacts line={line} />
        </>
      ),
    },
    {
      key: 'reviewer',
      head: t('rightsReview.reviewer'),
      cell: ({ reviewer }) => reviewer?.name ?? t('rightsReview.nobodyYet'),
    },
    {
      key: 'outcome',
      head: t('rightsReview.outcome'),
      cell: (line) => (
        <>
          <OutcomeTag line={line} />
          {line.signedAt && <span className="task-note">{dayOf(line.signedAt)}</span>}
          {line.reason && <span className="task-note">{line.reason}</span>}
        </>
      ),
    },
  ];
  const action: Column<Line> = {
    key: 'action',
    head: t('lists.action'),
    cell: ({ id, may, person, rightName }) =>
      may.handOver && (
        <Link
          to="/organisation/rights-reviews/$reviewId/lines/$lineId/hand-over"
          params={{ reviewId, lineId: id }}
        >
          {t('rightsReview.handOver')}
          <span className="ams-visually-hidden">
            {' '}
            {t('roles.of', { role: rightName, name: person.name })}
          </span>
        </Link>
      ),
  };
  return (
    <Section id="lines" title={t('rightsReview.lines')}>
      <div className="filters" role="search" aria-label={t('rightsReview.lines')}>
        <SelectFilter
          id="state"
          label={t('rightsReview.state')}
          value={state ?? ''}
          choose={(value) => void navigate({ search: { state: oneOf(lineStates, value) }, replace: true })}
        >
          <option value="">{t('rightsReview.allLines')}</option>
          {lineStates.map((one) => (
            <option key={one} value={one}>
              {t(`rightsReview.states.${one}`)}
            </option>
          ))}
        </SelectFilter>
      </div>
      <Loaded query={lines} rows={8}>
        {({ items, total, pageSize }) => (
          <>
            <p role="status" className="found">
              {t('rightsReview.linesFound', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>{t('rightsReview.noneFound')}</Empty>
            ) : (
              <Table
                label={t('rightsReview.lines')}
                rows={items}
                keyOf={({ id }) => id}
                columns={items.some(({ may }) => may.handOver) ? [...columns, action] : columns}
              />
            )}
            <Paging page={page} pageSize={pageSize} total={total} hash="lines" />
          </>
        )}
      </Loaded>
    </Section>
  );
}
