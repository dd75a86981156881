import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorMessage, Paragraph } from '../ui.js';
import { useRecordField } from './fields.js';
import { Theirs } from './form.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface RadiosProps {
  /** Of the first answer, so that a summary of faults leads there. */
  readonly id: string;
  readonly legend: string;
  /** Said by what stands around it already, to whoever sees it. */
  readonly isLegendHidden?: boolean;
  readonly hint?: string | undefined;
  readonly theirs?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly control: UseFormRegisterReturn;
}

/** A question with a few answers, all in sight. */
export function Radios({ id, legend, isLegendHidden, hint, theirs, error, options, control }: RadiosProps) {
  const { t } = useTranslation();
  const told = [hint && `${id}-hint`, theirs && `${id}-theirs`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset className="checks" aria-describedby={told || undefined}>
      <legend className={isLegendHidden ? 'ams-visually-hidden' : undefined}>{legend}</legend>
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
      {options.map(({ value, label }, index) => {
        const own = index === 0 ? id : `${id}-${value}`;
        return (
          <div key={value} className="check">
            <input type="radio" id={own} value={value} {...control} />
            <label htmlFor={own}>{label}</label>
          </div>
        );
      })}
    </fieldset>
  );
}

interface RadioFieldProps extends Pick<RadiosProps, 'legend' | 'hint' | 'options'> {
  readonly name: string;
  readonly needed?: string;
}

/** The same in a record form. */
export function RadioField({ name, legend, needed, ...shown }: RadioFieldProps) {
  const { form, field, rules } = useRecordField(
    { name, label: legend, ...(needed && { needed }) },
    {},
    (value) => shown.options.find((option) => option.value === value)?.label ?? '',
  );
  return (
    <Radios
      id={field.id}
      legend={legend}
      theirs={field.theirs}
      error={field.error}
      control={form.register(name, rules)}
      {...shown}
    />
  );
}
