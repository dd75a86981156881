import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, secondPersons, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';

type Restoration = Schemas['SecondFactorRestorationView'];

const route = getRouteApi('/inside/organisation/second-factor-restorations');

const looks: Record<Schemas['RestorationState'], readonly [TagTone, TagIcon]> = {
  waiting: ['attention', 'clock'],
  confirmed: ['ok', 'check'],
  withdrawn: ['plain', 'cross'],
};

/** Who lost their authenticator app: asked by one, confirmed by another. */
export function RestorationsPage() {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { holds } = useMe();
  const { page = 1 } = route.useSearch();
  const restorations = useQuery({
    ...organisationQueries.restorations(page),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('restorations.title')} trail={useOrganisationTrail()} roles={secondPersons}>
      <Paragraph className="measure">
        {t('restorations.lead')}{' '}
        {holds(...administrators) && <Link to="/organisation/accounts">{t('restorations.toAccounts')}</Link>}
      </Paragraph>
      <div className="section">
        <Loaded query={restorations}>
          {({ items, total, pageSize }) => (
            <Deeds>
              {items.length === 0 ? (
                <Empty>{t('restorations.none')}</Empty>
              ) : (
                <Table
                  label={t('restorations.title')}
                  rows={items}
                  keyOf={({ id }) => id}
                  columns={[
                    { key: 'name', head: t('people.name'), isName: true, cell: ({ person }) => person.name },
                    {
                      key: 'asked',
                      head: t('restorations.asked'),
                      cell: ({ requestedBy, requestedAt }) => (
                        <>
                          {requestedBy.name}
                          <span className="task-note">{moment(requestedAt)}</span>
                        </>
                      ),
                    },
                    {
                      key: 'state',
                      head: t('restorations.state'),
                      cell: ({ state, confirmedBy }) => {
                        const [tone, icon] = looks[state];
                        return (
                          <>
                            <Tag tone={tone} icon={icon}>
                              {t(`restorations.states.${state}`)}
                            </Tag>
                            {confirmedBy && <span className="task-note">{confirmedBy.name}</span>}
                          </>
                        );
                      },
                    },
                    {
                      key: 'action',
                      head: t('lists.action'),
                      cell: (restoration) => <Actions restoration={restoration} />,
                    },
                  ]}
                />
              )}
              <Paging page={page} pageSize={pageSize} total={total} />
            </Deeds>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Actions({ restoration }: { readonly restoration: Restoration }) {
  const { t } = useTranslation();
  const { id, may, person } = restoration;
  const params = { path: { restorationId: id }, header: seen(restoration) };
  const { name } = person;
  return (
    <span className="tools">
      {may.confirm && (
        <DeedButton
          label={t('restorations.confirm')}
          of={name}
          ask={() => answerOf(api.POST('/second-factor-restorations/{restorationId}/_confirm', { params }))}
          told={t('restorations.confirmed', { name })}
        />
      )}
      {may.withdraw && (
        <DeedButton
          label={t('restorations.withdraw')}
          of={name}
          ask={() => answerOf(api.POST('/second-factor-restorations/{restorationId}/_withdraw', { params }))}
          told={t('restorations.withdrawn', { name })}
        />
      )}
    </span>
  );
}
