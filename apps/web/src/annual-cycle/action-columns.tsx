import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SortableColumn } from '../shell/sortable-table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { type Action, statuses } from './action-search.js';
import { useBlockNames } from './use-year.js';

type Columns = Readonly<Record<'title' | 'block' | 'owner' | 'quarter' | 'status', SortableColumn<Action>>>;

/** What a table of the actions of a year tells of each. */
export function useActionColumns(year: number): Columns {
  const { t } = useTranslation();
  const nameOf = useBlockNames();
  return {
    title: {
      key: 'title',
      head: t('cycle.action'),
      isName: true,
      sortBy: ({ number }) => number,
      cell: ({ id, number, title }) => (
        <Link to="/annual-cycles/$year/actions/$actionId" params={{ year: String(year), actionId: id }}>
          {number}. {title}
        </Link>
      ),
    },
    block: {
      key: 'block',
      head: t('cycle.block'),
      sortBy: ({ buildingBlockId }) => nameOf(buildingBlockId),
      cell: ({ buildingBlockId }) => nameOf(buildingBlockId),
    },
    owner: {
      key: 'owner',
      head: t('cycle.owner'),
      sortBy: ({ owner }) => owner?.name,
      cell: ({ owner }) => owner?.name ?? t('cycle.nobody'),
    },
    quarter: {
      key: 'quarter',
      head: t('cycle.quarter'),
      isNumber: true,
      sortBy: ({ quarter }) => quarter,
      cell: ({ quarter }) => quarter,
    },
    status: {
      key: 'status',
      head: t('cycle.status'),
      sortBy: ({ status }) => statuses.indexOf(status),
      cell: ({ status }) => <ActionStatusTag status={status} />,
    },
  };
}
