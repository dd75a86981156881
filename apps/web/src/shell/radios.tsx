import type { UseFormRegisterReturn } from 'react-hook-form';
import { useRecordField } from './fields.js';
import { FieldGroup } from './form.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface RadiosProps {
  readonly id: string;
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly hint?: string | undefined;
  readonly theirs?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly control: UseFormRegisterReturn;
}

/** A question with a few answers, all in sight. */
export function Radios({ options, control, ...question }: RadiosProps) {
  return (
    <FieldGroup {...question}>
      <div className="checks">
        {options.map(({ value, label }, index) => {
          const own = index === 0 ? question.id : `${question.id}-${value}`;
          return (
            <div key={value} className="check">
              <input type="radio" id={own} value={value} {...control} />
              <label htmlFor={own}>{label}</label>
            </div>
          );
        })}
      </div>
    </FieldGroup>
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
