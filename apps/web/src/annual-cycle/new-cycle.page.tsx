import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { editors } from './rights.js';

export function NewCyclePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cycles = useQuery(queries.annualCycles);
  return (
    <Page
      title={t('cycle.openNew')}
      trail={[
        { label: t('pages.start'), to: '/' },
        { label: t('pages.cycle'), to: '/annual-cycles' },
      ]}
      roles={editors}
      isForm
    >
      <Loaded query={cycles}>
        {({ items }) => {
          const newest = Math.max(0, ...items.map(({ year }) => year));
          return (
            <div className="stack">
              <Paragraph className="measure">{t('cycle.openLead')}</Paragraph>
              <RecordForm
                values={{ year: newest > 0 ? String(newest + 1) : '' }}
                save={({ year }) => answerOf(api.POST('/annual-cycles', { body: { year: Number(year) } }))}
                done={({ year }) => {
                  tellOnArrival(t('cycle.opened', { year }));
                  void navigate({ to: '/annual-cycles/$year', params: { year: String(year) } });
                }}
                submit={t('cycle.openNew')}
                cancel={<Cancel to="/annual-cycles" />}
              >
                <TextField
                  name="year"
                  label={t('cycle.year')}
                  needed={t('cycle.yearNeeded')}
                  answer="number"
                  pattern={{ value: /^\s*\d{4}\s*$/, message: t('cycle.yearNeeded') }}
                />
              </RecordForm>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
