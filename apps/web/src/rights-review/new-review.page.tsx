import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, useMe } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { Page } from '../shell/page.js';
import { RadioField } from '../shell/radios.js';
import { RecordForm } from '../shell/record-form.js';
import { Paragraph } from '../ui.js';

const route = getRouteApi('/inside/organisation/rights-reviews/new');

const kinds = ['yearly', 'quarterly'] as const satisfies readonly Schemas['ReviewKind'][];

/** Starts a review ahead of the schedule. */
export function NewReviewPage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const trail = useOrganisationTrail();
  const navigate = route.useNavigate();
  return (
    <Page
      title={t('rightsReview.start')}
      trail={[...trail, { label: t('rightsReview.title'), to: '/organisation/rights-reviews' }]}
      roles={administrators}
      isForm
    >
      <Paragraph className="measure">{t('rightsReview.startLead')}</Paragraph>
      <RecordForm
        values={{ kind: '' as Schemas['ReviewKind'], referenceDay: today, dueDay: '' }}
        submit={t('rightsReview.start')}
        cancel={<Cancel to="/organisation/rights-reviews" />}
        save={({ kind, referenceDay, dueDay }) =>
          answerOf(
            api.POST('/rights-reviews', {
              body: { kind, referenceDay: referenceDay || null, dueDay: dueDay || null },
            }),
          )
        }
        done={({ id }) =>
          void navigate({ to: '/organisation/rights-reviews/$reviewId', params: { reviewId: id } })
        }
      >
        <RadioField
          name="kind"
          legend={t('rightsReview.kind')}
          needed={t('rightsReview.kindNeeded')}
          options={kinds.map((value) => ({ value, label: t(`rightsReview.kinds.${value}`) }))}
        />
        <DayField
          name="referenceDay"
          label={t('rightsReview.referenceDay')}
          hint={t('rightsReview.referenceDayHint')}
          needed={t('rightsReview.referenceDayNeeded')}
        />
        <DayField name="dueDay" label={t('rightsReview.dueDay')} hint={t('rightsReview.dueDayHint')} />
      </RecordForm>
    </Page>
  );
}
