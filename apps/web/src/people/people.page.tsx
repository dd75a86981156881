import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DepartmentOptions } from '../departments/department-options.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { colleagues, keepers, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { SelectFilter, TextFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';

const route = getRouteApi('/inside/organisation/persons');

/** Who works here: found while typing, by the server. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { holds } = useMe();
  const { q, department: departmentId, page = 1 } = route.useSearch();
  const persons = useQuery({
    ...organisationQueries.persons({ q, departmentId, page }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('people.title')}
      trail={useOrganisationTrail()}
      roles={colleagues}
      tools={
        holds(...keepers) && (
          <Link to="/organisation/persons/new" className="ams-button ams-button--primary">
            {t('people.add')}
          </Link>
        )
      }
    >
      <Filters />
      <Loaded query={persons} rows={8}>
        {({ items, total, pageSize }) => (
          <div aria-busy={persons.isPlaceholderData}>
            <p role="status" className="found">
              {t('people.found', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>{q || departmentId ? t('people.noneFound') : t('people.none')}</Empty>
            ) : (
              <Table
                label={t('people.title')}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    head: t('people.name'),
                    isName: true,
                    cell: ({ id, name }) => (
                      <Link to="/organisation/persons/$personId" params={{ personId: id }}>
                        {name}
                      </Link>
                    ),
                  },
                  { key: 'title', head: t('people.jobTitle'), cell: ({ jobTitle }) => jobTitle },
                  {
                    key: 'department',
                    head: t('people.department'),
                    cell: ({ departments }) =>
                      departments.map(({ name }) => name).join(', ') || t('people.nowhere'),
                  },
                ]}
              />
            )}
            <Paging page={page} pageSize={pageSize} total={total} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const departments = useQuery(organisationQueries.departments());
  const change = (changed: {
    readonly q?: string | undefined;
    readonly department?: string | undefined;
  }): void => {
    void navigate({ search: (now) => ({ ...now, ...changed, page: undefined }), replace: true });
  };
  return (
    <div className="filters" role="search" aria-label={t('people.title')}>
      <TextFilter
        id="q"
        label={t('people.search')}
        value={search.q}
        choose={(q) => change({ q })}
        meant={(typed) => typed.trim() || undefined}
      />
      <SelectFilter
        id="department"
        label={t('people.department')}
        value={search.department ?? ''}
        choose={(value) => change({ department: value || undefined })}
      >
        <option value="">{t('people.allDepartments')}</option>
        <DepartmentOptions departments={departments.data ?? []} />
      </SelectFilter>
    </div>
  );
}
