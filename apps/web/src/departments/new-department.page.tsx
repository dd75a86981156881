import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { Page } from '../shell/page.js';
import { nobody } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { DepartmentFields } from './department-fields.js';

const route = getRouteApi('/inside/organisation/departments/new');

export function NewDepartmentPage() {
  const { t } = useTranslation();
  const { parent = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('departments.add')} trail={useOrganisationTrail()} roles={keepers} isForm>
      <RecordForm
        values={{
          name: '',
          code: '',
          kind: '',
          parentId: parent,
          managerId: nobody,
          validFrom: '',
          validTo: '',
        }}
        submit={t('departments.add')}
        cancel={<Cancel to="/organisation/departments" />}
        save={({ parentId, managerId, validTo, ...given }) =>
          answerOf(
            api.POST('/departments', {
              body: {
                ...given,
                parentId: parentId || null,
                managerId: managerId.id || null,
                validTo: validTo || null,
              },
            }),
          )
        }
        done={({ id }) =>
          void navigate({ to: '/organisation/departments/$departmentId', params: { departmentId: id } })
        }
      >
        <DepartmentFields />
        <DayField name="validFrom" label={t('forms.firstDay')} needed={t('forms.firstDayNeeded')} />
        <DayField name="validTo" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
      </RecordForm>
    </Page>
  );
}
