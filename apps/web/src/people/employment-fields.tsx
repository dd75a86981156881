import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DepartmentOptions } from '../departments/department-options.js';
import { organisationQueries } from '../organisation/queries.js';
import { SelectField, TextField } from '../shell/fields.js';
import { PersonField } from '../shell/person-field.js';
import { Loaded } from '../shell/states.js';
import { employmentKinds } from './employment-kinds.js';

/** Where somebody works, as what, how much and under whom. */
export function PlaceFields() {
  const { t } = useTranslation();
  const departments = useQuery(organisationQueries.departments());
  const functions = useQuery(organisationQueries.jobFunctions());
  return (
    <>
      <Loaded query={departments} rows={1}>
        {(all) => (
          <SelectField
            name="departmentId"
            label={t('people.department')}
            needed={t('employments.departmentNeeded')}
            isLong
          >
            <option value="">{t('forms.choose')}</option>
            <DepartmentOptions departments={all} />
          </SelectField>
        )}
      </Loaded>
      <Loaded query={functions} rows={1}>
        {({ items }) => (
          <SelectField name="jobFunctionId" label={t('employments.jobFunction')}>
            <option value="">{t('employments.noFunction')}</option>
            {items.map(({ id, periods }) => (
              <option key={id} value={id}>
                {periods.at(-1)?.name}
              </option>
            ))}
          </SelectField>
        )}
      </Loaded>
      <TextField
        name="hoursPerWeek"
        label={t('employments.hoursPerWeek')}
        answer="number"
        pattern={{ value: /^\s*\d{1,3}(?:[.,]\d{1,2})?\s*$/, message: t('employments.hoursWrong') }}
      />
      <PersonField name="managerId" label={t('employments.manager')} hint={t('employments.managerHint')} />
    </>
  );
}

export function KindField() {
  const { t } = useTranslation();
  return (
    <SelectField name="kind" label={t('employments.kind')} needed={t('employments.kindNeeded')}>
      {employmentKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`employments.kinds.${kind}`)}
        </option>
      ))}
    </SelectField>
  );
}
