import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { organisationQueries } from '../organisation/queries.js';
import { PersonField } from '../shell/person-field.js';
import { SelectField, TextField } from '../shell/fields.js';
import { Loaded } from '../shell/states.js';
import { DepartmentOptions } from './department-options.js';

interface DepartmentFieldsProps {
  /** The department itself, which can't stand below itself. */
  readonly departmentId?: string;
}

export function DepartmentFields({ departmentId }: DepartmentFieldsProps) {
  const { t } = useTranslation();
  const departments = useQuery(organisationQueries.departments());
  return (
    <>
      <TextField name="name" label={t('departments.name')} needed={t('departments.nameNeeded')} />
      <TextField
        name="code"
        label={t('departments.code')}
        hint={t('departments.codeHint')}
        needed={t('departments.codeNeeded')}
        answer="code"
      />
      <TextField
        name="kind"
        label={t('departments.kind')}
        hint={t('departments.kindHint')}
        needed={t('departments.kindNeeded')}
        answer="name"
      />
      <Loaded query={departments} rows={1}>
        {(all) => (
          <SelectField name="parentId" label={t('departments.parent')} isLong>
            <option value="">{t('departments.top')}</option>
            <DepartmentOptions departments={all.filter(({ id }) => id !== departmentId)} />
          </SelectField>
        )}
      </Loaded>
      <PersonField name="managerId" label={t('departments.manager')} />
    </>
  );
}
