import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DepartmentOptions } from '../departments/department-options.js';
import { organisationQueries } from '../organisation/queries.js';
import { SelectField, TextField } from '../shell/fields.js';
import { PersonField } from '../shell/person-field.js';
import { employmentKinds } from './employment-kinds.js';

/** Where somebody works, as what, how much and under whom. */
export function PlaceFields() {
  const { t } = useTranslation();
  const departments = useQuery(organisationQueries.departments());
  const functions = useQuery(organisationQueries.jobFunctions());
  return (
    <>
      <SelectField
        // The value is kept by the browser, and only among options that are there.
        key={`department-${departments.data?.length}`}
        name="departmentId"
        label={t('people.department')}
        needed={t('employments.departmentNeeded')}
      >
        <option value="">{t('forms.choose')}</option>
        <DepartmentOptions departments={departments.data ?? []} />
      </SelectField>
      <SelectField
        key={`function-${functions.data?.total}`}
        name="jobFunctionId"
        label={t('employments.jobFunction')}
      >
        <option value="">{t('employments.noFunction')}</option>
        {functions.data?.items.map(({ id, periods }) => (
          <option key={id} value={id}>
            {periods.at(-1)?.name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="hoursPerWeek"
        label={t('employments.hoursPerWeek')}
        size={6}
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
