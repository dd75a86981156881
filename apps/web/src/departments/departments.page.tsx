import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { colleagues, historyReaders, keepers, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { DayFilter } from '../shell/day-filter.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { branches } from './branches.js';

const route = getRouteApi('/inside/organisation/departments');

/** How the organisation is built, today or on another day. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const { holds } = useMe();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const departments = useQuery({
    ...organisationQueries.departments(on),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('departments.title')}
      trail={useOrganisationTrail()}
      roles={colleagues}
      tools={
        holds(...keepers) && (
          <Link to="/organisation/departments/new" className="ams-button ams-button--primary">
            {t('departments.add')}
          </Link>
        )
      }
    >
      {holds(...historyReaders) && (
        <div className="filters">
          <DayFilter
            hasToday
            id="on"
            label={t('lists.on')}
            value={on}
            choose={(day) => void navigate({ search: { on: day }, replace: true })}
          />
        </div>
      )}
      <Loaded query={departments} rows={8}>
        {(all) => (
          <>
            <p role="status" className="found">
              {t('departments.found', { count: all.length })}
            </p>
            {all.length === 0 ? (
              <Empty>{t('departments.none')}</Empty>
            ) : (
              <Branches departments={all} parentId={null} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface BranchesProps {
  readonly departments: readonly Schemas['DepartmentView'][];
  readonly parentId: string | null;
}

function Branches({ departments, parentId }: BranchesProps) {
  return (
    <ul className="plain-list tree">
      {branches(departments, parentId).map((department) => (
        <Branch key={department.id} department={department} departments={departments} />
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly department: Schemas['DepartmentView'];
  readonly departments: readonly Schemas['DepartmentView'][];
}

function Branch({ department, departments }: BranchProps) {
  const { t } = useTranslation();
  const { id, name, kind, manager } = department;
  const below = useId();
  const [isOpen, open] = useState(true);
  const hasBranches = branches(departments, id).length > 0;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className="tree-line">
        {hasBranches ? (
          <button
            type="button"
            className="tree-button"
            aria-expanded={isOpen}
            aria-controls={below}
            aria-label={t('departments.below', { name })}
            onClick={() => open(!isOpen)}
          >
            <Icon aria-hidden focusable="false" />
          </button>
        ) : (
          <span className="tree-button" />
        )}
        <span>
          <Link to="/organisation/departments/$departmentId" params={{ departmentId: id }}>
            {name}
          </Link>{' '}
          <span className="muted">{kind}</span>
          <span className="task-note">
            {manager ? t('departments.managedBy', { name: manager.name }) : t('departments.managedByNobody')}
          </span>
        </span>
      </div>
      <div id={below} hidden={!isOpen}>
        {hasBranches && <Branches departments={departments} parentId={id} />}
      </div>
    </li>
  );
}
