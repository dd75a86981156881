import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { AreaField, SelectField, TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen, type Versioned } from '../shell/version.js';
import { BlockOptions } from './block-options.js';
import { followUpOf, isSource, type Source, sources } from './finding-search.js';
import { contributors, editors, useRights } from './rights.js';
import { useYear } from './use-year.js';

type Finding = Schemas['FindingView'];

const route = getRouteApi('/inside/annual-cycles/$year/findings/$findingId');

export function NewFindingPage() {
  const { t } = useTranslation();
  const { year, trails } = useYear();
  const { readPlan } = useRights();
  return (
    <Page
      title={t('cycle.addFinding')}
      trail={readPlan ? trails.findings : trails.cycle}
      roles={contributors}
      isForm
    >
      <FindingForm
        submit={t('cycle.addFinding')}
        save={(given) =>
          answerOf(api.POST('/annual-cycles/{year}/findings', { params: { path: { year } }, body: given }))
        }
      />
    </Page>
  );
}

export function FindingPage() {
  const { t } = useTranslation();
  const { trails } = useYear();
  const { findingId } = route.useParams();
  const finding = useQuery(queries.finding(findingId));
  return (
    <Page key={findingId} title={t('cycle.changeFinding')} trail={trails.findings} roles={editors} isForm>
      <Loaded query={finding}>
        {(found) => (
          <FindingForm
            finding={found}
            submit={t('cycle.save')}
            save={(given, begun) =>
              answerOf(
                api.PATCH('/findings/{findingId}', {
                  params: { path: { findingId }, header: seen(begun) },
                  body: given,
                }),
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

interface FindingFormProps {
  readonly finding?: Finding;
  readonly submit: string;
  readonly save: (
    given: {
      source: Source;
      title: string;
      description: string;
      buildingBlockId: string | null;
      reasonForNoAction?: string | null;
    },
    begun: Versioned,
  ) => Promise<Finding>;
}

function FindingForm({ finding, submit, save }: FindingFormProps) {
  const { t } = useTranslation();
  const { params } = useYear();
  const navigate = useNavigate();
  // Some may add what they know without seeing the plan that is made of it.
  const { readPlan } = useRights();
  const back = readPlan ? '/annual-cycles/$year/findings' : '/annual-cycles/$year';
  const blocks = useQuery(queries.buildingBlocks);
  // As it was when the form began: an action that comes meanwhile takes nothing away that was typed.
  const [mayRest] = useState(finding !== undefined && followUpOf(finding) !== 'answered');
  return (
    <Loaded query={blocks}>
      {({ items }) => (
        <RecordForm
          version={finding?.version}
          values={{
            source: finding?.source ?? '',
            title: finding?.title ?? '',
            description: finding?.description ?? '',
            buildingBlockId: finding?.buildingBlockId ?? '',
            reasonForNoAction: finding?.reasonForNoAction ?? '',
          }}
          save={({ source, buildingBlockId, reasonForNoAction, ...given }, changed, begun) =>
            save(
              {
                ...given,
                // Nothing else stands in the list.
                source: isSource(source) ? source : sources[0],
                buildingBlockId: buildingBlockId || null,
                ...('reasonForNoAction' in changed && {
                  reasonForNoAction: reasonForNoAction.trim() || null,
                }),
              },
              begun,
            )
          }
          done={({ title }) => {
            tellOnArrival(t(finding ? 'cycle.findingSaved' : 'cycle.findingAdded', { title }));
            void navigate({ to: back, params });
          }}
          submit={submit}
          cancel={<Cancel to={back} params={params} />}
        >
          <SelectField name="source" label={t('cycle.source')} needed={t('cycle.chooseSource')}>
            <option value="">{t('forms.choose')}</option>
            {sources.map((source) => (
              <option key={source} value={source}>
                {t(`cycle.sources.${source}`)}
              </option>
            ))}
          </SelectField>
          <TextField name="title" label={t('cycle.titleField')} needed={t('cycle.titleNeeded')} />
          <AreaField name="description" label={t('cycle.description')} hint={t('cycle.descriptionHint')} />
          <SelectField name="buildingBlockId" label={t('cycle.block')} isLong>
            <option value="">{t('cycle.noBlock')}</option>
            <BlockOptions blocks={items} />
          </SelectField>
          {mayRest && (
            <AreaField
              name="reasonForNoAction"
              label={t('cycle.reasonForNoAction')}
              hint={t('cycle.reasonForNoActionHint')}
            />
          )}
        </RecordForm>
      )}
    </Loaded>
  );
}
