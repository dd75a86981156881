import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Label } from '../ui.js';
import { useFocusAfter } from './focus.js';
import { dayIn } from './search.js';

interface DayFilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  /** @param day nothing: the field was emptied */
  readonly choose: (day: string | undefined) => void;
  /** Without a day it is today, to which a button leads back. */
  readonly hasToday?: boolean;
}

/** On which day, or from or until which, something is looked at. It counts once a whole date stands there. */
export function DayFilter({ id, label, value, choose, hasToday }: DayFilterProps) {
  const { t } = useTranslation();
  // The button that leads back is gone when it did.
  const input = useFocusAfter<HTMLInputElement>(value === undefined);
  useEffect(() => {
    // Typed by parts, a date is whole only at the end: what is being typed is not written over.
    if (input.current && dayIn(input.current.value) !== value) input.current.value = value ?? '';
  }, [input, value]);
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <div className="tools">
        <input
          type="date"
          id={id}
          ref={input}
          min="1900-01-01"
          max="2100-12-31"
          className="ams-text-input day-input"
          defaultValue={value}
          onChange={({ target }) => target.validity.valid && choose(dayIn(target.value))}
        />
        {hasToday && value && (
          <button type="button" className="link-button" onClick={() => choose(undefined)}>
            {t('lists.today')}
          </button>
        )}
      </div>
    </div>
  );
}
