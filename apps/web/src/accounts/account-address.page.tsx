import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { administrators } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { useAccountTrail } from './account-trail.js';
import { MailAddressField } from './mail-address-field.js';

const route = getRouteApi('/inside/organisation/accounts/$accountId/address');

/** Corrects where mail for an account goes, such as after a slip of the pen. */
export function AccountAddressPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const navigate = useNavigate();
  const account = useQuery(organisationQueries.account(accountId));
  const above = { to: '/organisation/accounts/$accountId', params: { accountId } } as const;
  const label = account.data?.personName ?? t('accounts.account');
  return (
    <Page
      key={accountId}
      title={t('accounts.changeAddress')}
      trail={[...useAccountTrail(), { label, ...above }]}
      roles={administrators}
      isForm
    >
      <Loaded query={account} rows={1}>
        {({ version, personName: name, email }) => (
          <div className="stack">
            <Paragraph className="measure">{t('accounts.addressLead', { name })}</Paragraph>
            <RecordForm
              version={version}
              values={{ email: email ?? '' }}
              submit={t('accounts.saveAddress')}
              cancel={<Cancel {...above} />}
              save={(body, _, begun) =>
                answerOf(
                  api.PATCH('/accounts/{accountId}', {
                    params: { path: { accountId }, header: seen(begun) },
                    body,
                  }),
                )
              }
              done={() => {
                tellOnArrival(t('accounts.addressSaved', { name }));
                void navigate(above);
              }}
            >
              <MailAddressField />
            </RecordForm>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
