import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { AreaField, SelectField } from '../shell/fields.js';
import { RecordForm } from '../shell/record-form.js';
import { seen } from '../shell/version.js';
import { quarters, statuses } from './action-search.js';

interface ProgressFormProps {
  readonly action: Pick<Schemas['ActionView'], 'id' | 'status' | 'version'>;
  /** What is told about. */
  readonly quarter: number;
  /** Another quarter can be chosen. */
  readonly isQuarterOpen?: boolean;
  readonly done: () => void;
}

/** How an action goes, told by its owner. */
export function ProgressForm({ action, quarter, isQuarterOpen, done }: ProgressFormProps) {
  const { t } = useTranslation();
  return (
    <RecordForm
      version={action.version}
      values={{ quarter: String(quarter), status: action.status, note: '' }}
      save={({ quarter: about, status, note }, _, begun) =>
        answerOf(
          api.POST('/actions/{actionId}/progress-notes', {
            params: { path: { actionId: action.id }, header: seen(begun) },
            body: { quarter: Number(about), status, note },
          }),
        )
      }
      done={done}
      submit={t('cycle.report')}
    >
      {isQuarterOpen && (
        <SelectField name="quarter" label={t('cycle.reportQuarter')} needed={t('cycle.chooseQuarter')}>
          {quarters.map((one) => (
            <option key={one} value={one}>
              {t('cycle.quarterN', { quarter: one })}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField name="status" label={t('round.status')} needed={t('forms.choose')}>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`actionStatus.${status}`)}
          </option>
        ))}
      </SelectField>
      <AreaField
        name="note"
        label={t('round.explain')}
        hint={t('round.explainHint')}
        needed={t('round.explainNeeded')}
      />
    </RecordForm>
  );
}
