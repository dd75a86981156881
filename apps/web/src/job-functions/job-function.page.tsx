import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { usePeriod } from '../people/period.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { Page, Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded, Only } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { FunctionFields, functionValues } from './function-fields.js';

type JobFunction = Schemas['JobFunctionView'];

const adding = getRouteApi('/inside/organisation/job-functions/new');
const changing = getRouteApi('/inside/organisation/job-functions/$jobFunctionId/change');
const ending = getRouteApi('/inside/organisation/job-functions/$jobFunctionId/end');
const list = { to: '/organisation/job-functions' } as const;

function useFunctionTrail() {
  const { t } = useTranslation();
  return [...useOrganisationTrail(), { label: t('functions.title'), ...list }] as const;
}

export function NewJobFunctionPage() {
  const { t } = useTranslation();
  const navigate = adding.useNavigate();
  return (
    <Page title={t('functions.add')} trail={useFunctionTrail()} roles={keepers} isForm>
      <RecordForm
        values={{ ...functionValues(), validFrom: '', validTo: '' }}
        submit={t('functions.add')}
        cancel={<Cancel {...list} />}
        save={({ conductCertificateProfile, validTo, ...given }) =>
          answerOf(
            api.POST('/job-functions', {
              body: {
                ...given,
                conductCertificateProfile: conductCertificateProfile || null,
                validTo: validTo || null,
              },
            }),
          )
        }
        done={() => void navigate(list)}
      >
        <FunctionFields />
        <DayField name="validFrom" label={t('forms.firstDay')} needed={t('forms.firstDayNeeded')} />
        <DayField name="validTo" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
      </RecordForm>
    </Page>
  );
}

export function ChangeJobFunctionPage() {
  const { t } = useTranslation();
  const { jobFunctionId } = changing.useParams();
  const jobFunction = useQuery(organisationQueries.jobFunction(jobFunctionId));
  return (
    <Page title={t('functions.changeTitle')} trail={useFunctionTrail()} isForm>
      <Loaded query={jobFunction}>
        {(found) => (
          <>
            <Only may={found.may.change}>
              <ChangeForm jobFunction={found} />
            </Only>
            <History jobFunction={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ChangeForm({ jobFunction }: { readonly jobFunction: JobFunction }) {
  const { t } = useTranslation();
  const navigate = changing.useNavigate();
  return (
    <RecordForm
      version={jobFunction.version}
      values={{ from: '', until: '', ...functionValues(jobFunction.periods.at(-1)) }}
      submit={t('functions.saveChange')}
      cancel={<Cancel {...list} />}
      save={({ from, until }, { conductCertificateProfile, ...changed }, begun) =>
        answerOf(
          api.POST('/job-functions/{jobFunctionId}/_change', {
            params: { path: { jobFunctionId: jobFunction.id }, header: seen(begun) },
            body: {
              ...changed,
              from,
              until: until || null,
              ...(conductCertificateProfile !== undefined && {
                conductCertificateProfile: conductCertificateProfile || null,
              }),
            },
          }),
        )
      }
      done={() => void navigate(list)}
    >
      <DayField
        name="from"
        label={t('forms.from')}
        hint={t('forms.fromHint')}
        needed={t('forms.fromNeeded')}
      />
      <DayField name="until" label={t('forms.until')} hint={t('forms.untilHint')} />
      <FunctionFields />
    </RecordForm>
  );
}

/** How it was called and what it was designated for before. */
function History({ jobFunction }: { readonly jobFunction: JobFunction }) {
  const { t } = useTranslation();
  const period = usePeriod();
  return (
    <Section id="history" title={t('functions.history')}>
      <ol className="plain-list timeline">
        {jobFunction.periods.toReversed().map((one) => (
          <li key={one.validFrom}>
            <p>
              <strong>{one.name}</strong>
            </p>
            <p className="muted">{period(one)}</p>
            <p>
              {[
                one.publishesSideActivities && t('functions.publishesSideActivities'),
                one.reportsFinancialInterests && t('functions.reportsFinancialInterests'),
                one.isVulnerable && t('functions.isVulnerable'),
                one.conductCertificateProfile &&
                  `${t('functions.certificate')} ${one.conductCertificateProfile}`,
              ]
                .filter(Boolean)
                .join(', ') || t('functions.notDesignated')}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function EndJobFunctionPage() {
  const { t } = useTranslation();
  const { jobFunctionId } = ending.useParams();
  const jobFunction = useQuery(organisationQueries.jobFunction(jobFunctionId));
  return (
    <Page title={t('functions.endTitle')} trail={useFunctionTrail()} isForm>
      <Loaded query={jobFunction}>
        {(found) => (
          <Only may={found.may.change}>
            <EndForm jobFunction={found} />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

function EndForm({ jobFunction }: { readonly jobFunction: JobFunction }) {
  const { t } = useTranslation();
  const navigate = ending.useNavigate();
  const last = jobFunction.periods.at(-1);
  return (
    <>
      <Paragraph className="measure">{t('functions.endLead', { name: last?.name })}</Paragraph>
      <RecordForm
        version={jobFunction.version}
        values={{ lastDay: last?.validTo ?? '' }}
        submit={t('functions.saveEnd')}
        cancel={<Cancel {...list} />}
        save={({ lastDay }, _, begun) =>
          answerOf(
            api.POST('/job-functions/{jobFunctionId}/_end', {
              params: { path: { jobFunctionId: jobFunction.id }, header: seen(begun) },
              body: { lastDay: lastDay || null },
            }),
          )
        }
        done={() => void navigate(list)}
      >
        <DayField name="lastDay" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
      </RecordForm>
    </>
  );
}
