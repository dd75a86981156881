import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { historyReaders, keepers, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { DayFilter } from '../shell/day-filter.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';
import { periodOn } from './period-on.js';

const route = getRouteApi('/inside/organisation/job-functions');

/** The functions, and what the law or the organisation designates them for. */
export function JobFunctionsPage() {
  const { t } = useTranslation();
  const { holds, today } = useMe();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const functions = useQuery({
    ...organisationQueries.jobFunctions(on),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('functions.title')}
      trail={useOrganisationTrail()}
      roles={historyReaders}
      tools={
        holds(...keepers) && (
          <Link to="/organisation/job-functions/new" className="ams-button ams-button--primary">
            {t('functions.add')}
          </Link>
        )
      }
    >
      <Paragraph className="measure">{t('functions.lead')}</Paragraph>
      <div className="filters">
        <DayFilter
          hasToday
          id="on"
          label={t('lists.on')}
          value={on}
          choose={(day) => void navigate({ search: { on: day }, replace: true })}
        />
      </div>
      <Loaded query={functions} rows={8}>
        {({ items, total }) => (
          <>
            <p role="status" className="found">
              {t('functions.found', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>{t('functions.none')}</Empty>
            ) : (
              <FunctionTable functions={items} on={on ?? today} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface FunctionTableProps {
  readonly functions: readonly Schemas['JobFunctionView'][];
  readonly on: string;
}

function FunctionTable({ functions, on }: FunctionTableProps) {
  const { t } = useTranslation();
  const rows = functions.flatMap((one) => {
    const period = periodOn(one.periods, on);
    return period ? [{ ...one, ...period }] : [];
  });
  const yes = (is: boolean) =>
    is && (
      <Tag tone="info" icon="check">
        {t('functions.yes')}
      </Tag>
    );
  return (
    <Table
      label={t('functions.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', head: t('functions.name'), isName: true, cell: ({ name }) => name },
        {
          key: 'side',
          head: t('functions.publishesSideActivities'),
          cell: ({ publishesSideActivities }) => yes(publishesSideActivities),
        },
        {
          key: 'interests',
          head: t('functions.reportsFinancialInterests'),
          cell: ({ reportsFinancialInterests }) => yes(reportsFinancialInterests),
        },
        {
          key: 'vulnerable',
          head: t('functions.isVulnerable'),
          cell: ({ isVulnerable }) => yes(isVulnerable),
        },
        {
          key: 'certificate',
          head: t('functions.certificate'),
          cell: ({ conductCertificateProfile }) => conductCertificateProfile ?? t('functions.noCertificate'),
        },
        {
          key: 'action',
          head: t('lists.action'),
          cell: ({ id, name, may }) =>
            may.change && (
              <span className="tools">
                <Link to="/organisation/job-functions/$jobFunctionId/change" params={{ jobFunctionId: id }}>
                  {t('functions.change')}
                  <span className="ams-visually-hidden"> {name}</span>
                </Link>
                <Link to="/organisation/job-functions/$jobFunctionId/end" params={{ jobFunctionId: id }}>
                  {t('functions.end')}
                  <span className="ams-visually-hidden"> {name}</span>
                </Link>
              </span>
            ),
        },
      ]}
    />
  );
}
