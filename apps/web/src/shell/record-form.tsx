import { useQueryClient } from '@tanstack/react-query';
import { deepEqual } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import { Button, Paragraph } from '../ui.js';
import { showFaults } from './faults.js';
import { ErrorSummary, useFieldId } from './form.js';
import { LeaveGuard } from './leave-guard.js';
import { changedIn, type Conflict, merged } from './merge.js';
import { useSubmit } from './one-at-a-time.js';
import { Outdated } from './outdated.js';
import type { Versioned } from './version.js';

/** Ids of the fields of the form that a field stands in. */
export const FieldIds = createContext<(name: string) => string>((name) => name);
export const useIdOf = (): ((name: string) => string) => useContext(FieldIds);

/** What somebody else saved while it was being changed in the form that a field stands in. */
export const Conflicts = createContext<Conflict | undefined>(undefined);

interface RecordFormProps<Values extends FieldValues, Answer> {
  /** What is there to begin with; the fields in the order of the page. */
  readonly values: Values;
  /** Of the record that the values are of; a new one has none. */
  readonly version?: number;
  /**
   * @param changed only what was given another value than it had.
   * @param begun the version that was being changed, which may no longer be the newest: nothing else may be sent.
   */
  readonly save: (values: Values, changed: Partial<Values>, begun: Versioned) => Promise<Answer>;
  readonly done: (answer: Answer) => void;
  /** What the button does, in words. */
  readonly submit: string;
  readonly cancel?: ReactNode;
  readonly children: ReactNode;
}

/** What a form that begins anew with other values still knows of the last try. */
const kept = { keepErrors: true, keepSubmitCount: true, keepFieldsRef: true } as const;

/**
 * A form that adds or changes a record. What is wrong is told at its field and above the heading; what somebody else
 * changed meanwhile is told and never overwritten; what was typed is not lost by leaving.
 */
export function RecordForm<Values extends FieldValues, Answer>({
  values,
  version = 0,
  save,
  done,
  submit,
  cancel,
  children,
}: RecordFormProps<Values, Answer>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const newest = { values, version };
  const [begun, begin] = useState(newest);
  const form = useForm<Values>({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: values as DefaultValues<Values>,
  });
  const idOf = useFieldId<Values>();
  const button = useRef<HTMLButtonElement>(null);
  /** Saved, and nothing typed since. */
  const isSaved = useRef(false);
  const [isOutdated, outdate] = useState(false);
  const [isCatchingUp, setCatchingUp] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const { isDirty, isSubmitting } = form.formState;

  useEffect(() => {
    if (isDirty) isSaved.current = false;
  }, [isDirty]);

  // A record that comes again is only followed for as long as nothing was typed: what is saved was seen.
  useEffect(() => {
    if (isSubmitting || deepEqual(newest, begun) || (isDirty && !isCatchingUp)) return;
    const found = isDirty ? { begun: begun.values, mine: form.getValues(), theirs: values } : undefined;
    // First what it begins with, then what stands in it: by the difference the form knows what was typed.
    form.reset(values, { ...kept, keepValues: true });
    form.reset(found ? (merged(found) as Values) : values, { ...kept, keepDefaultValues: true });
    if (found) button.current?.focus();
    begin(newest);
    setConflict(found);
    setCatchingUp(false);
  });

  const send = form.handleSubmit(async (given) => {
    try {
      const answer = await save(given, changedIn(given, begun.values), begun);
      isSaved.current = true;
      form.reset(given, kept);
      await client.invalidateQueries();
      done(answer);
    } catch (error) {
      if (isProblem(error, 'version-conflict')) outdate(true);
      // That is told by the dialog in which one signs in again.
      else if (!isProblem(error, 'not-signed-in')) showFaults(form, error, t);
    }
  });

  const submitOnce = useSubmit(async () => {
    if (isSaved.current) return;
    setCatchingUp(false);
    // Also of what is no field, which would be in the way for ever.
    form.clearErrors();
    await send();
  });

  const catchUp = async (): Promise<void> => {
    await client.invalidateQueries();
    outdate(false);
    setCatchingUp(true);
  };

  return (
    <FormProvider {...form}>
      <FieldIds value={idOf as (name: string) => string}>
        <Conflicts value={conflict}>
          <form noValidate onSubmit={submitOnce} className="stack form-column" aria-busy={isSubmitting}>
            <ErrorSummary form={form} order={Object.keys(values) as Path<Values>[]} idOf={idOf} />
            {Object.keys(values).length > 1 && <Paragraph className="muted">{t('forms.required')}</Paragraph>}
            {children}
            <div role="alert">
              {isOutdated ? (
                <Outdated text={t('forms.outdated')} catchUp={() => void catchUp()} />
              ) : (
                conflict && <Paragraph className="measure">{t('forms.caughtUp')}</Paragraph>
              )}
            </div>
            <div className="tools">
              <Button ref={button} type="submit">
                {submit}
              </Button>
              {cancel}
            </div>
          </form>
        </Conflicts>
      </FieldIds>
      <LeaveGuard isUnsaved={() => isDirty && !isSaved.current} />
    </FormProvider>
  );
}
