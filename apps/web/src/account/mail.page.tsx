import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Back } from '../shell/cancel.js';
import { Deeds, useTell } from '../shell/deed.js';
import { SelectField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RadioField } from '../shell/radios.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';

const timings = ['daily', 'at-once', 'never'] as const satisfies readonly Schemas['MailTiming'][];

/** When and in which language one is mailed what waits. */
export function MailPage() {
  const { t } = useTranslation();
  const preference = useQuery(queries.mailPreference);
  return (
    <Page
      title={t('account.mailTitle')}
      trail={[
        { label: t('pages.start'), to: '/' },
        { label: t('pages.account'), to: '/account' },
      ]}
      isForm
    >
      <Loaded query={preference} rows={2}>
        {(found) => (
          <Deeds>
            <MailForm preference={found} />
          </Deeds>
        )}
      </Loaded>
    </Page>
  );
}

interface Values {
  readonly timing: Schemas['MailTiming'];
  readonly language: Schemas['MailLanguage'] | '';
}

function MailForm({ preference }: { readonly preference: Schemas['MailPreferenceView'] }) {
  const { t } = useTranslation();
  const tell = useTell();
  const [round, nextRound] = useState(0);
  const { timing, language } = preference;
  return (
    <RecordForm<Values, Schemas['MailPreferenceView']>
      key={round}
      version={preference.version}
      values={{ timing, language: language ?? '' }}
      submit={t('account.saveMail')}
      cancel={<Back to="/account">{t('account.back')}</Back>}
      save={(given, _, begun) =>
        answerOf(
          api.PATCH('/mail-preferences/current', {
            params: { header: seen(begun) },
            body: { timing: given.timing, language: given.language || null },
          }),
        )
      }
      done={() => {
        tell(t('account.mailSaved'));
        nextRound(round + 1);
      }}
    >
      <RadioField
        name="timing"
        legend={t('account.when')}
        hint={t('account.whenHint')}
        options={timings.map((value) => ({ value, label: t(`account.timings.${value}`) }))}
      />
      <SelectField name="language" label={t('account.mailLanguage')} needed={t('forms.choose')}>
        {language === null && <option value="">{t('account.noLanguage')}</option>}
        <option value="nl" lang="nl">
          {t('account.languages.nl')}
        </option>
        <option value="en" lang="en">
          {t('account.languages.en')}
        </option>
      </SelectField>
    </RecordForm>
  );
}
