import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { administrators } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { useSettingsTrail } from '../settings/settings-trail.js';
import { useDates } from '../shell/dates.js';
import { Deeds } from '../shell/deed.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page, Section } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import { Paragraph } from '../ui.js';
import { type ProvisioningToken, WithdrawToken } from './withdraw-token.js';

const route = getRouteApi('/inside/organisation/provisioning-tokens');

const looks: Record<ProvisioningToken['state'], readonly [TagTone, TagIcon]> = {
  counts: ['ok', 'check'],
  ended: ['attention', 'clock'],
  withdrawn: ['plain', 'cross'],
};

/** How the directory of the organisation tells who works here: where it reaches us, and with which tokens. */
export function TokensPage() {
  const { t } = useTranslation();
  const { page = 1 } = route.useSearch();
  const tokens = useQuery({
    ...organisationQueries.provisioningTokens(page),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('provisioning.title')}
      trail={useSettingsTrail()}
      roles={administrators}
      tools={
        <Link to="/organisation/provisioning-tokens/new" className="ams-button ams-button--primary">
          {t('provisioning.make')}
        </Link>
      }
    >
      <Paragraph className="measure">{t('provisioning.lead')}</Paragraph>
      <Section id="connect" title={t('provisioning.connect')}>
        <div className="stack">
          <Paragraph className="measure">{t('provisioning.connectLead')}</Paragraph>
          <Facts>
            <Fact term={t('provisioning.address')}>
              <code className="secret">{`${window.location.origin}/scim/v2`}</code>
            </Fact>
            <Fact term={t('provisioning.method')}>{t('provisioning.methodText')}</Fact>
            <Fact term={t('provisioning.what')}>{t('provisioning.whatText')}</Fact>
          </Facts>
        </div>
      </Section>
      <Section id="tokens" title={t('provisioning.tokens')}>
        <Deeds>
          <Loaded query={tokens}>
            {({ items, total, pageSize }) => (
              <>
                {items.length === 0 ? <Empty>{t('provisioning.none')}</Empty> : <TokenTable tokens={items} />}
                <Paging page={page} pageSize={pageSize} total={total} hash="tokens" />
              </>
            )}
          </Loaded>
        </Deeds>
      </Section>
    </Page>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly ProvisioningToken[] }) {
  const { t } = useTranslation();
  const { day, dayOf } = useDates();
  return (
    <Table
      label={t('provisioning.tokens')}
      rows={tokens}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'label',
          head: t('provisioning.label'),
          isName: true,
          cell: ({ label, madeAt }) => (
            <>
              {label}
              <span className="task-note">{t('provisioning.madeOn', { day: dayOf(madeAt) })}</span>
            </>
          ),
        },
        {
          key: 'state',
          head: t('provisioning.state'),
          cell: ({ state, withdrawnAt }) => {
            const [tone, icon] = looks[state];
            return (
              <>
                <Tag tone={tone} icon={icon}>
                  {t(`provisioning.states.${state}`)}
                </Tag>
                {withdrawnAt && (
                  <span className="task-note">
                    {t('provisioning.withdrawnOn', { day: dayOf(withdrawnAt) })}
                  </span>
                )}
              </>
            );
          },
        },
        { key: 'last', head: t('provisioning.lastDay'), cell: ({ lastDay }) => day(lastDay) },
        {
          key: 'used',
          head: t('provisioning.lastUsed'),
          cell: ({ lastUsedOn }) => (lastUsedOn ? day(lastUsedOn) : t('provisioning.neverUsed')),
        },
        {
          key: 'action',
          head: t('lists.action'),
          cell: (token) => token.state !== 'withdrawn' && <WithdrawToken token={token} />,
        },
      ]}
    />
  );
}
