import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, roleReaders, useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, Loaded } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { Paragraph } from '../ui.js';
import { rightsReviewQueries } from './queries.js';
import { useReviewName } from './review-name.js';
import { ReviewTag } from './review-tag.js';

type Review = Schemas['RightsReviewView'];

const route = getRouteApi('/inside/organisation/rights-reviews');

/** The reviews of rights and how far they are, the latest first. */
export function RightsReviewsPage() {
  const { t } = useTranslation();
  const { day } = useDates();
  const { holds } = useMe();
  const nameOf = useReviewName();
  const { page = 1 } = route.useSearch();
  const reviews = useQuery({ ...rightsReviewQueries.reviews(page), placeholderData: keepPreviousData });
  const columns: readonly Column<Review>[] = [
    {
      key: 'name',
      head: t('rightsReview.review'),
      isName: true,
      cell: (review) => (
        <Link to="/organisation/rights-reviews/$reviewId" params={{ reviewId: review.id }}>
          {nameOf(review)}
        </Link>
      ),
    },
    { key: 'due', head: t('rightsReview.dueDay'), cell: ({ dueDay }) => day(dueDay) },
    {
      key: 'progress',
      head: t('rightsReview.signed'),
      cell: ({ signed, lines }) => t('rightsReview.signedOf', { signed, lines }),
    },
    { key: 'state', head: t('rightsReview.state'), cell: (review) => <ReviewTag review={review} /> },
  ];
  return (
    <Page
      title={t('rightsReview.title')}
      trail={useOrganisationTrail()}
      roles={roleReaders}
      tools={
        holds(...administrators) && (
          <Link to="/organisation/rights-reviews/new" className="ams-button ams-button--primary">
            {t('rightsReview.start')}
          </Link>
        )
      }
    >
      <Paragraph className="measure">{t('rightsReview.lead')}</Paragraph>
      <Loaded query={reviews}>
        {({ items, total, pageSize }) =>
          items.length === 0 ? (
            <Empty>{t('rightsReview.none')}</Empty>
          ) : (
            <>
              <p className="found">{t('rightsReview.found', { count: total })}</p>
              <Table label={t('rightsReview.title')} rows={items} keyOf={({ id }) => id} columns={columns} />
              <Paging page={page} pageSize={pageSize} total={total} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
