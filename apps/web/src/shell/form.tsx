import { type ReactNode, useContext, useId } from 'react';
import { createPortal } from 'react-dom';
import { type FieldValues, get, type Path, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorMessage, Field, FieldSet, InvalidFormAlert, Label, Paragraph } from '../ui.js';
import { faultsAt } from './faults.js';
import { SummaryPlace } from './page.js';

interface ControlProps {
  readonly id: string;
  readonly invalid: boolean;
  readonly 'aria-required': true;
  readonly 'aria-describedby'?: string;
}

interface FieldNotesProps {
  readonly id: string;
  readonly hint?: string | undefined;
  /** What somebody else meanwhile made of it. */
  readonly theirs?: string | undefined;
  readonly error?: string | undefined;
}

interface FormFieldProps extends FieldNotesProps {
  readonly label: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A question with its answer. What helps and what is wrong stand above the answer, and are read along with it. */
export function FormField({ label, children, ...notes }: FormFieldProps) {
  const { id, error } = notes;
  const told = idsOfNotes(notes);
  return (
    <Field invalid={error !== undefined}>
      <Label htmlFor={id}>{label}</Label>
      <FieldNotes {...notes} />
      {children({
        id,
        invalid: error !== undefined,
        'aria-required': true,
        ...(told && { 'aria-describedby': told }),
      })}
    </Field>
  );
}

interface FieldGroupProps extends FieldNotesProps {
  readonly legend: string;
  /** Said by what stands around it already, to whoever sees it. */
  readonly isLegendHidden?: boolean | undefined;
  readonly children: ReactNode;
}

/** A question that takes more than one control to answer; the first has the id, so that a summary of faults leads there. */
export function FieldGroup({ legend, isLegendHidden, children, ...notes }: FieldGroupProps) {
  return (
    <FieldSet
      legend={legend}
      className={isLegendHidden ? 'legend-hidden' : undefined}
      invalid={notes.error !== undefined}
      aria-describedby={idsOfNotes(notes)}
    >
      <FieldNotes {...notes} />
      {children}
    </FieldSet>
  );
}

/** Between a question and its answer. */
export function FieldNotes({ id, hint, theirs, error }: FieldNotesProps) {
  const { t } = useTranslation();
  return (
    <>
      {hint && (
        <Paragraph id={`${id}-hint`} size="small" className="muted">
          {hint}
        </Paragraph>
      )}
      <Theirs id={id}>{theirs}</Theirs>
      {error && (
        <ErrorMessage id={`${id}-error`} prefix={t('errors.prefix')}>
          {error}
        </ErrorMessage>
      )}
    </>
  );
}

/** At a field: what somebody else meanwhile made of it. */
export function Theirs({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <Paragraph id={`${id}-theirs`} size="small" className="theirs">
      {children}
    </Paragraph>
  );
}

/** For `aria-describedby`. */
export function idsOfNotes({ id, hint, theirs, error }: FieldNotesProps): string | undefined {
  const ids = [hint && `${id}-hint`, theirs !== undefined && `${id}-theirs`, error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** Ids of the fields of a form: two forms can be in one page, such as one in a dialog over it. */
export function useFieldId<Values extends FieldValues>(): (name: Path<Values>) => string {
  const form = useId().replaceAll(/\W/g, '');
  return (name) => `${form}-${name}`;
}

/** Above the h1: all that is wrong, each a link to its field. It takes the focus after each try. */
export function ErrorSummary<Values extends FieldValues>({
  form,
  order,
  idOf,
}: {
  readonly form: UseFormReturn<Values>;
  /** The fields as they stand in the page. */
  readonly order: readonly Path<Values>[];
  readonly idOf: (name: Path<Values>) => string;
}) {
  const { t } = useTranslation();
  const place = useContext(SummaryPlace);
  const { errors, submitCount, isSubmitting } = form.formState;
  const faults = order
    .flatMap((name) => faultsAt(get(errors, name), name))
    .map(({ path, message }) => ({ id: `#${idOf(path as Path<Values>)}`, label: message }));
  const general = errors.root?.message;
  const [first] = order;
  if (general) faults.push({ id: first ? `#${idOf(first)}` : '#main', label: general });
  if (faults.length === 0 || isSubmitting) return null;
  const summary = (
    <InvalidFormAlert
      key={submitCount}
      headingLevel={2}
      heading={general ? t('errors.general') : t('errors.title', { count: faults.length })}
      errors={faults}
      errorCountLabel={{
        singular: t('errors.titleLabel', { count: 1 }),
        plural: t('errors.titleLabel', { count: 2 }),
      }}
    />
  );
  return place ? createPortal(summary, place) : summary;
}
