import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { usePeriod } from '../people/period.js';
import { DeedButton } from '../shell/deed.js';
import { useDates } from '../shell/dates.js';
import { type Column, Table } from '../shell/table.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import { seen } from '../shell/version.js';

type Assignment = Schemas['RoleAssignmentView'];
export type AssignmentState = Schemas['RoleAssignmentState'];

const looks: Record<AssignmentState, readonly [TagTone, TagIcon]> = {
  waiting: ['attention', 'clock'],
  future: ['info', 'clock'],
  'in-force': ['ok', 'check'],
  ended: ['plain', 'none'],
  withdrawn: ['plain', 'cross'],
};

interface AssignmentTableProps {
  readonly assignments: readonly Assignment[];
  readonly label: string;
  /** All are of the same person, who is named above. */
  readonly isOfOne?: boolean;
}

/** Roles with what may be done with each, inside `Deeds`: confirm as the second person, withdraw, end. */
export function AssignmentTable({ assignments, label, isOfOne = false }: AssignmentTableProps) {
  const { t } = useTranslation();
  const period = usePeriod();
  const { dayOf } = useDates();
  const person: Column<Assignment> = {
    key: 'person',
    head: t('people.name'),
    isName: true,
    cell: ({ person: { personId, name } }) => (
      <Link to="/organisation/persons/$personId" params={{ personId }}>
        {name}
      </Link>
    ),
  };
  const columns: readonly Column<Assignment>[] = [
    ...(isOfOne ? [] : [person]),
    {
      key: 'role',
      head: t('roles.role'),
      isName: isOfOne,
      cell: ({ roleName, substituteFor }) => (
        <>
          {roleName}
          {substituteFor && (
            <span className="task-note">{t('roles.standsInFor', { name: substituteFor.name })}</span>
          )}
        </>
      ),
    },
    {
      key: 'period',
      head: t('lists.when'),
      cell: (one) => (
        <>
          {period(one)}
          {one.endedAt && (
            <span className="task-note">{t('roles.endedOn', { day: dayOf(one.endedAt) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: t('roles.state'),
      cell: ({ state }) => {
        const [tone, icon] = looks[state];
        return (
          <Tag tone={tone} icon={icon}>
            {t(`roles.states.${state}`)}
          </Tag>
        );
      },
    },
    {
      key: 'given',
      head: t('roles.givenBy'),
      cell: ({ givenBy, givenAt, confirmedBy, signInName, email }) => (
        <>
          {givenBy?.name ?? t('roles.bySystem')}
          <span className="task-note">{dayOf(givenAt)}</span>
          {confirmedBy && (
            <span className="task-note">{t('roles.confirmedBy', { name: confirmedBy.name })}</span>
          )}
          {signInName && (
            <span className="task-note">
              {t('roles.account', { signInName, email: email ?? t('accounts.noEmail') })}
            </span>
          )}
        </>
      ),
    },
  ];
  const mayDoSomething = assignments.some(({ may }) => may.confirm || may.withdraw || may.end);
  const actions: Column<Assignment> = {
    key: 'action',
    head: t('lists.action'),
    cell: (assignment) => <Actions assignment={assignment} />,
  };
  return (
    <Table
      label={label}
      rows={assignments}
      keyOf={({ id }) => id}
      columns={mayDoSomething ? [...columns, actions] : columns}
    />
  );
}

function Actions({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation();
  const { id, may, person, roleName } = assignment;
  const params = { path: { assignmentId: id }, header: seen(assignment) };
  const of = t('roles.of', { role: roleName, name: person.name });
  return (
    <span className="tools">
      {may.confirm && (
        <DeedButton
          label={t('roles.confirm')}
          of={of}
          ask={() => answerOf(api.POST('/role-assignments/{assignmentId}/_confirm', { params }))}
          told={t('roles.confirmed', { role: roleName, name: person.name })}
        />
      )}
      {may.withdraw && (
        <DeedButton
          label={t('roles.withdraw')}
          of={of}
          ask={() => answerOf(api.POST('/role-assignments/{assignmentId}/_withdraw', { params }))}
          told={t('roles.withdrawn', { role: roleName, name: person.name })}
        />
      )}
      {may.end && (
        <Link to="/organisation/roles/$assignmentId/end" params={{ assignmentId: id }}>
          {t('roles.end')}
          <span className="ams-visually-hidden"> {of}</span>
        </Link>
      )}
    </span>
  );
}
