import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Cancel } from '../shell/cancel.js';
import { SelectField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Empty, Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import type { Action } from './action-search.js';
import { editors } from './rights.js';
import { changeAction } from './use-changes.js';
import { useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/findings/$findingId/answer');

/** Answers a finding by an action that is there already, such as one that goes on from the year before. */
export function AnswerPage() {
  const { t } = useTranslation();
  const { year, trails } = useYear();
  const { findingId } = route.useParams();
  const finding = useQuery(queries.finding(findingId));
  const findings = useQuery(queries.findings(year));
  const actions = useQuery(queries.actions(year));
  return (
    <Page key={findingId} title={t('cycle.answerTitle')} trail={trails.findings} roles={editors} isForm>
      <Loaded query={finding} rows={2}>
        {({ title }) => (
          <div className="stack">
            <Paragraph className="measure">{t('cycle.noActionAbout', { title })}</Paragraph>
            <Loaded query={findings} rows={2}>
              {({ items: known }) => (
                <Loaded query={actions} rows={2}>
                  {({ items }) => <Answer title={title} actions={freeOf(items, known)} />}
                </Loaded>
              )}
            </Loaded>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Those that answer no other finding of the year, which would wait again. */
function freeOf(actions: readonly Action[], findings: readonly Schemas['FindingView'][]): readonly Action[] {
  return actions.filter(({ findingId }) => !findings.some(({ id }) => id === findingId));
}

interface AnswerProps {
  /** Of the finding. */
  readonly title: string;
  readonly actions: readonly Action[];
}

function Answer({ title, actions }: AnswerProps) {
  const { t } = useTranslation();
  const { params } = useYear();
  const { findingId } = route.useParams();
  const navigate = useNavigate();
  const place = { to: '/annual-cycles/$year/findings', params } as const;
  if (actions.length === 0)
    return (
      <>
        <Empty>{t('cycle.noFreeActions')}</Empty>
        <p>
          <Link {...place}>{t('cycle.findings')}</Link>
        </p>
      </>
    );
  return (
    <RecordForm
      values={{ actionId: '' }}
      submit={t('cycle.answerSave')}
      cancel={<Cancel {...place} />}
      save={({ actionId }) => {
        const version = actions.find(({ id }) => id === actionId)?.version ?? 0;
        return changeAction(actionId, { findingId }, { version });
      }}
      done={({ number }) => {
        tellOnArrival(t('cycle.answeredBy', { title, number }));
        void navigate(place);
      }}
    >
      <SelectField
        name="actionId"
        label={t('cycle.whichAction')}
        needed={t('cycle.whichActionNeeded')}
        isLong
      >
        <option value="">{t('forms.choose')}</option>
        {actions.map(({ id, number, title: action }) => (
          <option key={id} value={id}>
            {number}. {action}
          </option>
        ))}
      </SelectField>
    </RecordForm>
  );
}
