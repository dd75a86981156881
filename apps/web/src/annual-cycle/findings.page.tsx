import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { Filters, SelectFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { SortableTable } from '../shell/sortable-table.js';
import { Tag } from '../shell/tag.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { findingSearch, followUpOf, followUps, sources } from './finding-search.js';
import { PlanNote } from './plan-note.js';
import { insiders, useRights } from './rights.js';
import { useBlockNames, useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/findings');

/** What the plan of a year starts from, with what came of it. */
export function FindingsPage() {
  const { t } = useTranslation();
  const { year, params, trails } = useYear();
  const { contribute, edit } = useRights();
  const search = route.useSearch();
  const { source, followUp } = search;
  const navigate = route.useNavigate();
  const findings = useQuery(queries.findings(year));
  const nameOf = useBlockNames();
  return (
    <Page
      title={t('cycle.findings')}
      trail={trails.cycle}
      roles={insiders}
      tools={
        contribute && (
          <Link
            to="/annual-cycles/$year/findings/new"
            params={params}
            className="ams-button ams-button--primary"
          >
            {t('cycle.addFinding')}
          </Link>
        )
      }
    >
      <Paragraph className="measure">{t('cycle.findingsLead', { year })}</Paragraph>
      <PlanNote year={year} />
      <Filters
        label={t('cycle.findings')}
        inUse={Object.keys(search).length}
        clear={() => void navigate({ search: {}, replace: true })}
      >
        <SelectFilter
          id="source"
          label={t('cycle.source')}
          value={source ?? ''}
          choose={(value) =>
            void navigate({ search: findingSearch({ followUp, source: value }), replace: true })
          }
        >
          <option value="">{t('cycle.allSources')}</option>
          {sources.map((one) => (
            <option key={one} value={one}>
              {t(`cycle.sources.${one}`)}
            </option>
          ))}
        </SelectFilter>
        <SelectFilter
          id="follow-up"
          label={t('cycle.followUp')}
          value={followUp ?? ''}
          choose={(value) =>
            void navigate({ search: findingSearch({ source, followUp: value }), replace: true })
          }
        >
          <option value="">{t('cycle.allFollowUps')}</option>
          {followUps.map((one) => (
            <option key={one} value={one}>
              {t(`cycle.followUps.${one}`)}
            </option>
          ))}
        </SelectFilter>
      </Filters>
      <Deeds>
        <Loaded query={findings}>
          {({ items }) => {
            const found = items.filter(
              (finding) =>
                (source === undefined || finding.source === source) &&
                (followUp === undefined || followUpOf(finding) === followUp),
            );
            if (items.length === 0) return <Empty>{t('cycle.noFindings')}</Empty>;
            if (found.length === 0) return <Empty>{t('cycle.noFindingsFiltered')}</Empty>;
            return (
              <SortableTable
                label={t('cycle.findings')}
                rows={found}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    head: t('cycle.finding'),
                    isName: true,
                    sortBy: ({ title }) => title,
                    cell: ({ id, title, description }) => (
                      <>
                        {edit ? (
                          <Link
                            to="/annual-cycles/$year/findings/$findingId"
                            params={{ ...params, findingId: id }}
                          >
                            {title}
                          </Link>
                        ) : (
                          title
                        )}
                        {description && <span className="task-note">{description}</span>}
                      </>
                    ),
                  },
                  {
                    key: 'source',
                    head: t('cycle.source'),
                    sortBy: (one) => t(`cycle.sources.${one.source}`),
                    cell: (one) => t(`cycle.sources.${one.source}`),
                  },
                  {
                    key: 'block',
                    head: t('cycle.block'),
                    sortBy: (one) => nameOf(one.buildingBlockId),
                    cell: (one) => nameOf(one.buildingBlockId),
                  },
                  {
                    key: 'follow-up',
                    head: t('cycle.followUp'),
                    sortBy: (one) => followUps.indexOf(followUpOf(one)),
                    cell: (one) => <FollowUp finding={one} />,
                  },
                ]}
              />
            );
          }}
        </Loaded>
      </Deeds>
    </Page>
  );
}

/** What came of a finding, and what can be done about it now. */
function FollowUp({ finding }: { readonly finding: Schemas['FindingView'] }) {
  const { t } = useTranslation();
  const { params } = useYear();
  const { edit } = useRights();
  const { id, version, title, actionCount, reasonForNoAction } = finding;
  const followUp = followUpOf(finding);
  if (followUp === 'atRest')
    return (
      <>
        <Tag tone="plain" icon="none">
          {t('cycle.noAction')}
        </Tag>
        <span className="task-note">{reasonForNoAction}</span>
        {edit && (
          <DeedButton
            label={t('cycle.openAgain')}
            of={title}
            ask={() =>
              answerOf(
                api.PATCH('/findings/{findingId}', {
                  params: { path: { findingId: id }, header: seen({ version }) },
                  body: { reasonForNoAction: null },
                }),
              )
            }
            told={t('cycle.openedAgain', { title })}
          />
        )}
      </>
    );
  return (
    <span className="tag-and-link">
      {followUp === 'waits' ? (
        <Tag tone="attention" icon="clock">
          {t('cycle.followUps.waits')}
        </Tag>
      ) : (
        <Tag tone="ok" icon="check">
          {t('cycle.answered', { count: actionCount })}
        </Tag>
      )}
      {edit && (
        <Link to="/annual-cycles/$year/actions/new" params={params} search={{ finding: id }}>
          {t('cycle.makeAction')}
          <span className="ams-visually-hidden"> {t('cycle.makeActionOf', { title })}</span>
        </Link>
      )}
      {edit && followUp === 'waits' && (
        <>
          <Link to="/annual-cycles/$year/findings/$findingId/answer" params={{ ...params, findingId: id }}>
            {t('cycle.answer')}
            <span className="ams-visually-hidden"> {t('cycle.noActionOf', { title })}</span>
          </Link>
          <Link to="/annual-cycles/$year/findings/$findingId/no-action" params={{ ...params, findingId: id }}>
            {t('cycle.noAction')}
            <span className="ams-visually-hidden"> {t('cycle.noActionOf', { title })}</span>
          </Link>
        </>
      )}
    </span>
  );
}
