import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { administrators, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { useDates } from '../shell/dates.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page, Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { AccountStateTag, SecondProof } from './account-state.js';
import { useAccountTrail } from './account-trail.js';

type Account = Schemas['AccountView'];

const route = getRouteApi('/inside/organisation/accounts/$accountId');

/** One account: how it is signed in with, and what its administrator can do to it. */
export function AccountPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const account = useQuery(organisationQueries.account(accountId));
  const name = account.data?.personName;
  return (
    <Page
      key={accountId}
      title={name ? t('accounts.of', { name }) : t('accounts.account')}
      trail={useAccountTrail()}
      roles={administrators}
    >
      <Deeds>
        <Loaded query={account} rows={5}>
          {(found) => (
            <>
              <AccountFacts account={found} />
              <Section id="deeds" title={t('accounts.deeds')}>
                <AccountDeeds account={found} />
              </Section>
            </>
          )}
        </Loaded>
      </Deeds>
    </Page>
  );
}

interface AccountProps {
  readonly account: Account;
}

function AccountFacts({ account }: AccountProps) {
  const { t } = useTranslation();
  const { dayOf } = useDates();
  const { personId, personName, signInName, email, state, deactivatedAt } = account;
  return (
    <Facts>
      <Fact term={t('accounts.holder')}>
        <Link to="/organisation/persons/$personId" params={{ personId }}>
          {personName}
        </Link>
      </Fact>
      <Fact term={t('accounts.state')}>
        <AccountStateTag state={state} />
      </Fact>
      {deactivatedAt && <Fact term={t('accounts.deactivatedOn')}>{dayOf(deactivatedAt)}</Fact>}
      <Fact term={t('accounts.signInName')}>{signInName}</Fact>
      <Fact term={t('people.email')}>{email ?? t('accounts.noEmail')}</Fact>
      <Fact term={t('accounts.factor')}>
        <SecondProof {...account} />
      </Fact>
    </Facts>
  );
}

function AccountDeeds({ account }: AccountProps) {
  const { t } = useTranslation();
  const { personId: mine } = useMe();
  const { id, personId, personName: name, state, email, hasSecondFactor } = account;
  const path = { accountId: id };
  const change = { path, header: seen(account) };
  if (personId === mine)
    return (
      <Paragraph className="measure">
        {t('accounts.yourOwn')} <Link to="/account">{t('accounts.toYourOwn')}</Link>
      </Paragraph>
    );
  if (state === 'deactivated')
    return (
      <ul className="plain-list deeds">
        <Deed explained={t('accounts.reactivateText', { name })}>
          <DeedButton
            label={t('accounts.reactivate')}
            of={name}
            ask={() => answerOf(api.POST('/accounts/{accountId}/_reactivate', { params: change }))}
            told={t('accounts.reactivated', { name })}
          />
        </Deed>
      </ul>
    );
  return (
    <ul className="plain-list deeds">
      {email && (
        <Deed explained={t('accounts.inviteText')}>
          <DeedButton
            label={t('accounts.invite')}
            of={name}
            ask={() => answerOf(api.POST('/accounts/{accountId}/invitations', { params: { path } }))}
            told={t('accounts.invited', { name })}
          />
        </Deed>
      )}
      <Deed explained={t(email ? 'accounts.changeAddressText' : 'accounts.addressFirst')}>
        <Link
          to="/organisation/accounts/$accountId/address"
          params={path}
          className="ams-button ams-button--secondary small-button"
        >
          {t('accounts.changeAddress')}
          <span className="ams-visually-hidden"> {name}</span>
        </Link>
      </Deed>
      {hasSecondFactor && email && (
        <Deed explained={t('accounts.restoreText', { name })}>
          <DeedButton
            label={t('accounts.restore')}
            of={name}
            ask={() =>
              answerOf(api.POST('/accounts/{accountId}/second-factor-restorations', { params: { path } }))
            }
            told={t('accounts.restorationAsked', { name })}
          />
        </Deed>
      )}
      <Deed explained={t('accounts.deactivateText')}>
        <DeedButton
          label={t('accounts.deactivate')}
          of={name}
          ask={() => answerOf(api.POST('/accounts/{accountId}/_deactivate', { params: change }))}
          told={t('accounts.deactivated', { name })}
          question={{
            title: t('accounts.deactivateTitle', { name }),
            text: t('accounts.deactivateQuestion', { name }),
            yes: t('accounts.deactivateIt'),
            no: t('accounts.keep'),
          }}
        />
      </Deed>
    </ul>
  );
}

/** What can be done, with what comes of it in a line beside it. */
function Deed({ explained, children }: { readonly explained: string; readonly children: ReactNode }) {
  return (
    <li>
      <p>{explained}</p>
      {children}
    </li>
  );
}
