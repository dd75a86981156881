import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorMessage, Label } from '../ui.js';
import { useFocusAfter } from './focus.js';
import { dayInText, typedDay } from './typed-day.js';

interface DayFilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  /** @param day nothing: the field was emptied */
  readonly choose: (day: string | undefined) => void;
  /** Without a day it is today, to which a button leads back. */
  readonly hasToday?: boolean;
}

/** `1-2-2026` */
function textOf(day: string | undefined): string {
  const { day: date, month, year } = typedDay(day ?? '');
  return day ? [date, month, year].join('-') : '';
}

const isWrong = (text: string): boolean => text.trim() !== '' && !dayInText(text);

/** On which day, or from or until which, something is looked at. It counts once a whole date stands there. */
export function DayFilter({ id, label, value, choose, hasToday }: DayFilterProps) {
  const { t } = useTranslation();
  const [hasFault, setFault] = useState(false);
  // The button that leads back is gone when it did.
  const input = useFocusAfter<HTMLInputElement>(value === undefined);
  useEffect(() => {
    // What is being typed is not written over; what was typed wrong goes when the filter is cleared.
    if (input.current && (value === undefined || dayInText(input.current.value) !== value))
      input.current.value = textOf(value);
    setFault(false);
  }, [input, value]);
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <div className="tools">
        <input
          id={id}
          ref={input}
          className="ams-text-input day-input"
          autoComplete="off"
          placeholder={t('forms.dayFilterParts')}
          aria-invalid={hasFault || undefined}
          aria-describedby={`${id}-told`}
          defaultValue={textOf(value)}
          onChange={({ target }) => {
            const day = dayInText(target.value);
            if (!day && target.value.trim() !== '') return;
            setFault(false);
            choose(day);
          }}
          // Once what was pressed outside of it is: what it would move away under a finger, would not be.
          onBlur={({ target }) => setTimeout(() => setFault(isWrong(target.value)), 300)}
        />
        {hasToday && value && (
          <button type="button" className="link-button" onClick={() => choose(undefined)}>
            {t('lists.today')}
          </button>
        )}
      </div>
      <div role="status" id={`${id}-told`}>
        {hasFault && <ErrorMessage prefix={t('errors.prefix')}>{t('forms.dayFilterFault')}</ErrorMessage>}
      </div>
    </div>
  );
}
