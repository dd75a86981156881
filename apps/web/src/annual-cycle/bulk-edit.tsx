import { useState } from 'react';
import { useForm, FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { faultTitle } from '../shell/faults.js';
import { useOneAtATime } from '../shell/one-at-a-time.js';
import { Section } from '../shell/page.js';
import { nobody, PersonField, type PersonValue } from '../shell/person-field.js';
import { Button, Label, Select } from '../ui.js';
import { type Action, quarters, statuses } from './action-search.js';
import { changeAction, useActionsOutdated } from './use-changes.js';

const parts = ['quarter', 'status', 'owner'] as const;

interface BulkEditProps {
  /** The chosen ones, each as it was seen. */
  readonly actions: readonly Action[];
  readonly done: () => void;
}

interface BulkValues {
  readonly part: (typeof parts)[number];
  readonly quarter: string;
  readonly status: Action['status'];
  readonly personId: PersonValue;
}

function changeOf({ part, quarter, status, personId }: BulkValues): Schemas['ActionChanges'] {
  if (part === 'quarter') return { quarter: Number(quarter) };
  return part === 'status' ? { status } : { owner: { kind: 'person', personId: personId.id } };
}

interface Outcome {
  readonly id: string;
  readonly text: string;
}

/** One change to several actions. Each is changed by itself, and what came of it is told for each. */
export function BulkEdit({ actions, done }: BulkEditProps) {
  const { t } = useTranslation();
  const outdated = useActionsOutdated();
  const form = useForm<BulkValues>({
    defaultValues: { part: 'quarter', quarter: '1', status: 'planned', personId: nobody },
  });
  const part = form.watch('part');
  const [outcomes, tell] = useState<readonly Outcome[]>([]);

  const apply = async (change: Schemas['ActionChanges']): Promise<void> => {
    tell([]);
    const results: Outcome[] = [];
    for (const action of actions) results.push(await outcomeOf(action, change));
    await outdated();
    tell(results);
    // Another change begins anew: nobody is given what was meant for others.
    form.reset();
    done();
  };

  const outcomeOf = async (action: Action, change: Schemas['ActionChanges']): Promise<Outcome> => {
    const { id, number } = action;
    try {
      await changeAction(id, change, action);
      return { id, text: t('cycle.actionChanged', { number }) };
    } catch (error) {
      return { id, text: t('cycle.bulkFailed', { number, reason: faultTitle(error, t) }) };
    }
  };

  const submit = useOneAtATime(form.handleSubmit((values) => apply(changeOf(values))));

  return (
    <>
      <div role="status">
        {outcomes.length > 0 && (
          <ul className="list">
            {outcomes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
      </div>
      {actions.length > 0 && (
        <Section id="bulk" title={t('cycle.bulk')}>
          <p className="found">{t('cycle.chosen', { count: actions.length })}</p>
          <div className="filters">
            <div className="filter">
              <Label htmlFor="bulk-what">{t('cycle.bulkWhat')}</Label>
              <Select id="bulk-what" {...form.register('part')}>
                {parts.map((one) => (
                  <option key={one} value={one}>
                    {t(`cycle.${one}`)}
                  </option>
                ))}
              </Select>
            </div>
            {part === 'owner' ? (
              <FormProvider {...form}>
                <PersonField name="personId" label={t('cycle.whichPerson')} needed={t('forms.pickOne')} />
              </FormProvider>
            ) : (
              <div className="filter">
                <Label htmlFor="bulk-to">{t('cycle.bulkTo')}</Label>
                <Select key={part} id="bulk-to" {...form.register(part)}>
                  {part === 'quarter'
                    ? quarters.map((one) => (
                        <option key={one} value={one}>
                          {t('cycle.quarterN', { quarter: one })}
                        </option>
                      ))
                    : statuses.map((one) => (
                        <option key={one} value={one}>
                          {t(`actionStatus.${one}`)}
                        </option>
                      ))}
                </Select>
              </div>
            )}
            <Button onClick={() => submit()}>{t('cycle.bulkApply', { count: actions.length })}</Button>
          </div>
        </Section>
      )}
    </>
  );
}
