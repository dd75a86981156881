import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { Cancel } from '../shell/cancel.js';
import { Page } from '../shell/page.js';
import { nobody, PersonField } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Empty, Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { rightsReviewQueries } from './queries.js';
import { useReviewName } from './review-name.js';

const route = getRouteApi('/inside/organisation/rights-reviews/$reviewId/lines/$lineId/hand-over');

/** Gives a line to another reviewer: because the reviewer has left, or there is none. */
export function HandOverPage() {
  const { t } = useTranslation();
  const { reviewId, lineId } = route.useParams();
  const line = useQuery(rightsReviewQueries.line(lineId));
  const nameOf = useReviewName();
  const trail = useOrganisationTrail();
  return (
    <Page
      title={t('rightsReview.handOverTitle')}
      trail={[
        ...trail,
        { label: t('rightsReview.title'), to: '/organisation/rights-reviews' },
        ...(line.data
          ? [
              {
                label: nameOf(line.data),
                to: '/organisation/rights-reviews/$reviewId',
                params: { reviewId },
              } as const,
            ]
          : []),
      ]}
      isForm
    >
      <Loaded query={line}>
        {(found) =>
          found.may.handOver ? <HandOverForm line={found} /> : <Empty>{t('rightsReview.noHandOver')}</Empty>
        }
      </Loaded>
    </Page>
  );
}

function HandOverForm({ line }: { readonly line: Schemas['ReviewLineView'] }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { id, reviewId, person, rightName, reviewer, isSpecial } = line;
  const toReview = { to: '/organisation/rights-reviews/$reviewId', params: { reviewId } } as const;
  return (
    <>
      <Paragraph className="measure">
        {t('rightsReview.handOverLead', {
          right: rightName,
          name: person.name,
          reviewer: reviewer?.name ?? t('rightsReview.nobodyYet'),
        })}
      </Paragraph>
      <RecordForm
        version={line.version}
        values={{ reviewerId: nobody }}
        submit={t('rightsReview.handOverTitle')}
        cancel={<Cancel {...toReview} />}
        save={({ reviewerId }, _, begun) =>
          answerOf(
            api.POST('/rights-review-lines/{lineId}/_hand-over', {
              params: { path: { lineId: id }, header: seen(begun) },
              body: { reviewerId: reviewerId.id },
            }),
          )
        }
        done={() => void navigate(toReview)}
      >
        <PersonField
          name="reviewerId"
          label={t('rightsReview.newReviewer')}
          hint={isSpecial ? t('rightsReview.specialReviewerHint') : t('rightsReview.reviewerHint')}
          needed={t('rightsReview.newReviewerNeeded')}
        />
      </RecordForm>
    </>
  );
}
