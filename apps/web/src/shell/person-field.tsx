import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDebounced } from './debounced.js';
import { useRecordField } from './fields.js';
import { FormField } from './form.js';
import { TextInput } from '../ui.js';

/** Somebody as they stand in a form: what was typed, and who was chosen by it. */
export interface PersonValue {
  /** Empty: nobody was chosen. */
  readonly id: string;
  readonly name: string;
}

export const nobody: PersonValue = { id: '', name: '' };

export const personValue = (
  person: { readonly personId: string; readonly name: string } | null | undefined,
): PersonValue => (person ? { id: person.personId, name: person.name } : nobody);

interface PersonFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: string;
}

/** One person out of all: a combobox that looks them up by the beginnings of their names (ARIA APG, list). */
export function PersonField({ hint, ...given }: PersonFieldProps) {
  const { t } = useTranslation();
  const { form, field, required } = useRecordField(given, {}, (theirs) => (theirs as PersonValue).name);
  /** Either somebody was chosen, or nothing was typed where nothing is needed. */
  const isClear = ({ id, name }: PersonValue): boolean => id !== '' || (name.trim() === '' && !given.needed);
  const { field: value } = useController({
    name: given.name,
    control: form.control,
    rules: { validate: (person: PersonValue) => isClear(person) || t('forms.pickOne') },
  });
  const { id: chosenId, name: text } = value.value as PersonValue;
  const [q, ask] = useState('');
  const [isOpen, open] = useState(false);
  const [active, activate] = useState(-1);
  const askSoon = useDebounced(ask);
  const isAsked = chosenId === '' && text.trim() !== '' && q.trim() !== '';
  const found = useQuery({
    ...queries.personsByName(q),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const options = isAsked ? (found.data?.items ?? []) : [];
  const list = `${field.id}-list`;
  const isShown = isOpen && options.length > 0;
  const isFailed = isAsked && found.isError;
  const isNobody = isAsked && found.data?.total === 0 && !found.isPlaceholderData;

  // At the foot of the window the list would open below it.
  useEffect(() => {
    if (isShown) document.getElementById(list)?.scrollIntoView({ block: 'nearest' });
  }, [isShown, options.length, list]);
  useEffect(() => {
    if (active >= 0) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, list]);

  const choose = (index: number): void => {
    const person = options[index];
    if (!person) return;
    value.onChange({ id: person.id, name: person.name });
    open(false);
    activate(-1);
  };

  const type = (typed: string): void => {
    value.onChange({ id: '', name: typed });
    askSoon(typed);
    open(true);
    activate(-1);
  };

  const steer = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') open(false);
    if (!isShown) return;
    if (event.key === 'ArrowDown') activate((active + 1) % options.length);
    else if (event.key === 'ArrowUp') activate((active <= 0 ? options.length : active) - 1);
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else return;
    event.preventDefault();
  };

  const told = (): string => {
    if (isFailed) return t('forms.personsFailed');
    if (isNobody) return t('forms.personsNone');
    return isOpen && found.data ? t('forms.personsFound', { count: found.data.total }) : '';
  };

  return (
    <FormField {...field} hint={hint ?? t('forms.pickHint')}>
      {(control) => (
        <div className="picker">
          <TextInput
            {...control}
            {...required}
            ref={value.ref}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={list}
            aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={steer}
            onBlur={() => open(false)}
          />
          <ul role="listbox" id={list} aria-label={given.label} className="picker-list" hidden={!isShown}>
            {options.map(({ id, name, jobTitle }, index) => (
              <li
                key={id}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === active}
                // Before the field loses the focus, which closes the list.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(index);
                }}
              >
                {name}
                {jobTitle && <span className="muted"> {jobTitle}</span>}
              </li>
            ))}
          </ul>
          <p role="status" className={isNobody || isFailed ? 'picker-told' : 'ams-visually-hidden'}>
            {told()}
          </p>
        </div>
      )}
    </FormField>
  );
}
