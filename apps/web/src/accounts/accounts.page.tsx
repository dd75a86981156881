import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { TextFilter } from '../shell/filters.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Paragraph } from '../ui.js';
import { AccountStateTag, SecondProof } from './account-state.js';

const route = getRouteApi('/inside/organisation/accounts');

/** Who can sign in, and how. */
export function AccountsPage() {
  const { t } = useTranslation();
  const { q, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useQuery({
    ...organisationQueries.accounts({ q, page }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('accounts.title')}
      trail={useOrganisationTrail()}
      roles={administrators}
      tools={
        <Link to="/organisation/accounts/new" className="ams-button ams-button--primary">
          {t('accounts.add')}
        </Link>
      }
    >
      <Paragraph className="measure">{t('accounts.lead')}</Paragraph>
      <div className="filters" role="search" aria-label={t('accounts.title')}>
        <TextFilter
          id="q"
          label={t('people.search')}
          value={q}
          choose={(wanted) => void navigate({ search: { q: wanted }, replace: true })}
          meant={(typed) => typed.trim() || undefined}
        />
      </div>
      <Loaded query={accounts} rows={8}>
        {({ items, total, pageSize }) => (
          <div aria-busy={accounts.isPlaceholderData}>
            <p role="status" className="found">
              {t('accounts.found', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>{t(q ? 'accounts.noneFound' : 'accounts.none')}</Empty>
            ) : (
              <AccountTable accounts={items} />
            )}
            <Paging page={page} pageSize={pageSize} total={total} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly Schemas['AccountView'][] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('accounts.title')}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('people.name'),
          isName: true,
          cell: ({ id, personName }) => (
            <Link to="/organisation/accounts/$accountId" params={{ accountId: id }}>
              {personName}
            </Link>
          ),
        },
        {
          key: 'sign-in',
          head: t('accounts.signInName'),
          cell: ({ signInName, email }) => (
            <>
              {signInName}
              {email !== signInName && <span className="task-note">{email ?? t('accounts.noEmail')}</span>}
            </>
          ),
        },
        { key: 'factor', head: t('accounts.factor'), cell: (account) => <SecondProof {...account} /> },
        { key: 'state', head: t('accounts.state'), cell: ({ state }) => <AccountStateTag state={state} /> },
      ]}
    />
  );
}
