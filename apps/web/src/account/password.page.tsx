import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Back, Cancel } from '../shell/cancel.js';
import { PasswordField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Empty } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { leastPasswordLength } from './password-length.js';

/** Another password, for who knows the present one. */
export function PasswordPage() {
  const { t } = useTranslation();
  const session = useQuery(queries.session).data;
  const [isDone, finish] = useState(false);
  const trail = [
    { label: t('pages.start'), to: '/' },
    { label: t('pages.account'), to: '/account' },
  ] as const;
  if (isDone)
    return (
      <Page title={t('account.passwordDoneTitle')} trail={trail} key="done">
        <div className="stack measure">
          <Paragraph>{t('account.passwordDone')}</Paragraph>
          <p>
            <Back to="/account">{t('account.back')}</Back>
          </p>
        </div>
      </Page>
    );
  return (
    <Page title={t('account.changePassword')} trail={trail} isForm>
      {session && !session.hasPassword ? (
        <Empty>{t('account.noPassword')}</Empty>
      ) : (
        <RecordForm
          values={{ currentPassword: '', newPassword: '', repeated: '' }}
          submit={t('account.changePassword')}
          cancel={<Cancel to="/account" />}
          save={({ currentPassword, newPassword }) =>
            answerOf(api.POST('/password-changes', { body: { currentPassword, newPassword } }))
          }
          done={() => finish(true)}
        >
          <PasswordField
            name="currentPassword"
            label={t('account.currentPassword')}
            needed={t('account.currentPasswordNeeded')}
            autoComplete="current-password"
          />
          <PasswordField
            name="newPassword"
            label={t('activation.password')}
            hint={t('activation.hint')}
            needed={t('activation.needed')}
            autoComplete="new-password"
            rules={{ minLength: { value: leastPasswordLength, message: t('activation.needed') } }}
          />
          <PasswordField
            name="repeated"
            label={t('activation.repeat')}
            needed={t('account.repeatNeeded')}
            autoComplete="new-password"
            rules={{
              validate: (value, { newPassword }) => value === newPassword || t('activation.different'),
            }}
          />
        </RecordForm>
      )}
    </Page>
  );
}
