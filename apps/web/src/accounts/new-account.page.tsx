import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { administrators } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { nobody, PersonField } from '../shell/person-field.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { useAccountTrail } from './account-trail.js';
import { MailAddressField } from './mail-address-field.js';

const empty = { personId: nobody, signInName: '', email: '' };

export function NewAccountPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('accounts.add')} trail={useAccountTrail()} roles={administrators} isForm>
      <RecordForm
        values={empty}
        submit={t('accounts.addAndMail')}
        cancel={<Cancel to="/organisation/accounts" />}
        save={({ personId, ...given }) =>
          answerOf(api.POST('/accounts', { body: { ...given, personId: personId.id } }))
        }
        done={({ id: accountId, personName: name }) => {
          tellOnArrival(t('accounts.made', { name }));
          void navigate({ to: '/organisation/accounts/$accountId', params: { accountId } });
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
          answer="name"
        />
        <MailAddressField />
      </RecordForm>
    </Page>
  );
}
