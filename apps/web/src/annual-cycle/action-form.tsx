import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { AreaField, SelectField, TextField } from '../shell/fields.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { typedNumber } from '../shell/typed-number.js';
import type { Versioned } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { type Action, priorities, quarters } from './action-search.js';
import { BlockOptions } from './block-options.js';
import { OwnerFields, ownerInput, ownerValues } from './owner-fields.js';
import { useYear } from './use-year.js';

/** What an action is given, whether it is new or changed. */
export type ActionGiven = Required<
  Pick<
    Schemas['NewAction'],
    'buildingBlockId' | 'title' | 'owner' | 'quarter' | 'budget' | 'hours' | 'priority' | 'findingId'
  >
> & { readonly intendedResult: string };

interface ActionFormProps {
  /** Absent: a new one. */
  readonly action?: Action;
  /** What a new one answers. */
  readonly finding?: Schemas['FindingView'] | undefined;
  readonly submit: string;
  readonly save: (given: ActionGiven, begun: Versioned) => Promise<Action>;
}

export function ActionForm({ action, finding, submit, save }: ActionFormProps) {
  const { t } = useTranslation();
  const { year, params } = useYear();
  const navigate = useNavigate();
  const findings = useQuery(queries.findings(year));
  const blocks = useQuery(queries.buildingBlocks);
  const roles = useQuery(queries.roles);
  return (
    <Loaded query={blocks}>
      {({ items }) => (
        <Loaded query={findings}>
          {({ items: known }) => (
            <RecordForm
              version={action?.version}
              values={{
                title: action?.title ?? '',
                buildingBlockId: (action ?? finding)?.buildingBlockId ?? '',
                intendedResult: action?.intendedResult ?? '',
                findingId: action?.findingId ?? finding?.id ?? '',
                owner: ownerValues(action?.owner),
                quarter: action ? String(action.quarter) : '',
                hours: action?.hours?.toString() ?? '',
                budget: action?.budget?.toString().replace('.', ',') ?? '',
                priority: action?.priority ?? 'normal',
              }}
              save={(given, _, begun) =>
                save(
                  {
                    title: given.title,
                    buildingBlockId: given.buildingBlockId,
                    intendedResult: given.intendedResult,
                    owner: ownerInput(given.owner, roles.data ?? []),
                    findingId: given.findingId || null,
                    quarter: Number(given.quarter),
                    hours: typedNumber(given.hours),
                    budget: typedNumber(given.budget),
                    priority: given.priority,
                  },
                  begun,
                )
              }
              done={({ id, number }) => {
                tellOnArrival(t(action ? 'cycle.actionChanged' : 'cycle.actionAdded', { number }));
                // Where the next finding waits for its answer.
                if (finding) void navigate({ to: '/annual-cycles/$year/findings', params });
                else
                  void navigate({
                    to: '/annual-cycles/$year/actions/$actionId',
                    params: { ...params, actionId: id },
                  });
              }}
              submit={submit}
              cancel={
                <Cancel
                  to={finding ? '/annual-cycles/$year/findings' : '/annual-cycles/$year/actions'}
                  params={params}
                />
              }
            >
              {finding && (
                <Paragraph className="measure">{t('cycle.answerTo', { finding: finding.title })}</Paragraph>
              )}
              <TextField name="title" label={t('cycle.titleField')} needed={t('cycle.titleNeeded')} />
              <SelectField
                name="buildingBlockId"
                label={t('cycle.block')}
                needed={t('cycle.chooseBlock')}
                isLong
              >
                <option value="">{t('forms.choose')}</option>
                <BlockOptions blocks={items} />
              </SelectField>
              <AreaField name="intendedResult" label={t('cycle.result')} hint={t('cycle.resultHint')} />
              {!finding && <FindingField findings={known} current={action?.findingId} />}
              <OwnerFields />
              <SelectField name="quarter" label={t('cycle.quarter')} needed={t('cycle.chooseQuarter')}>
                <option value="">{t('forms.choose')}</option>
                {quarters.map((quarter) => (
                  <option key={quarter} value={quarter}>
                    {t('cycle.quarterN', { quarter })}
                  </option>
                ))}
              </SelectField>
              <TextField
                name="hours"
                label={t('cycle.hours')}
                answer="number"
                pattern={{ value: /^\s*\d*\s*$/, message: t('cycle.wholeHours') }}
              />
              <TextField
                name="budget"
                label={t('cycle.budget')}
                answer="code"
                pattern={{ value: /^\s*(\d+([.,]\d{1,2})?)?\s*$/, message: t('cycle.wholeEuros') }}
              />
              <SelectField name="priority" label={t('cycle.priority')} needed={t('forms.choose')}>
                {priorities.map((priority) => (
                  <option key={priority} value={priority}>
                    {t(`cycle.priorities.${priority}`)}
                  </option>
                ))}
              </SelectField>
            </RecordForm>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface FindingFieldProps {
  /** Those of the year. */
  readonly findings: readonly Schemas['FindingView'][];
  readonly current: string | null | undefined;
}

/** What the action answers: also one that was there before the finding, such as one of the year before. */
function FindingField({ findings, current }: FindingFieldProps) {
  const { t } = useTranslation();
  const isOfAnotherYear = current && !findings.some(({ id }) => id === current);
  if (findings.length === 0 && !isOfAnotherYear) return null;
  return (
    <SelectField name="findingId" label={t('cycle.answersFinding')} isLong>
      <option value="">{t('cycle.answersNothing')}</option>
      {isOfAnotherYear && <option value={current}>{t('cycle.answersEarlier')}</option>}
      {findings.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </SelectField>
  );
}
