import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { CheckField, TextField } from '../shell/fields.js';
import { FieldGroup } from '../shell/form.js';

type Period = Schemas['JobFunctionPeriodView'];

/** The state of a function as a form holds it. */
export const functionValues = (period?: Period) => ({
  name: period?.name ?? '',
  code: period?.code ?? '',
  publishesSideActivities: period?.publishesSideActivities ?? false,
  reportsFinancialInterests: period?.reportsFinancialInterests ?? false,
  isVulnerable: period?.isVulnerable ?? false,
  conductCertificateProfile: period?.conductCertificateProfile ?? '',
});

export function FunctionFields() {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="name" label={t('functions.name')} needed={t('functions.nameNeeded')} />
      <TextField
        name="code"
        label={t('functions.code')}
        hint={t('functions.codeHint')}
        needed={t('functions.codeNeeded')}
        answer="code"
      />
      <FieldGroup id="designations" legend={t('functions.designations')}>
        <CheckField name="publishesSideActivities" label={t('functions.publishesSideActivitiesLong')} />
        <CheckField name="reportsFinancialInterests" label={t('functions.reportsFinancialInterestsLong')} />
        <CheckField name="isVulnerable" label={t('functions.isVulnerableLong')} />
      </FieldGroup>
      <TextField
        name="conductCertificateProfile"
        label={t('functions.profile')}
        hint={t('functions.profileHint')}
        answer="name"
      />
    </>
  );
}
