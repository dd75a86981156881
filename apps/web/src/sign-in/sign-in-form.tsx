import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { showFaults } from '../shell/faults.js';
import { ErrorSummary, FormField, useFieldId } from '../shell/form.js';
import { useSubmit } from '../shell/one-at-a-time.js';
import { Button, Paragraph, PasswordInput, TextInput } from '../ui.js';
import { appCode } from './app-code.js';

export type Session = Schemas['CurrentSessionView'];

interface PasswordStepProps {
  /** @param signInName as it was typed. */
  readonly done: (signInName: string) => void;
}

const manners = { mode: 'onSubmit', reValidateMode: 'onSubmit', shouldFocusError: false } as const;

/** Asks anew who is signed in: the answer decides what comes next. */
function useFreshSession(): () => Promise<Session> {
  const client = useQueryClient();
  return () => client.query({ ...queries.session, staleTime: 0 });
}

export function PasswordStep({ done }: PasswordStepProps) {
  const { t } = useTranslation();
  const form = useForm({ ...manners, defaultValues: { signInName: '', password: '' } });
  const idOf = useFieldId<{ signInName: string; password: string }>();
  const freshSession = useFreshSession();
  const { errors, isSubmitting } = form.formState;

  const send = form.handleSubmit(async (body) => {
    try {
      await answerOf(api.POST('/sessions', { body }));
      // Before the page follows the new session: that is another step.
      done(body.signInName);
      await freshSession();
    } catch (error) {
      showFaults(form, error, t);
    }
  });
  const submit = useSubmit(send);

  return (
    <form noValidate onSubmit={submit} className="stack" aria-busy={isSubmitting}>
      <ErrorSummary form={form} order={['signInName', 'password']} idOf={idOf} />
      <FormField id={idOf('signInName')} label={t('signIn.name')} error={errors.signInName?.message}>
        {(control) => (
          <TextInput
            {...control}
            className="answer-name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...form.register('signInName', { required: t('signIn.nameNeeded') })}
          />
        )}
      </FormField>
      <FormField id={idOf('password')} label={t('signIn.password')} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="current-password"
            {...form.register('password', { required: t('signIn.passwordNeeded') })}
          />
        )}
      </FormField>
      <div>
        <Button type="submit">{t('signIn.submit')}</Button>
      </div>
    </form>
  );
}

interface CodeStepProps {
  readonly done: (session: Session) => void;
  /** The way out for who can't. */
  readonly cancel: ReactNode;
  /** Of whoever is asked, where the page knows it. */
  readonly signInName?: string | undefined;
}

export function CodeStep({ done, cancel, signInName }: CodeStepProps) {
  const { t } = useTranslation();
  const isTrial = useQuery(queries.signInOptions).data?.isTrial;
  const [kind, setKind] = useState<'code' | 'recovery'>('code');
  const form = useForm({ ...manners, defaultValues: { code: '' } });
  const idOf = useFieldId<{ code: string }>();
  const freshSession = useFreshSession();
  const { errors, isSubmitting } = form.formState;
  const byApp = kind === 'code';

  const send = form.handleSubmit(async ({ code }) => {
    const given = code.replaceAll(/\s/g, '');
    try {
      const body = byApp ? { code: given } : { recoveryCode: code.trim() };
      await answerOf(api.POST('/sessions/current/_step-up', { body }));
      done(await freshSession());
    } catch (error) {
      showFaults(form, error, t);
    }
  });
  const submit = useSubmit(send);

  const change = (other: typeof kind): void => {
    setKind(other);
    form.reset();
  };

  return (
    <form noValidate onSubmit={submit} className="stack" aria-busy={isSubmitting}>
      <ErrorSummary form={form} order={['code']} idOf={idOf} />
      <Paragraph>{byApp ? t('signIn.codeLead') : t('signIn.recoveryLead')}</Paragraph>
      {byApp && isTrial && (
        <Paragraph>
          {t('signIn.demoCode')}{' '}
          <code className="secret">npx weerbaar demo code {signInName ?? t('signIn.demoAccount')}</code>
        </Paragraph>
      )}
      <FormField
        id={idOf('code')}
        label={byApp ? t('signIn.code') : t('signIn.recovery')}
        {...(byApp && { hint: t('signIn.codeHint') })}
        error={errors.code?.message}
      >
        {(control) => (
          <TextInput
            {...control}
            // All that is asked here, of everybody, each day.
            autoFocus
            className={byApp ? 'answer-number' : 'answer-name'}
            autoComplete={byApp ? 'one-time-code' : 'off'}
            inputMode={byApp ? 'numeric' : 'text'}
            spellCheck={false}
            autoCapitalize="none"
            {...form.register(
              'code',
              byApp
                ? {
                    pattern: { value: appCode, message: t('signIn.codeNeeded') },
                    required: t('signIn.codeNeeded'),
                  }
                : { required: t('signIn.recoveryNeeded') },
            )}
          />
        )}
      </FormField>
      <div className="tools">
        <Button type="submit">{byApp ? t('signIn.confirm') : t('signIn.confirmRecovery')}</Button>
        {cancel}
      </div>
      <div>
        <button type="button" className="link-button" onClick={() => change(byApp ? 'recovery' : 'code')}>
          {byApp ? t('signIn.useRecovery') : t('signIn.useCode')}
        </button>
      </div>
    </form>
  );
}
