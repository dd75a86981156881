import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { Section } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { cycleOf } from '../start/cycle.js';
import { blockQueries } from './queries.js';
import type { BlockDetails } from './use-block.js';

/** Who may not see the plan sees no heading of it either. */
export function BlockActions({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const cycles = useQuery(queries.annualCycles);
  const year = cycleOf(cycles.data?.items ?? [])?.year;
  const actions = useQuery({ ...blockQueries.actions(year ?? 0, block.id), enabled: year !== undefined });
  if (year === undefined || isProblem(actions.error, 'not-permitted', 'step-up-needed')) return null;
  return (
    <Section id="actions" title={t('block.actions', { year })}>
      <Loaded query={actions} rows={2}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('block.noActions', { year })}</Empty>;
          return (
            <Table
              label={t('block.actions', { year })}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  head: t('block.action'),
                  isName: true,
                  cell: ({ id, number, title }) => (
                    <Link
                      to="/annual-cycles/$year/actions/$actionId"
                      params={{ year: String(year), actionId: id }}
                    >
                      {number}. {title}
                    </Link>
                  ),
                },
                {
                  key: 'owner',
                  head: t('block.owner'),
                  cell: ({ owner }) => owner?.name ?? t('system.noOwner'),
                },
                { key: 'quarter', head: t('block.quarter'), cell: ({ quarter }) => quarter, isNumber: true },
                {
                  key: 'status',
                  head: t('block.status'),
                  cell: ({ status }) => <ActionStatusTag status={status} />,
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}
