import { useState } from 'react';
import { useForm, FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { PersonField } from '../shell/person-field.js';
import { Section } from '../shell/page.js';
import { Button, Label, Select } from '../ui.js';
import { type Action, isStatus, quarters, statuses } from './action-search.js';
import { changeAction, useActionsOutdated } from './use-changes.js';

const parts = ['quarter', 'status', 'owner'] as const;

interface BulkEditProps {
  /** The chosen ones, each as it was seen. */
  readonly actions: readonly Action[];
  readonly done: () => void;
}

interface Outcome {
  readonly id: string;
  readonly text: string;
}

/** One change to several actions. Each is changed by itself, and what came of it is told for each. */
export function BulkEdit({ actions, done }: BulkEditProps) {
  const { t } = useTranslation();
  const outdated = useActionsOutdated();
  const form = useForm({ defaultValues: { personId: '' }, shouldFocusError: true });
  const [part, setPart] = useState<(typeof parts)[number]>('quarter');
  const [quarter, setQuarter] = useState('1');
  const [status, setStatus] = useState<Action['status']>('planned');
  const [outcomes, tell] = useState<readonly Outcome[]>([]);

  const apply = async (change: Schemas['ActionChanges']): Promise<void> => {
    const results: Outcome[] = [];
    for (const action of actions) results.push(await outcomeOf(action, change));
    await outdated();
    tell(results);
    done();
  };

  const outcomeOf = async (action: Action, change: Schemas['ActionChanges']): Promise<Outcome> => {
    const { id, number } = action;
    try {
      await changeAction(action, change);
      return { id, text: t('cycle.bulkDone', { number }) };
    } catch (error) {
      const reason = error instanceof ProblemError ? error.problem.title : t('states.offlineTitle');
      return { id, text: t('cycle.bulkFailed', { number, reason }) };
    }
  };

  const submit = (): void => {
    if (part === 'quarter') void apply({ quarter: Number(quarter) });
    else if (part === 'status') void apply({ status });
    else void form.handleSubmit(({ personId }) => apply({ owner: { kind: 'person', personId } }))();
  };

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
              <Select
                id="bulk-what"
                value={part}
                onChange={({ target }) => setPart(parts.find((one) => one === target.value) ?? 'quarter')}
              >
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
                <Select
                  id="bulk-to"
                  value={part === 'quarter' ? quarter : status}
                  onChange={({ target: { value } }) => {
                    if (part === 'quarter') setQuarter(value);
                    else if (isStatus(value)) setStatus(value);
                  }}
                >
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
            <Button onClick={submit}>{t('cycle.bulkApply', { count: actions.length })}</Button>
          </div>
        </Section>
      )}
    </>
  );
}
