import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { organisationQueries } from '../organisation/queries.js';
import { usePeriod } from '../people/period.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page, Section } from '../shell/page.js';
import { personValue } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded, Only } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { DepartmentFields } from './department-fields.js';

type Department = Schemas['DepartmentDetails'];

const route = getRouteApi('/inside/organisation/departments/$departmentId');
const changing = getRouteApi('/inside/organisation/departments/$departmentId/change');
const ending = getRouteApi('/inside/organisation/departments/$departmentId/end');

function useDepartmentTrail() {
  const { t } = useTranslation();
  return [
    ...useOrganisationTrail(),
    { label: t('departments.title'), to: '/organisation/departments' },
  ] as const;
}

export function DepartmentPage() {
  const { t } = useTranslation();
  const { departmentId } = route.useParams();
  const department = useQuery(organisationQueries.department(departmentId));
  const departments = useQuery(organisationQueries.departments());
  const params = { departmentId };
  return (
    <Page
      title={department.data?.name ?? t('departments.department')}
      trail={useDepartmentTrail()}
      tools={
        department.data?.may.change && (
          <>
            <Link
              to="/organisation/departments/$departmentId/change"
              params={params}
              className="ams-button ams-button--secondary"
            >
              {t('departments.change')}
            </Link>
            <Link
              to="/organisation/departments/$departmentId/end"
              params={params}
              className="ams-button ams-button--tertiary"
            >
              {t('departments.end')}
            </Link>
          </>
        )
      }
    >
      <Loaded query={department} rows={2}>
        {(found) => (
          <Loaded query={departments} rows={2}>
            {(all) => <Details department={found} all={all} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface DetailsProps {
  readonly department: Department;
  /** Those there are today. */
  readonly all: readonly Schemas['DepartmentView'][];
}

function Details({ department, all }: DetailsProps) {
  const { t } = useTranslation();
  const period = usePeriod();
  const nameOf = (id: string | null | undefined): string =>
    id ? (all.find((one) => one.id === id)?.name ?? t('departments.notNow')) : t('departments.top');
  const { id, kind, code, parentId, manager, periods, may } = department;
  return (
    <>
      <Facts>
        <Fact term={t('departments.kind')}>{kind}</Fact>
        <Fact term={t('departments.code')}>{code}</Fact>
        <Fact term={t('departments.parent')}>{nameOf(parentId)}</Fact>
        <Fact term={t('departments.manager')}>
          {manager ? (
            <Link to="/organisation/persons/$personId" params={{ personId: manager.personId }}>
              {manager.name}
            </Link>
          ) : (
            t('departments.nobody')
          )}
        </Fact>
      </Facts>
      <p className="tools section">
        <Link to="/organisation/persons" search={{ department: id }}>
          {t('departments.people')}
        </Link>
        {may.change && (
          <Link to="/organisation/departments/new" search={{ parent: id }}>
            {t('departments.addBelow')}
          </Link>
        )}
      </p>
      {periods && (
        <Section id="periods" title={t('departments.periods')}>
          <Table
            label={t('departments.periods')}
            rows={periods.toReversed()}
            keyOf={({ validFrom }) => validFrom}
            columns={[
              { key: 'when', head: t('lists.when'), isName: true, cell: period },
              { key: 'name', head: t('departments.name'), cell: ({ name }) => name },
              { key: 'parent', head: t('departments.parent'), cell: (one) => nameOf(one.parentId) },
              {
                key: 'manager',
                head: t('departments.manager'),
                cell: (one) => one.manager?.name ?? t('departments.nobody'),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

export function ChangeDepartmentPage() {
  const { t } = useTranslation();
  const { departmentId } = changing.useParams();
  const department = useQuery(organisationQueries.department(departmentId));
  return (
    <Page title={t('departments.change')} trail={useDepartmentTrail()} isForm>
      <Loaded query={department}>
        {(found) => (
          <Only may={found.may.change}>
            <ChangeForm department={found} />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

function ChangeForm({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  const navigate = changing.useNavigate();
  const { id, name, code, kind, parentId, manager } = department;
  const back = { to: '/organisation/departments/$departmentId', params: { departmentId: id } } as const;
  return (
    <RecordForm
      version={department.version}
      values={{
        from: '',
        until: '',
        name,
        code,
        kind,
        parentId: parentId ?? '',
        managerId: personValue(manager),
      }}
      submit={t('departments.saveChange')}
      cancel={<Cancel {...back} />}
      save={({ from, until }, { parentId: parent, managerId, ...changed }, begun) =>
        answerOf(
          api.POST('/departments/{departmentId}/_change', {
            params: { path: { departmentId: id }, header: seen(begun) },
            body: {
              ...changed,
              from,
              until: until || null,
              ...(parent !== undefined && { parentId: parent || null }),
              ...(managerId && { managerId: managerId.id || null }),
            },
          }),
        )
      }
      done={() => void navigate(back)}
    >
      <DayField
        name="from"
        label={t('forms.from')}
        hint={t('forms.fromHint')}
        needed={t('forms.fromNeeded')}
      />
      <DayField name="until" label={t('forms.until')} hint={t('forms.untilHint')} />
      <DepartmentFields departmentId={id} />
    </RecordForm>
  );
}

export function EndDepartmentPage() {
  const { t } = useTranslation();
  const { departmentId } = ending.useParams();
  const department = useQuery(organisationQueries.department(departmentId));
  return (
    <Page title={t('departments.end')} trail={useDepartmentTrail()} isForm>
      <Loaded query={department}>
        {(found) => (
          <Only may={found.may.change}>
            <EndForm department={found} />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

function EndForm({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  const navigate = ending.useNavigate();
  const { id, name } = department;
  const back = { to: '/organisation/departments/$departmentId', params: { departmentId: id } } as const;
  return (
    <>
      <Paragraph className="measure">{t('departments.endLead', { name })}</Paragraph>
      <RecordForm
        version={department.version}
        values={{ lastDay: department.periods?.at(-1)?.validTo ?? '' }}
        submit={t('departments.saveEnd')}
        cancel={<Cancel {...back} />}
        save={({ lastDay }, _, begun) =>
          answerOf(
            api.POST('/departments/{departmentId}/_end', {
              params: { path: { departmentId: id }, header: seen(begun) },
              body: { lastDay: lastDay || null },
            }),
          )
        }
        done={() => void navigate(back)}
      >
        <DayField name="lastDay" label={t('forms.lastDay')} hint={t('forms.lastDayHint')} />
      </RecordForm>
    </>
  );
}
