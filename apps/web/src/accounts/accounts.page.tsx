import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { TextFilter } from '../shell/filters.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';

type Account = Schemas['AccountView'];

const route = getRouteApi('/inside/organisation/accounts');

const looks: Record<Schemas['AccountState'], readonly [TagTone, TagIcon]> = {
  invited: ['info', 'clock'],
  active: ['ok', 'check'],
  deactivated: ['plain', 'cross'],
};

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

function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  return (
    <Deeds>
      <Table
        label={t('accounts.title')}
        rows={accounts}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('people.name'),
            isName: true,
            cell: ({ personId, personName }) => (
              <Link to="/organisation/persons/$personId" params={{ personId }}>
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
          {
            key: 'state',
            head: t('accounts.state'),
            cell: ({ state }) => {
              const [tone, icon] = looks[state];
              return (
                <Tag tone={tone} icon={icon}>
                  {t(`accounts.states.${state}`)}
                </Tag>
              );
            },
          },
          {
            key: 'factor',
            head: t('accounts.factor'),
            cell: ({ hasSecondFactor, isTied }) =>
              isTied
                ? t('accounts.tied')
                : hasSecondFactor
                  ? t('accounts.hasFactor')
                  : t('accounts.noFactor'),
          },
          { key: 'action', head: t('lists.action'), cell: (account) => <Actions account={account} /> },
        ]}
      />
    </Deeds>
  );
}

function Actions({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { personId: mine } = useMe();
  const { id, personId, personName: name, state, hasSecondFactor } = account;
  const path = { accountId: id };
  const change = { path, header: seen(account) };
  // What is done to one's own account another administrator does.
  if (personId === mine) return null;
  return (
    <span className="tools">
      {state === 'deactivated' ? (
        <DeedButton
          label={t('accounts.reactivate')}
          of={name}
          ask={() => answerOf(api.POST('/accounts/{accountId}/_reactivate', { params: change }))}
          told={t('accounts.reactivated', { name })}
        />
      ) : (
        <>
          <DeedButton
            label={t('accounts.invite')}
            of={name}
            ask={() => answerOf(api.POST('/accounts/{accountId}/invitations', { params: { path } }))}
            told={t('accounts.invited', { name })}
          />
          <Link to="/organisation/accounts/$accountId/address" params={path}>
            {t('accounts.changeAddress')}
            <span className="ams-visually-hidden"> {name}</span>
          </Link>
          {hasSecondFactor && (
            <DeedButton
              label={t('accounts.restore')}
              of={name}
              ask={() =>
                answerOf(api.POST('/accounts/{accountId}/second-factor-restorations', { params: { path } }))
              }
              told={t('accounts.restorationAsked', { name })}
            />
          )}
          <DeedButton
            label={t('accounts.deactivate')}
            of={name}
            ask={() => answerOf(api.POST('/accounts/{accountId}/_deactivate', { params: change }))}
            told={t('accounts.deactivated', { name })}
          />
        </>
      )}
    </span>
  );
}
