import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Contact } from '../shell/contact.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Paragraph } from '../ui.js';

/** For who forgot their password. The answer is the same for a name that nobody has. */
export function PasswordResetPage() {
  const { t } = useTranslation();
  const [isDone, finish] = useState(false);
  const isTrial = useQuery(queries.signInOptions).data?.isTrial;
  const back = <Link to="/sign-in">{t('passwordReset.back')}</Link>;
  if (isDone)
    return (
      <Page title={t('passwordReset.doneTitle')} key="done">
        <div className="stack measure">
          <Paragraph>{t('passwordReset.done')}</Paragraph>
          <Paragraph>{t('passwordReset.nothing')}</Paragraph>
          {isTrial && (
            <p>
              <a href="/demo/mail">{t('signIn.demoMail')}</a>
            </p>
          )}
          <Contact />
          <p>{back}</p>
        </div>
      </Page>
    );
  return (
    <Page title={t('passwordReset.title')} key="ask" isForm>
      <div className="stack">
        <Paragraph className="measure">{t('passwordReset.lead')}</Paragraph>
        <RecordForm
          values={{ signInName: '' }}
          submit={t('passwordReset.submit')}
          cancel={back}
          save={(body) => answerOf(api.POST('/password-resets', { body }))}
          done={() => finish(true)}
        >
          <TextField name="signInName" label={t('signIn.name')} needed={t('signIn.nameNeeded')} />
        </RecordForm>
      </div>
    </Page>
  );
}
