import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import { Button, Paragraph } from '../ui.js';
import { ErrorSummary, showFaults, useFieldId } from './form.js';
import { LeaveGuard } from './leave-guard.js';
import { Outdated } from './outdated.js';

/** Ids of the fields of the form that a field stands in. */
export const FieldIds = createContext<(name: string) => string>((name) => name);
export const useIdOf = (): ((name: string) => string) => useContext(FieldIds);

interface RecordFormProps<Values extends FieldValues, Answer> {
  /** What is there to begin with; the fields in the order of the page. */
  readonly values: Values;
  /** @param changed only what was given another value than it had. */
  readonly save: (values: Values, changed: Partial<Values>) => Promise<Answer>;
  readonly done: (answer: Answer) => void;
  /** What the button does, in words. */
  readonly submit: string;
  readonly cancel?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A form that adds or changes a record. What is wrong is told at its field and above the heading; what somebody else
 * changed meanwhile is told and never overwritten; what was typed is not lost by leaving.
 */
export function RecordForm<Values extends FieldValues, Answer>({
  values,
  save,
  done,
  submit,
  cancel,
  children,
}: RecordFormProps<Values, Answer>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<Values>({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: values as DefaultValues<Values>,
    values,
    // After somebody else's change: theirs where nothing was typed, what was typed elsewhere.
    resetOptions: { keepDirtyValues: true, keepErrors: true },
  });
  const idOf = useFieldId<Values>();
  const isSaved = useRef(false);
  const [isOutdated, outdate] = useState(false);
  const { dirtyFields, isDirty, isSubmitting } = form.formState;

  const send = form.handleSubmit(async (given) => {
    const changed = Object.entries(given).filter(([name]) => name in dirtyFields);
    try {
      const answer = await save(given, Object.fromEntries(changed) as Partial<Values>);
      isSaved.current = true;
      await client.invalidateQueries();
      done(answer);
    } catch (error) {
      if (isProblem(error, 'version-conflict')) outdate(true);
      // That is told by the dialog in which one signs in again.
      else if (!isProblem(error, 'not-signed-in')) showFaults(form, error, t('states.offline'));
    }
  });

  const catchUp = async (): Promise<void> => {
    await client.invalidateQueries();
    outdate(false);
  };

  return (
    <FormProvider {...form}>
      <FieldIds value={idOf as (name: string) => string}>
        <form
          noValidate
          onSubmit={(event) => void send(event)}
          className="stack form-column"
          aria-busy={isSubmitting}
        >
          <ErrorSummary form={form} order={Object.keys(values) as Path<Values>[]} idOf={idOf} />
          {Object.keys(values).length > 0 && <Paragraph className="muted">{t('forms.required')}</Paragraph>}
          {children}
          <div role="alert">
            {isOutdated && <Outdated text={t('forms.outdated')} catchUp={() => void catchUp()} />}
          </div>
          <div className="tools">
            <Button type="submit">{submit}</Button>
            {cancel}
          </div>
        </form>
      </FieldIds>
      <LeaveGuard isUnsaved={() => isDirty && !isSaved.current} />
    </FormProvider>
  );
}
