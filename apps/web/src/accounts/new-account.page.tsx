import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { nobody, PersonField } from '../shell/person-field.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';

const empty = { personId: nobody, signInName: '', email: '' };
const list = { to: '/organisation/accounts' } as const;

export function NewAccountPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const trail = useOrganisationTrail();
  return (
    <Page
      title={t('accounts.add')}
      trail={[...trail, { label: t('accounts.title'), ...list }]}
      roles={administrators}
    >
      <RecordForm
        values={empty}
        submit={t('accounts.addAndMail')}
        cancel={<Cancel {...list} />}
        save={({ personId, ...given }) =>
          answerOf(api.POST('/accounts', { body: { ...given, personId: personId.id } }))
        }
        done={({ personName: name }) => {
          tellOnArrival(t('accounts.made', { name }));
          void navigate(list);
        }}
      >
        <PersonField
          name="personId"
          label={t('accounts.person')}
          hint={t('accounts.personHint')}
          needed={t('accounts.personNeeded')}
        />
        <TextField
          name="signInName"
          label={t('accounts.signInName')}
          hint={t('accounts.signInNameHint')}
          needed={t('accounts.signInNameNeeded')}
        />
        <TextField
          name="email"
          label={t('people.email')}
          hint={t('accounts.emailHint')}
          needed={t('accounts.emailNeeded')}
          type="email"
        />
      </RecordForm>
    </Page>
  );
}
