import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, historyReaders, keepers, roleReaders, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { AssignmentTable } from '../roles/assignment-table.js';
import { useDates } from '../shell/dates.js';
import { DayFilter } from '../shell/day-filter.js';
import { Deeds } from '../shell/deed.js';
import { Page, Section } from '../shell/page.js';
import { Empty, IfPermitted, Loaded } from '../shell/states.js';
import { Heading, Paragraph } from '../ui.js';
import { usePeriod } from './period.js';

const route = getRouteApi('/inside/organisation/persons/$personId');

/** Somebody who works here: since when, where, under whom, with whom, and in which roles. */
export function PersonPage() {
  const { t } = useTranslation();
  const { personId } = route.useParams();
  const person = useQuery(queries.person(personId));
  const trail = useOrganisationTrail();
  const { holds } = useMe();
  return (
    <Page title={person.data?.name ?? t('people.person')} trail={trail} key={personId}>
      <Loaded query={person} rows={2}>
        {({ jobTitle }) => (
          <>
            {jobTitle && <Paragraph size="large">{jobTitle}</Paragraph>}
            <Employments personId={personId} />
            <Manager personId={personId} />
            <Team personId={personId} />
            {holds(...roleReaders) && <Roles personId={personId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Employments({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const { personId: mine, holds } = useMe();
  const employments = useQuery(organisationQueries.employments(personId));
  return (
    // How somebody works here is not for every colleague.
    <IfPermitted query={employments}>
      {(rows) => (
        <Section
          id="employments"
          title={t('employments.title')}
          tools={
            holds(...keepers) &&
            mine !== personId && (
              <Link
                to="/organisation/persons/$personId/employments/new"
                params={{ personId }}
                className="ams-button ams-button--secondary"
              >
                {t('employments.add')}
              </Link>
            )
          }
        >
          {rows.length === 0 ? (
            <Empty>{t('employments.none')}</Empty>
          ) : (
            <ul className="plain-list cards-list">
              {rows.map((employment) => (
                <li key={employment.id} className="card-line">
                  <EmploymentCard employment={employment} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </IfPermitted>
  );
}

function EmploymentCard({ employment }: { readonly employment: Schemas['EmploymentView'] }) {
  const { t } = useTranslation();
  const period = usePeriod();
  const { id, kind, personnelNumber, periods, may } = employment;
  const params = { employmentId: id };
  return (
    <>
      <Heading level={3}>{t(`employments.kinds.${kind}`)}</Heading>
      <p className="muted">
        {t('employments.numbered', { number: personnelNumber })}, {period(employment)}
      </p>
      <ol className="plain-list timeline">
        {periods.toReversed().map((one) => (
          <li key={one.validFrom}>
            <p className="timeline-head">
              <strong>{one.department.name}</strong> {one.jobFunction?.name}
            </p>
            <p className="muted">{period(one)}</p>
            <p>
              {one.hoursPerWeek !== null && one.hoursPerWeek !== undefined
                ? t('employments.hours', { hours: one.hoursPerWeek })
                : t('employments.hoursUnknown')}
              {one.manager && `. ${t('employments.ownManager', { name: one.manager.name })}`}
            </p>
          </li>
        ))}
      </ol>
      {may.change && (
        <div className="tools">
          <Link to="/organisation/employments/$employmentId/change" params={params}>
            {t('employments.change')}
          </Link>
          <Link to="/organisation/employments/$employmentId/correct" params={params}>
            {t('employments.correct')}
          </Link>
          <Link to="/organisation/employments/$employmentId/end" params={params}>
            {t('employments.end')}
          </Link>
        </div>
      )}
    </>
  );
}

function Manager({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { personId: mine, holds } = useMe();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const manager = useQuery(organisationQueries.manager(personId, on));
  return (
    <Section id="manager" title={t('people.manager')}>
      <div className="stack">
        {(holds(...historyReaders) || mine === personId) && (
          <DayFilter
            hasToday
            id="on"
            label={t('people.managerOn')}
            value={on}
            choose={(chosen) => void navigate({ search: { on: chosen }, replace: true, resetScroll: false })}
          />
        )}
        <Loaded query={manager} rows={1}>
          {({ on: that, manager: found }) => (
            <p role="status">
              {found ? (
                <>
                  {t('people.managedBy', { day: day(that) })}{' '}
                  <Link to="/organisation/persons/$personId" params={{ personId: found.personId }}>
                    {found.name}
                  </Link>
                </>
              ) : (
                t('people.managedByNobody', { day: day(that) })
              )}
            </p>
          )}
        </Loaded>
      </div>
    </Section>
  );
}

/** Nothing for whoever manages nobody. */
function Team({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const team = useQuery(organisationQueries.team(personId));
  return (
    <IfPermitted query={team}>
      {({ total, items }) =>
        total > 0 && (
          <Section id="team" title={t('people.team', { count: total })}>
            <ul className="list">
              {items.map(({ id, name, jobTitle }) => (
                <li key={id}>
                  <Link to="/organisation/persons/$personId" params={{ personId: id }}>
                    {name}
                  </Link>
                  {jobTitle && <span className="muted"> {jobTitle}</span>}
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </IfPermitted>
  );
}

function Roles({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const { personId: mine, holds } = useMe();
  const assignments = useQuery(organisationQueries.assignments({ personId, pageSize: 200 }));
  return (
    <Section
      id="roles"
      title={t('roles.title')}
      tools={
        holds(...administrators) &&
        mine !== personId && (
          <Link
            to="/organisation/roles/new"
            search={{ person: personId }}
            className="ams-button ams-button--secondary"
          >
            {t('roles.give')}
          </Link>
        )
      }
    >
      <Deeds>
        <Loaded query={assignments} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('roles.noneOfPerson')}</Empty>
            ) : (
              <AssignmentTable assignments={items} label={t('roles.title')} isOfOne />
            )
          }
        </Loaded>
      </Deeds>
    </Section>
  );
}
