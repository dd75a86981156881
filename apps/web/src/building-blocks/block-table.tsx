import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { type SortableColumn, SortableTable } from '../shell/sortable-table.js';
import { Tag } from '../shell/tag.js';
import { JudgementTag } from './judgement.js';
import { judgements } from './block-search.js';
import { aspects, type Basis, type Block, isOverdue, judgementOf } from './state.js';

interface BlockTableProps {
  readonly blocks: readonly Block[];
  readonly today: string;
  readonly basis: Basis;
}

/** The blocks with what matters of them; on a phone a short list. */
export function BlockTable({ blocks, today, basis }: BlockTableProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const columns: readonly SortableColumn<Block>[] = [
    {
      key: 'name',
      head: t('system.block'),
      isName: true,
      sortBy: ({ code }) => code,
      cell: ({ id, code, name }) => (
        <Link to="/building-blocks/$buildingBlockId" params={{ buildingBlockId: id }}>
          {code} {name}
        </Link>
      ),
    },
    {
      key: 'owner',
      head: t('system.owner'),
      isPlain: true,
      sortBy: ({ owner }) => owner?.name,
      cell: ({ owner }) => owner?.name ?? t('system.noOwner'),
    },
    {
      key: 'review',
      head: t('system.nextReview'),
      sortBy: ({ nextReviewOn }) => nextReviewOn ?? undefined,
      cell: ({ nextReviewOn }) => (
        <>
          {nextReviewOn && <span className="day">{day(nextReviewOn)}</span>}{' '}
          {isOverdue({ nextReviewOn }, today) && (
            <Tag tone="late" icon="clock">
              {t('system.late')}
            </Tag>
          )}
        </>
      ),
    },
    ...aspects.map((aspect) => ({
      key: aspect,
      head: t(`aspects.${aspect}`),
      sortBy: (block: Block) => judgements.indexOf(judgementOf(block, aspect, basis)),
      cell: (block: Block) => <JudgementTag judgement={judgementOf(block, aspect, basis)} />,
    })),
  ];
  return (
    <SortableTable
      isCompact
      label={t('system.tableTitle')}
      columns={columns}
      rows={blocks}
      keyOf={({ id }) => id}
    />
  );
}
