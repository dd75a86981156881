import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Select, TextInput } from '../ui.js';
import { useDebounced } from './debounced.js';
import { useFocusAfter } from './focus.js';

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
  // The button that clears them is gone when they are.
  const place = useFocusAfter<HTMLDivElement>(inUse === 0);
  return (
    <div role="search" aria-label={label} className="filters" ref={place} tabIndex={-1}>
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

interface TextFilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  /** @param value nothing: the field was emptied */
  readonly choose: (value: string | undefined) => void;
  /** What is looked for when something is typed. */
  readonly meant: (typed: string) => string | undefined;
}

/** Looks for what is typed, a moment later; what the address asks for otherwise stands in it as well. */
export function TextFilter({ id, label, value, choose, meant }: TextFilterProps) {
  const [text, setText] = useState(value ?? '');
  /** What the address holds as far as it is known here. */
  const known = useRef(value);
  const chooseSoon = useDebounced((typed: string) => {
    known.current = meant(typed);
    choose(known.current);
  });
  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    setText(value ?? '');
  }, [value]);
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <TextInput
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          chooseSoon(target.value);
        }}
      />
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
