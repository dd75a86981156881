import { type ReactNode, useContext } from 'react';
import { type RegisterOptions, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field, PasswordInput, Select, TextArea, TextInput } from '../ui.js';
import { FieldNotes, FormField, idsOfNotes } from './form.js';
import { theirsAt } from './merge.js';
import { Conflicts, useIdOf } from './record-form.js';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Absent: it may be left open. */
  readonly needed?: string;
  /** What somebody else made of it, where the field can't tell that by itself. */
  readonly theirs?: string | undefined;
}

/** What somebody else made of a field, or of several together, that were changed here too. */
export function useTheirs(name: string, wordsOf: (value: unknown) => string = String): string | undefined {
  const { t } = useTranslation();
  const conflict = useContext(Conflicts);
  const theirs = conflict && theirsAt(conflict, name);
  if (theirs === undefined) return undefined;
  const value = wordsOf(theirs);
  return value ? t('forms.theirs', { value }) : t('forms.theirsEmpty');
}

/** What a field of a record form is called, must hold and does wrong. */
export function useRecordField(
  { name, label, needed, theirs }: FieldProps,
  rules: RegisterOptions = {},
  wordsOf?: (value: unknown) => string,
) {
  const { t } = useTranslation();
  const form = useFormContext();
  const idOf = useIdOf();
  const ofField = useTheirs(name, wordsOf);
  const message = form.getFieldState(name, form.formState).error?.message;
  return {
    form,
    field: {
      id: idOf(name),
      label: needed ? label : `${label} (${t('errors.optional')})`,
      theirs: theirs ?? ofField,
      error: message,
    },
    rules: { ...rules, ...(needed && { required: needed }) },
    required: { 'aria-required': needed ? (true as const) : undefined },
  };
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email';
  /** How long the answer is; absent: a line. */
  readonly answer?: 'name' | 'code' | 'number';
  readonly pattern?: { readonly value: RegExp; readonly message: string };
}

export function TextField({ hint, type = 'text', answer, pattern, ...given }: TextFieldProps) {
  const { form, field, rules, required } = useRecordField(given, pattern && { pattern });
  return (
    <FormField {...field} hint={hint}>
      {(control) => (
        <TextInput
          {...control}
          {...required}
          type={type}
          className={answer && `answer-${answer}`}
          autoComplete="off"
          {...form.register(given.name, rules)}
        />
      )}
    </FormField>
  );
}

interface PasswordFieldProps extends FieldProps {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly rules?: RegisterOptions;
}

export function PasswordField({ hint, autoComplete, rules: more, ...given }: PasswordFieldProps) {
  const { form, field, rules } = useRecordField(given, more);
  return (
    <FormField {...field} hint={hint}>
      {(control) => (
        <PasswordInput {...control} autoComplete={autoComplete} {...form.register(given.name, rules)} />
      )}
    </FormField>
  );
}

/** A few sentences. */
export function AreaField({ hint, ...given }: FieldProps) {
  const { form, field, rules, required } = useRecordField(given);
  return (
    <FormField {...field} hint={hint}>
      {(control) => (
        <TextArea
          {...control}
          {...required}
          rows={5}
          resize="vertical"
          {...form.register(given.name, rules)}
        />
      )}
    </FormField>
  );
}

interface SelectFieldProps extends FieldProps {
  /** What is wrong with the choice, beside that there is none. */
  readonly validate?: (value: string) => string | undefined;
  /** There is much to read in what can be chosen. */
  readonly isLong?: boolean;
  /** It may be left as it is, and says so itself: "not now". */
  readonly hasOwnBlank?: boolean;
  /** Called with what somebody chooses. */
  readonly chosen?: (value: string) => void;
  readonly children: ReactNode;
}

export function SelectField({
  hint,
  validate,
  isLong,
  hasOwnBlank,
  chosen,
  children,
  ...given
}: SelectFieldProps) {
  const id = useIdOf()(given.name);
  const { form, field, rules, required } = useRecordField(
    given,
    {
      ...(validate && { validate }),
      ...(chosen && { onChange: ({ target }: { target: { value: string } }) => chosen(target.value) }),
    },
    (value) => optionText(id, value),
  );
  return (
    <FormField {...field} label={hasOwnBlank ? given.label : field.label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          {...required}
          className={isLong ? 'answer-line' : undefined}
          {...form.register(given.name, rules)}
        >
          {children}
        </Select>
      )}
    </FormField>
  );
}

/** As the list itself calls it, which stands in the page by the time that somebody else chose from it. */
function optionText(id: string, value: unknown): string {
  const list = document.getElementById(id);
  const options = list instanceof HTMLSelectElement ? [...list.options] : [];
  return options.find((option) => option.value === value)?.text.trim() ?? String(value);
}

interface CheckFieldProps {
  readonly name: string;
  readonly label: string;
  /** Absent: it may be left open. */
  readonly needed?: string;
}

/** Yes or no. */
export function CheckField({ name, label, needed }: CheckFieldProps) {
  const { t } = useTranslation();
  const form = useFormContext();
  const id = useIdOf()(name);
  const notes = {
    id,
    theirs: useTheirs(name, (value) => t(value ? 'forms.checked' : 'forms.unchecked')),
    error: form.getFieldState(name, form.formState).error?.message,
  };
  return (
    <Field invalid={notes.error !== undefined}>
      <FieldNotes {...notes} />
      <div className="check">
        <input
          type="checkbox"
          id={id}
          aria-invalid={notes.error !== undefined || undefined}
          aria-describedby={idsOfNotes(notes)}
          {...form.register(name, needed ? { required: needed } : {})}
        />
        <label htmlFor={id}>{label}</label>
      </div>
    </Field>
  );
}
