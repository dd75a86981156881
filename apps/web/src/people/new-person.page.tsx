import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';

const nobody = { name: '', jobTitle: '', email: '' };

export function NewPersonPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('people.add')} trail={useOrganisationTrail()} roles={keepers} isForm>
      <RecordForm
        values={nobody}
        submit={t('people.add')}
        cancel={<Cancel to="/organisation/persons" />}
        save={({ name, jobTitle, email }) =>
          answerOf(
            api.POST('/persons', { body: { name, jobTitle: jobTitle || null, email: email.trim() || null } }),
          )
        }
        done={({ id }) => void navigate({ to: '/organisation/persons/$personId', params: { personId: id } })}
      >
        <TextField name="name" label={t('people.name')} needed={t('people.nameNeeded')} />
        <TextField name="jobTitle" label={t('people.jobTitle')} />
        <TextField name="email" label={t('people.email')} hint={t('people.emailHint')} type="email" />
      </RecordForm>
    </Page>
  );
}
