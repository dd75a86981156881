import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { organisationQueries } from '../organisation/queries.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { personValue } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded, Only } from '../shell/states.js';
import { typedNumber } from '../shell/typed-number.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { KindField, PlaceFields } from './employment-fields.js';

type Employment = Schemas['EmploymentView'];
type Deed = 'change' | 'correct' | 'end';

const routes = {
  change: getRouteApi('/inside/organisation/employments/$employmentId/change'),
  correct: getRouteApi('/inside/organisation/employments/$employmentId/correct'),
  end: getRouteApi('/inside/organisation/employments/$employmentId/end'),
} as const;

interface FormProps {
  readonly employment: Employment;
  readonly done: () => void;
  readonly cancel: ReactNode;
}

/** A page about one employment, which goes back to whose it is. */
function EmploymentPage({
  deed,
  form: Form,
}: {
  readonly deed: Deed;
  readonly form: (props: FormProps) => ReactNode;
}) {
  const { t } = useTranslation();
  const { employmentId } = routes[deed].useParams();
  const navigate = routes[deed].useNavigate();
  const employment = useQuery(organisationQueries.employment(employmentId));
  const trail = useOrganisationTrail();
  const person = employment.data?.person;
  const toPerson = {
    to: '/organisation/persons/$personId',
    params: { personId: person?.personId ?? '' },
  } as const;
  return (
    <Page
      title={t(`employments.titles.${deed}`)}
      trail={person ? [...trail, { label: person.name, ...toPerson }] : trail}
      isForm
    >
      <Loaded query={employment}>
        {(found) => (
          <Only may={found.may.change}>
            <Form employment={found} done={() => void navigate(toPerson)} cancel={<Cancel {...toPerson} />} />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

export const ChangeEmploymentPage = () => <EmploymentPage deed="change" form={ChangeForm} />;
export const CorrectEmploymentPage = () => <EmploymentPage deed="correct" form={CorrectForm} />;
export const EndEmploymentPage = () => <EmploymentPage deed="end" form={EndForm} />;

function ChangeForm({ employment, done, cancel }: FormProps) {
  const { t } = useTranslation();
  const latest = employment.periods.at(-1);
  const values = {
    from: '',
    until: '',
    departmentId: latest?.department.id ?? '',
    jobFunctionId: latest?.jobFunction?.id ?? '',
    hoursPerWeek: String(latest?.hoursPerWeek ?? '').replace('.', ','),
    managerId: personValue(latest?.manager),
  };
  return (
    <RecordForm
      version={employment.version}
      values={values}
      submit={t('employments.saveChange')}
      cancel={cancel}
      save={({ from, until }, { departmentId, jobFunctionId, hoursPerWeek, managerId }, begun) =>
        answerOf(
          api.POST('/employments/{employmentId}/_change', {
            params: { path: { employmentId: employment.id }, header: seen(begun) },
            body: {
              from,
              until: until || null,
              departmentId,
              ...(jobFunctionId !== undefined && { jobFunctionId: jobFunctionId || null }),
              ...(hoursPerWeek !== undefined && { hoursPerWeek: typedNumber(hoursPerWeek) }),
              ...(managerId && { managerId: managerId.id || null }),
            },
          }),
        )
      }
      done={done}
    >
      <DayField
        name="from"
        label={t('forms.from')}
        hint={t('forms.fromHint')}
        needed={t('forms.fromNeeded')}
      />
      <DayField name="until" label={t('forms.until')} hint={t('forms.untilHint')} />
      <PlaceFields />
    </RecordForm>
  );
}

function CorrectForm({ employment, done, cancel }: FormProps) {
  const { t } = useTranslation();
  const { personnelNumber, kind, validFrom } = employment;
  return (
    <>
      <Paragraph className="measure">{t('employments.correctLead')}</Paragraph>
      <RecordForm
        version={employment.version}
        values={{ personnelNumber, kind, validFrom }}
        submit={t('employments.saveCorrection')}
        cancel={cancel}
        save={(_, changed, begun) =>
          answerOf(
            api.PATCH('/employments/{employmentId}', {
              params: { path: { employmentId: employment.id }, header: seen(begun) },
              body: changed,
            }),
          )
        }
        done={done}
      >
        <TextField
          name="personnelNumber"
          label={t('employments.personnelNumber')}
          needed={t('employments.numberNeeded')}
          answer="code"
        />
        <KindField />
        <DayField name="validFrom" label={t('forms.firstDay')} needed={t('forms.firstDayNeeded')} />
      </RecordForm>
    </>
  );
}

function EndForm({ employment, done, cancel }: FormProps) {
  const { t } = useTranslation();
  return (
    <>
      <Paragraph className="measure">{t('employments.endLead')}</Paragraph>
      <RecordForm
        version={employment.version}
        values={{ lastDay: employment.validTo ?? '' }}
        submit={t('employments.saveEnd')}
        cancel={cancel}
        save={({ lastDay }, _, begun) =>
          answerOf(
            api.POST('/employments/{employmentId}/_end', {
              params: { path: { employmentId: employment.id }, header: seen(begun) },
              body: { lastDay: lastDay || null },
            }),
          )
        }
        done={done}
      >
        <DayField name="lastDay" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
      </RecordForm>
    </>
  );
}
