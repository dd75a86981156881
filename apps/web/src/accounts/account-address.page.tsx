import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { Cancel } from '../shell/cancel.js';
import { tellOnArrival } from '../shell/arrival.js';
import { TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';

const route = getRouteApi('/inside/organisation/accounts/$accountId/address');
const list = { to: '/organisation/accounts' } as const;

/** Corrects where mail for an account goes, such as after a slip of the pen. */
export function AccountAddressPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const navigate = useNavigate();
  const trail = useOrganisationTrail();
  const account = useQuery(organisationQueries.account(accountId));
  return (
    <Page
      key={accountId}
      title={t('accounts.changeAddress')}
      trail={[...trail, { label: t('accounts.title'), ...list }]}
      roles={administrators}
    >
      <Loaded query={account} rows={1}>
        {({ version, personName: name, email }) => (
          <div className="stack">
            <Paragraph className="measure">{t('accounts.addressLead', { name })}</Paragraph>
            <RecordForm
              version={version}
              values={{ email: email ?? '' }}
              submit={t('accounts.saveAddress')}
              cancel={<Cancel {...list} />}
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
                void navigate(list);
              }}
            >
              <TextField
                name="email"
                label={t('people.email')}
                hint={t('accounts.emailHint')}
                needed={t('accounts.emailNeeded')}
                type="email"
              />
            </RecordForm>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
