import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { showFaults } from '../shell/faults.js';
import { ErrorSummary, FormField, useFieldId } from '../shell/form.js';
import { useSubmit } from '../shell/one-at-a-time.js';
import { Page } from '../shell/page.js';
import { ProviderButton, useHasProvider } from '../sign-in/provider-button.js';
import { Alert, Button, Heading, Paragraph, PasswordInput } from '../ui.js';
import { leastPasswordLength } from './password-length.js';

/**
 * Where the link of a mail leads: it carries a token behind the `#`, which no server sees. The token is taken out of
 * the address at once, so that it does not stay in the history of the browser.
 */
function takeToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}

export function ActivationPage() {
  const { t } = useTranslation();
  const [token] = useState(takeToken);
  const hasProvider = useHasProvider();
  const form = useForm({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { password: '', repeated: '' },
  });
  const idOf = useFieldId<{ password: string; repeated: string }>();
  const activate = useMutation({
    mutationFn: (password: string) =>
      answerOf(api.POST('/account-activations', { body: { token, password } })),
  });
  const { errors } = form.formState;
  const send = form.handleSubmit(async ({ password }) => {
    try {
      await activate.mutateAsync(password);
    } catch (error) {
      showFaults(form, error, t);
    }
  });
  const submit = useSubmit(send);

  if (!token)
    return (
      <Page title={t('pages.activation')}>
        <div className="measure">
          <Alert heading={t('activation.missingTitle')} headingLevel={2} severity="warning" headingId={null}>
            <Paragraph>{t('activation.missing')}</Paragraph>
          </Alert>
        </div>
      </Page>
    );

  if (activate.isSuccess)
    return (
      <Page title={t('activation.doneTitle')} key="done">
        <div className="stack measure">
          <Paragraph>{t('activation.done')}</Paragraph>
          <div>
            <Link to="/sign-in" className="ams-button ams-button--primary">
              {t('app.signIn')}
            </Link>
          </div>
        </div>
      </Page>
    );

  return (
    <Page title={t('pages.activation')} isForm>
      <div className="stack form-column">
        <Paragraph>{t('activation.lead')}</Paragraph>
        <form noValidate onSubmit={submit} className="stack">
          <ErrorSummary form={form} order={['password', 'repeated']} idOf={idOf} />
          <FormField
            id={idOf('password')}
            label={t('activation.password')}
            hint={t('activation.hint')}
            error={errors.password?.message}
          >
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete="new-password"
                {...form.register('password', {
                  required: t('activation.needed'),
                  minLength: { value: leastPasswordLength, message: t('activation.needed') },
                })}
              />
            )}
          </FormField>
          <FormField id={idOf('repeated')} label={t('activation.repeat')} error={errors.repeated?.message}>
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete="new-password"
                {...form.register('repeated', {
                  validate: (value, { password }) => value === password || t('activation.different'),
                })}
              />
            )}
          </FormField>
          <div>
            <Button type="submit">{t('activation.submit')}</Button>
          </div>
        </form>
        {hasProvider && (
          <>
            <Heading level={2}>{t('activation.provider')}</Heading>
            <Paragraph>{t('activation.providerLead')}</Paragraph>
            <ProviderButton label={t('activation.provider')} returnPath="/" invitation={token} />
          </>
        )}
      </div>
    </Page>
  );
}
