import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepName } from '../annual-documents/step-name.js';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, houseStylists, useMe } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page, Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';

/** All that is set for the whole organisation, as it is now, with the way to change it. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { holds } = useMe();
  const isAdministrator = holds(...administrators);
  return (
    <Page title={t('settings.title')} trail={useOrganisationTrail()} roles={houseStylists}>
      <Paragraph className="measure">{t('settings.lead')}</Paragraph>
      {isAdministrator && <Profile />}
      <Setting
        id="house-style"
        title={t('houseStyle.title')}
        lead={t('settings.houseStyleLead')}
        change={t('settings.houseStyleChange')}
        to="/organisation/house-style"
      />
      {isAdministrator && (
        <>
          <Route />
          <Provisioning />
          <Setting
            id="rights"
            title={t('settings.rights')}
            lead={t('settings.rightsLead')}
            change={t('settings.rightsChange')}
            to="/organisation/roles"
          />
          <Operator />
        </>
      )}
    </Page>
  );
}

interface SettingProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** What the link to change it says. */
  readonly change?: string;
  readonly to?: LinkProps['to'];
  /** How it is now. */
  readonly children?: ReactNode;
}

function Setting({ id, title, lead, change, to, children }: SettingProps) {
  return (
    <Section id={id} title={title}>
      <div className="stack measure">
        <Paragraph>{lead}</Paragraph>
        {children}
        {change && <Link to={to}>{change}</Link>}
      </div>
    </Section>
  );
}

function Profile() {
  const { t } = useTranslation();
  const profile = useQuery(queries.organisationProfile);
  return (
    <Setting
      id="profile"
      title={t('settings.profile')}
      lead={t('settings.profileLead')}
      change={t('settings.change')}
      to="/organisation/profile"
    >
      <Loaded query={profile} rows={2}>
        {({ name, contactName, contactPhone, contactEmail }) => (
          <Facts>
            <Fact term={t('settings.name')}>{name}</Fact>
            <Fact term={t('settings.contactName')}>{contactName ?? t('settings.open')}</Fact>
            <Fact term={t('settings.contactPhone')}>{contactPhone ?? t('settings.open')}</Fact>
            <Fact term={t('settings.contactEmail')}>{contactEmail ?? t('settings.open')}</Fact>
          </Facts>
        )}
      </Loaded>
    </Setting>
  );
}

function Route() {
  const { t } = useTranslation();
  const nameOf = useStepName();
  const route = useQuery(queries.adoptionRoute);
  return (
    <Setting
      id="route"
      title={t('settings.route')}
      lead={t('settings.routeLead')}
      change={t('settings.routeChange')}
      to="/adoption-route"
    >
      <Loaded query={route} rows={2}>
        {({ steps }) => (
          <ol className="list">
            {steps.map((step) => (
              <li key={step.sequence}>{nameOf(step)}</li>
            ))}
          </ol>
        )}
      </Loaded>
    </Setting>
  );
}

function Provisioning() {
  const { t } = useTranslation();
  const tokens = useQuery(organisationQueries.provisioningTokens());
  return (
    <Setting
      id="provisioning"
      title={t('provisioning.title')}
      lead={t('settings.provisioningLead')}
      change={t('settings.provisioningChange')}
      to="/organisation/provisioning-tokens"
    >
      <Loaded query={tokens} rows={1}>
        {({ items }) => {
          const count = items.filter(({ state }) => state === 'counts').length;
          return (
            <Paragraph>
              {count === 0 ? t('settings.provisioningNone') : t('settings.provisioningCount', { count })}
            </Paragraph>
          );
        }}
      </Loaded>
    </Setting>
  );
}

function Operator() {
  const { t } = useTranslation();
  const hasProvider = useQuery(queries.signInOptions).data?.hasProvider;
  return (
    <Setting id="operator" title={t('settings.operator')} lead={t('settings.operatorLead')}>
      <Facts>
        <Fact term={t('settings.address')}>{window.location.host}</Fact>
        <Fact term={t('settings.signIn')}>
          {hasProvider ? t('settings.signInProvider') : t('settings.signInPassword')}
        </Fact>
      </Facts>
    </Setting>
  );
}
