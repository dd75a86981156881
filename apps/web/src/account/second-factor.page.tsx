import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { showFaults } from '../shell/faults.js';
import { ArrivingHeading } from '../shell/focus.js';
import { ErrorSummary, FormField, useFieldId } from '../shell/form.js';
import { useSubmit } from '../shell/one-at-a-time.js';
import { Page } from '../shell/page.js';
import { Fault } from '../shell/states.js';
import { appCode } from '../sign-in/app-code.js';
import { Button, Heading, Paragraph, TextInput } from '../ui.js';
import { QrCode } from './qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Scan, confirm, keep the recovery codes. The same for a first app and for another telephone. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const begin = useMutation({ mutationFn: () => answerOf(api.POST('/second-factors')) });
  const form = useForm({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { code: '' },
  });
  const idOf = useFieldId<{ code: string }>();
  const confirm = useMutation({
    mutationFn: (code: string) => answerOf(api.POST('/second-factors/current/_confirm', { body: { code } })),
    onSuccess: () => client.invalidateQueries(),
  });
  const send = form.handleSubmit(async ({ code }) => {
    try {
      await confirm.mutateAsync(code.replaceAll(/\s/g, ''));
    } catch (error) {
      showFaults(form, error, t);
    }
  });
  const submit = useSubmit(send);

  return (
    <Page
      title={t('pages.secondFactor')}
      trail={[
        { label: t('pages.start'), to: '/' },
        { label: t('pages.account'), to: '/account' },
      ]}
    >
      <div className="stack measure">
        {confirm.data ? (
          <>
            <RecoveryCodes codes={confirm.data.recoveryCodes} />
            <div>
              <Link to="/" className="ams-button ams-button--primary">
                {t('factor.saved')}
              </Link>
            </div>
          </>
        ) : begin.data ? (
          <>
            <ArrivingHeading>{t('factor.step1')}</ArrivingHeading>
            <Paragraph>{t('factor.step1Text')}</Paragraph>
            <QrCode text={begin.data.address} label={t('factor.qr')} />
            <Paragraph>
              {t('factor.byHand')}{' '}
              <code className="secret">{begin.data.secret.replaceAll(/(.{4})/g, '$1 ')}</code>
            </Paragraph>
            <form noValidate onSubmit={submit} className="stack">
              <ErrorSummary form={form} order={['code']} idOf={idOf} />
              <Heading level={2} size="level-3">
                {t('factor.step2')}
              </Heading>
              <FormField
                id={idOf('code')}
                label={t('signIn.code')}
                hint={t('signIn.codeHint')}
                error={form.formState.errors.code?.message}
              >
                {(control) => (
                  <TextInput
                    {...control}
                    className="answer-number"
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    {...form.register('code', {
                      required: t('signIn.codeNeeded'),
                      pattern: { value: appCode, message: t('signIn.codeNeeded') },
                    })}
                  />
                )}
              </FormField>
              <div>
                <Button type="submit">{t('factor.confirm')}</Button>
              </div>
            </form>
          </>
        ) : (
          <>
            <Paragraph>{t('factor.lead')}</Paragraph>
            {begin.error && <Fault error={begin.error} />}
            <div>
              <Button onClick={() => begin.mutate()}>{t('factor.begin')}</Button>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
