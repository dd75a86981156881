import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers, useMe } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { nobody } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Only } from '../shell/states.js';
import { typedNumber } from '../shell/typed-number.js';
import { KindField, PlaceFields } from './employment-fields.js';

const route = getRouteApi('/inside/organisation/persons/$personId/employments/new');

const empty = {
  personnelNumber: '',
  kind: 'employee' as Schemas['EmploymentKind'],
  departmentId: '',
  jobFunctionId: '',
  hoursPerWeek: '',
  managerId: nobody,
  validFrom: '',
  validTo: '',
};

export function NewEmploymentPage() {
  const { t } = useTranslation();
  const { personId } = route.useParams();
  const { personId: mine } = useMe();
  const navigate = route.useNavigate();
  const name = useQuery(queries.person(personId)).data?.name ?? t('people.person');
  const toPerson = { to: '/organisation/persons/$personId', params: { personId } } as const;
  return (
    <Page
      title={t('employments.addTo', { name })}
      trail={[...useOrganisationTrail(), { label: name, ...toPerson }]}
      roles={keepers}
      isForm
    >
      {/* What is about oneself somebody else keeps. */}
      <Only may={mine !== personId}>
        <RecordForm
          values={empty}
          submit={t('employments.add')}
          cancel={<Cancel {...toPerson} />}
          save={({ jobFunctionId, hoursPerWeek, managerId, validTo, ...given }) =>
            answerOf(
              api.POST('/persons/{personId}/employments', {
                params: { path: { personId } },
                body: {
                  ...given,
                  jobFunctionId: jobFunctionId || null,
                  hoursPerWeek: typedNumber(hoursPerWeek),
                  managerId: managerId.id || null,
                  validTo: validTo || null,
                },
              }),
            )
          }
          done={() => void navigate(toPerson)}
        >
          <TextField
            name="personnelNumber"
            label={t('employments.personnelNumber')}
            needed={t('employments.numberNeeded')}
            answer="code"
          />
          <KindField />
          <PlaceFields />
          <DayField name="validFrom" label={t('forms.firstDay')} needed={t('forms.firstDayNeeded')} />
          <DayField name="validTo" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
        </RecordForm>
      </Only>
    </Page>
  );
}
