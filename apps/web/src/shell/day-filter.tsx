import { useTranslation } from 'react-i18next';
import { Label } from '../ui.js';
import { dayIn } from './search.js';

interface DayFilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  /** @param day nothing: today */
  readonly choose: (day: string | undefined) => void;
}

/** On which day something is looked at. It counts once a whole date stands there. */
export function DayFilter({ id, label, value, choose }: DayFilterProps) {
  const { t } = useTranslation();
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <div className="tools">
        <input
          type="date"
          id={id}
          min="1900-01-01"
          max="2100-12-31"
          className="ams-text-input day-input"
          // Typed by parts, a date is whole only at the end; the address must not be written back into it.
          key={value === undefined ? 'today' : 'day'}
          defaultValue={value}
          onChange={({ target }) => target.validity.valid && target.value && choose(dayIn(target.value))}
        />
        {value && (
          <button type="button" className="link-button" onClick={() => choose(undefined)}>
            {t('lists.today')}
          </button>
        )}
      </div>
    </div>
  );
}
