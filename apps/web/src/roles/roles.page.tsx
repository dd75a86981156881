import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { Deeds } from '../shell/deed.js';
import { SelectFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { oneOf } from '../shell/search.js';
import { Empty, Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { AssignmentTable } from './assignment-table.js';
import { assignmentStates, type RoleSearch } from './role-search.js';

const route = getRouteApi('/inside/organisation/roles');

/** Who holds which role, and what waits for a second person. */
export function RolesPage() {
  const { t } = useTranslation();
  const { holds } = useMe();
  const search = route.useSearch();
  const { page = 1 } = search;
  const navigate = route.useNavigate();
  const roles = useQuery(queries.roles);
  const assignments = useQuery({
    ...organisationQueries.assignments({ state: search.state, role: search.role, page }),
    placeholderData: keepPreviousData,
  });
  const change = (changed: { readonly [Name in keyof RoleSearch]: RoleSearch[Name] | undefined }): void => {
    void navigate({ search: (now) => ({ ...now, ...changed, page: undefined }), replace: true });
  };
  return (
    <Page
      title={t('roles.pageTitle')}
      trail={useOrganisationTrail()}
      tools={
        holds('administrator') && (
          <Link to="/organisation/roles/new" className="ams-button ams-button--primary">
            {t('roles.give')}
          </Link>
        )
      }
    >
      <Paragraph className="measure">{t('roles.lead')}</Paragraph>
      <div className="filters" role="search" aria-label={t('roles.pageTitle')}>
        <SelectFilter
          id="state"
          label={t('roles.state')}
          value={search.state ?? ''}
          choose={(value) => change({ state: oneOf(assignmentStates, value) })}
        >
          <option value="">{t('roles.allStates')}</option>
          {assignmentStates.map((state) => (
            <option key={state} value={state}>
              {t(`roles.states.${state}`)}
            </option>
          ))}
        </SelectFilter>
        <SelectFilter
          id="role"
          label={t('roles.role')}
          value={search.role ?? ''}
          choose={(value) => change({ role: roles.data?.find(({ role }) => role === value)?.role })}
        >
          <option value="">{t('roles.allRoles')}</option>
          {roles.data?.map(({ role, name }) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </SelectFilter>
      </div>
      <Deeds>
        <Loaded query={assignments} rows={8}>
          {({ items, total, pageSize }) => (
            <>
              <p role="status" className="found">
                {t('roles.found', { count: total })}
              </p>
              {items.length === 0 ? (
                <Empty>{search.state === 'waiting' ? t('roles.noneWaiting') : t('roles.none')}</Empty>
              ) : (
                <AssignmentTable assignments={items} label={t('roles.pageTitle')} />
              )}
              <Paging page={page} pageSize={pageSize} total={total} />
            </>
          )}
        </Loaded>
      </Deeds>
    </Page>
  );
}
