import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Select } from '../ui.js';

interface FiltersProps {
  /** Of what it finds, in words. */
  readonly label: string;
  /** How many now leave something out. */
  readonly inUse: number;
  readonly clear: () => void;
  readonly children: ReactNode;
}

/** What a list can be narrowed by. On a phone they are behind a button, so that the list itself comes first. */
export function Filters({ label, inUse, clear, children }: FiltersProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, open] = useState(false);
  return (
    <div role="search" aria-label={label} className="filters">
      <button
        type="button"
        className="filters-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => open(!isOpen)}
      >
        <IconFilter aria-hidden />{' '}
        {inUse > 0 ? t('forms.filtersInUse', { count: inUse }) : t('forms.filters')}
      </button>
      <div id={id} className={isOpen ? 'filters-row filters-open' : 'filters-row'}>
        {children}
        {inUse > 0 && (
          <Button variant="tertiary" onClick={clear}>
            {t('forms.clearFilters')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface SelectFilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

export function SelectFilter({ id, label, value, choose, children }: SelectFilterProps) {
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={({ target }) => choose(target.value)}>
        {children}
      </Select>
    </div>
  );
}
