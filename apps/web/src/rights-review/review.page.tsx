import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Loaded, Loading } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';
import { rightsReviewQueries } from './queries.js';
import { useReviewName } from './review-name.js';
import { ReviewTag } from './review-tag.js';
import { ReviewedLines } from './reviewed-lines.js';

type Review = Schemas['RightsReviewDetailView'];
type Progress = Schemas['ReviewerProgressView'];

const route = getRouteApi('/inside/organisation/rights-reviews/$reviewId');

/** One review: how far it is, how far each reviewer is, and its lines. */
export function RightsReviewPage() {
  const { t } = useTranslation();
  const { reviewId } = route.useParams();
  const review = useQuery(rightsReviewQueries.review(reviewId));
  const nameOf = useReviewName();
  const trail = useOrganisationTrail();
  return (
    <Page
      title={review.data ? nameOf(review.data) : t('rightsReview.title')}
      trail={[...trail, { label: t('rightsReview.title'), to: '/organisation/rights-reviews' }]}
    >
      <Loaded query={review}>
        {(found) => (
          <>
            <Standing review={found} />
            <Section id="reviewers" title={t('rightsReview.reviewers')}>
              {found.reviewers.length === 0 ? (
                <Empty>{t('rightsReview.noLines')}</Empty>
              ) : (
                <Reviewers reviewers={found.reviewers} />
              )}
            </Section>
          </>
        )}
      </Loaded>
      {review.data ? <ReviewedLines reviewId={reviewId} /> : review.isPending && <Loading />}
    </Page>
  );
}

function Standing({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { lines, signed, kept, withdrawn, ended, referenceDay, dueDay } = review;
  return (
    <div className="stack measure">
      <div>
        <ReviewTag review={review} />
      </div>
      <Paragraph>
        {t('rightsReview.about', { referenceDay: day(referenceDay), dueDay: day(dueDay) })}
      </Paragraph>
      <p className="found">{t('rightsReview.signedOfLines', { signed, count: lines })}</p>
      {signed > 0 && <Paragraph>{t('rightsReview.came', { kept, withdrawn, ended })}</Paragraph>}
    </div>
  );
}

function Reviewers({ reviewers }: { readonly reviewers: readonly Progress[] }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const columns: readonly Column<Progress>[] = [
    {
      key: 'name',
      head: t('rightsReview.reviewer'),
      isName: true,
      cell: ({ reviewer }) => reviewer?.name ?? t('rightsReview.nobodyYet'),
    },
    {
      key: 'signed',
      head: t('rightsReview.signed'),
      cell: ({ signed, lines }) => t('rightsReview.signedOf', { signed, lines }),
    },
    {
      key: 'note',
      head: t('rightsReview.attention'),
      cell: (progress) => <Note progress={progress} isMine={progress.reviewer?.personId === personId} />,
    },
  ];
  return (
    <Table
      label={t('rightsReview.reviewers')}
      rows={reviewers}
      keyOf={({ reviewer }) => reviewer?.personId ?? 'nobody'}
      columns={columns}
    />
  );
}

/** What keeps lines from being signed, and who can do something about it. */
function Note({ progress, isMine }: { readonly progress: Progress; readonly isMine: boolean }) {
  const { t } = useTranslation();
  const { canSignIn, lines, signed, late, reviewer } = progress;
  if (signed === lines)
    return (
      <Tag tone="ok" icon="check">
        {t('rightsReview.done')}
      </Tag>
    );
  if (isMine) return <Link to="/rights-review-lines">{t('rightsReview.signYours')}</Link>;
  if (reviewer === null || !canSignIn)
    return (
      <Tag tone="attention" icon="warning">
        {reviewer === null ? t('rightsReview.handOverThese') : t('rightsReview.canNotSignIn')}
      </Tag>
    );
  return late > 0 ? (
    <Tag tone="late" icon="warning">
      {t('rightsReview.lateLines', { count: late })}
    </Tag>
  ) : (
    <Tag tone="info" icon="running">
      {t('rightsReview.running')}
    </Tag>
  );
}
