import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Filters, SelectFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { SortableTable } from '../shell/sortable-table.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';
import { isSource, sources } from './finding-search.js';
import { insiders, useRights } from './rights.js';
import { useBlockNames, useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/findings');

/** What the plan of a year starts from, with what came of it. */
export function FindingsPage() {
  const { t } = useTranslation();
  const { year, params, trails } = useYear();
  const { contribute, edit } = useRights();
  const { source } = route.useSearch();
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
      <Filters
        label={t('cycle.findings')}
        inUse={source === undefined ? 0 : 1}
        clear={() => void navigate({ search: {}, replace: true })}
      >
        <SelectFilter
          id="source"
          label={t('cycle.source')}
          value={source ?? ''}
          choose={(value) =>
            void navigate({ search: isSource(value) ? { source: value } : {}, replace: true })
          }
        >
          <option value="">{t('cycle.allSources')}</option>
          {sources.map((one) => (
            <option key={one} value={one}>
              {t(`cycle.sources.${one}`)}
            </option>
          ))}
        </SelectFilter>
      </Filters>
      <Loaded query={findings}>
        {({ items }) => {
          const found = items.filter((finding) => source === undefined || finding.source === source);
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
                  sortBy: ({ actionCount }) => actionCount,
                  cell: ({ id, title, actionCount: count }) => (
                    <span className="tag-and-link">
                      {count === 0 ? (
                        <Tag tone="attention" icon="clock">
                          {t('cycle.waits')}
                        </Tag>
                      ) : (
                        <Tag tone="ok" icon="check">
                          {t('cycle.answered', { count })}
                        </Tag>
                      )}
                      {edit && (
                        <Link to="/annual-cycles/$year/actions/new" params={params} search={{ finding: id }}>
                          {t('cycle.makeAction')}
                          <span className="ams-visually-hidden"> {t('cycle.makeActionOf', { title })}</span>
                        </Link>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
