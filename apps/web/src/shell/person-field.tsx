import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDebounced } from './debounced.js';
import { useRecordField } from './fields.js';
import { FormField } from './form.js';
import { TextInput } from '../ui.js';

interface PersonFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: string;
  /** What the person is called who stands in the form to begin with. */
  readonly chosen?: string | undefined;
}

/** One person out of all: a combobox that looks them up by the beginnings of their names (ARIA APG, list). */
export function PersonField({ hint, chosen = '', ...given }: PersonFieldProps) {
  const { t } = useTranslation();
  const { form, field, required } = useRecordField(given);
  const { field: value } = useController({
    name: given.name,
    control: form.control,
    rules: { validate: () => isClear() || t('forms.pickOne') },
  });
  const [text, setText] = useState(chosen);
  const [q, ask] = useState('');
  const [isOpen, open] = useState(false);
  const [active, activate] = useState(-1);
  const askSoon = useDebounced(ask);
  const found = useQuery({
    ...queries.personsByName(q),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const options = q.trim() === '' ? [] : (found.data?.items ?? []);
  const list = `${field.id}-list`;
  const isShown = isOpen && options.length > 0;

  /** Either somebody was chosen, or nothing was typed where nothing is needed. */
  function isClear(): boolean {
    return form.getValues(given.name) !== '' || (text.trim() === '' && !given.needed);
  }

  const choose = (index: number): void => {
    const person = options[index];
    if (!person) return;
    value.onChange(person.id);
    setText(person.name);
    open(false);
    activate(-1);
  };

  const type = (typed: string): void => {
    setText(typed);
    value.onChange('');
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
          <p role="status" className="ams-visually-hidden">
            {isOpen && q.trim() !== '' && found.data && t('forms.personsFound', { count: found.data.total })}
          </p>
        </div>
      )}
    </FormField>
  );
}
