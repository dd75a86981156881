import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { administrators } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { useSettingsTrail } from './settings-trail.js';

const settings = { to: '/organisation/settings' } as const;

/** How the organisation calls itself, and whom people ask. */
export function ProfilePage() {
  const { t } = useTranslation();
  const profile = useQuery(queries.organisationProfile);
  return (
    <Page title={t('settings.change')} trail={useSettingsTrail()} roles={administrators} isForm>
      <Loaded query={profile}>{(found) => <ProfileForm profile={found} />}</Loaded>
    </Page>
  );
}

function ProfileForm({ profile }: { readonly profile: Schemas['OrganisationProfileView'] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { name, contactName, contactPhone, contactEmail } = profile;
  return (
    <RecordForm
      version={profile.version}
      values={{
        name,
        contactName: contactName ?? '',
        contactPhone: contactPhone ?? '',
        contactEmail: contactEmail ?? '',
      }}
      submit={t('settings.save')}
      cancel={<Cancel {...settings} />}
      save={(_, { name: called, ...contact }, begun) =>
        answerOf(
          api.PATCH('/organisation-profile', {
            params: { header: seen(begun) },
            body: { name: called, ...withoutEmpty(contact) },
          }),
        )
      }
      done={() => {
        void navigate(settings);
        // The name stands in the shell, which asks for it once.
        void client.refetchQueries(queries.signInOptions);
      }}
    >
      <TextField name="name" label={t('settings.name')} needed={t('settings.nameNeeded')} />
      <TextField name="contactName" label={t('settings.contactName')} hint={t('settings.contactNameHint')} />
      <TextField
        name="contactPhone"
        label={t('settings.contactPhone')}
        pattern={{ value: /^\+?[\d ()-]{3,}$/, message: t('settings.contactPhoneWrong') }}
        answer="code"
      />
      <TextField
        name="contactEmail"
        label={t('settings.contactEmail')}
        type="email"
        pattern={{ value: /^[^\s@]+@[^\s@]+$/, message: t('settings.contactEmailWrong') }}
      />
    </RecordForm>
  );
}

type Contact = Partial<Record<'contactName' | 'contactPhone' | 'contactEmail', string>>;

/** What was made empty is nothing, not a text without letters. */
function withoutEmpty(contact: Contact): { [Name in keyof Contact]: string | null } {
  return Object.fromEntries(Object.entries(contact).map(([name, value]) => [name, value || null]));
}
