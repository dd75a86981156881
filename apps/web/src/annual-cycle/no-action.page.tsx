import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Cancel } from '../shell/cancel.js';
import { AreaField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { editors } from './rights.js';
import { useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/findings/$findingId/no-action');

/** Puts a finding to rest: this year nothing is done about it, and the plan tells why. */
export function NoActionPage() {
  const { t } = useTranslation();
  const { params, trails } = useYear();
  const { findingId } = route.useParams();
  const navigate = useNavigate();
  const finding = useQuery(queries.finding(findingId));
  return (
    <Page key={findingId} title={t('cycle.noActionTitle')} trail={trails.findings} roles={editors} isForm>
      <Loaded query={finding} rows={2}>
        {({ title, version, reasonForNoAction }) => (
          <div className="stack">
            <Paragraph className="measure">{t('cycle.noActionAbout', { title })}</Paragraph>
            <RecordForm
              version={version}
              values={{ reasonForNoAction: reasonForNoAction ?? '' }}
              submit={t('cycle.noActionSave')}
              cancel={<Cancel to="/annual-cycles/$year/findings" params={params} />}
              save={(body, _, begun) =>
                answerOf(
                  api.PATCH('/findings/{findingId}', {
                    params: { path: { findingId }, header: seen(begun) },
                    body,
                  }),
                )
              }
              done={() => {
                tellOnArrival(t('cycle.findingSaved', { title }));
                void navigate({ to: '/annual-cycles/$year/findings', params });
              }}
            >
              <AreaField
                name="reasonForNoAction"
                label={t('cycle.reasonForNoAction')}
                hint={t('cycle.noActionHint')}
                needed={t('cycle.noActionNeeded')}
              />
            </RecordForm>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
