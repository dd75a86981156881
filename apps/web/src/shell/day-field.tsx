import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../ui.js';
import { useDates } from './dates.js';
import { type FieldProps, useRecordField } from './fields.js';
import { FieldGroup } from './form.js';
import { dayFrom, dayInText, dayParts, isDay, partsMissing, typedDay } from './typed-day.js';

/**
 * A day one knows, in three fields: the order is that of the language of the page and not that of the browser, and no
 * calendar has to be leafed through. A whole day that is pasted into one of them is spread over all three.
 */
export function DayField({ hint, ...given }: FieldProps) {
  const { t } = useTranslation();
  const { day, listOf } = useDates();
  const wordsOf = (value: unknown): string => (typeof value === 'string' && isDay(value) ? day(value) : '');
  const faultIn = (value: string): string | undefined => {
    if (value === '' || isDay(value)) return undefined;
    const missing = partsMissing(value).map((part) => t(`forms.dayPartNeeded.${part}`));
    return missing.length > 0
      ? t('forms.dayPartsNeeded', { label: given.label, parts: listOf(missing) })
      : t('forms.noSuchDay', { label: given.label });
  };
  const { form, field, rules, required } = useRecordField(given, { validate: faultIn }, wordsOf);
  const { field: held } = useController({ name: given.name, control: form.control, rules });
  const value = String(held.value ?? '');
  const [kept, keep] = useState(() => typedDay(value));
  const missing = partsMissing(value);
  // What was typed stays as it was typed, `feb` or `02`, until the form holds another day than that.
  const typed = dayFrom(kept) === value ? kept : typedDay(value);
  return (
    <FieldGroup
      id={field.id}
      legend={field.label}
      hint={hint ?? t('forms.dayExample')}
      theirs={field.theirs}
      error={field.error}
    >
      <div className="day-parts">
        {dayParts.map((part, index) => {
          const id = index === 0 ? field.id : `${field.id}-${part}`;
          return (
            <div key={part}>
              <label htmlFor={id}>{t(`forms.dayPart.${part}`)}</label>
              <TextInput
                {...required}
                id={id}
                ref={index === 0 ? held.ref : undefined}
                invalid={field.error !== undefined && (missing.length === 0 || missing.includes(part))}
                size={part === 'year' ? 4 : 2}
                inputMode={part === 'month' ? 'text' : 'numeric'}
                autoComplete="off"
                value={typed[part]}
                onBlur={held.onBlur}
                onChange={({ target }) => {
                  const whole = dayInText(target.value);
                  const next = whole ? typedDay(whole) : { ...typed, [part]: target.value };
                  keep(next);
                  held.onChange(dayFrom(next));
                }}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
