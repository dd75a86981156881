import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../shell/page.js';
import { Empty } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { ActionsThisYear } from './actions-this-year.js';
import type { BlockDetails } from './use-block.js';

/** What is done for it this year. */
export function BlockActions({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  return (
    <ActionsThisYear buildingBlockId={block.id}>
      {(actions, year) => (
        <Section id="actions" title={t('block.actions', { year })}>
          {actions.length === 0 ? (
            <Empty>{t('block.noActions', { year })}</Empty>
          ) : (
            <Table
              label={t('block.actions', { year })}
              rows={actions}
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
          )}
        </Section>
      )}
    </ActionsThisYear>
  );
}
