import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Loaded, Only } from '../shell/states.js';
import { ActionForm, type ActionGiven } from './action-form.js';
import { editors } from './rights.js';
import { changeAction } from './use-changes.js';
import { useYear } from './use-year.js';

const newAction = getRouteApi('/inside/annual-cycles/$year/actions/new');
const oneAction = getRouteApi('/inside/annual-cycles/$year/actions/$actionId/edit');

/** A new action, by itself or as the answer to a finding. */
export function NewActionPage() {
  const { t } = useTranslation();
  const { year, trails } = useYear();
  const { finding: findingId } = newAction.useSearch();
  const finding = useQuery({ ...queries.finding(findingId ?? ''), enabled: findingId !== undefined });
  const save = (given: ActionGiven) =>
    answerOf(
      api.POST('/annual-cycles/{year}/actions', {
        params: { path: { year } },
        body: given,
      }),
    );
  return (
    <Page title={t('cycle.addAction')} trail={trails.actions} roles={editors} isForm>
      {findingId === undefined ? (
        <ActionForm submit={t('cycle.addAction')} save={save} />
      ) : (
        <Loaded query={finding}>
          {(found) => <ActionForm finding={found} submit={t('cycle.addAction')} save={save} />}
        </Loaded>
      )}
    </Page>
  );
}

export function EditActionPage() {
  const { t } = useTranslation();
  const { trails } = useYear();
  const { actionId } = oneAction.useParams();
  const action = useQuery(queries.action(actionId));
  return (
    <Page key={actionId} title={t('cycle.changeAction')} trail={trails.actions} isForm>
      <Loaded query={action}>
        {(found) => (
          <Only may={found.abilities.edit}>
            <ActionForm
              action={found}
              submit={t('cycle.save')}
              save={(given, begun) => changeAction(actionId, given, begun)}
            />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}
