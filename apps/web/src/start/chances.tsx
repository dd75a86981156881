import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../annual-cycle/rights.js';
import { administrators, placesFor, secondPersons, useMe } from '../organisation/places.js';
import { Section } from '../shell/page.js';

const ofOrganisation = ['persons', 'accounts', 'roles', 'audit'] as const;

/** What somebody may do here also when nothing waits; only what they may open. */
export function Chances() {
  const { t } = useTranslation();
  const { read } = useRights();
  const { holds, roles } = useMe();
  const ofRoles = holds(...administrators) ? 'giveRoles' : holds(...secondPersons) ? 'confirmRoles' : 'roles';
  return (
    <Section id="can-do" title={t('start.canDo')}>
      <ul className="plain-list tasks">
        {holds('employee') && (
          <Chance name="system">
            <Link to="/building-blocks">{t('start.chances.system')}</Link>
          </Chance>
        )}
        {read ? (
          <Chance name="documents">
            <Link to="/annual-cycles">{t('start.chances.documents')}</Link>
          </Chance>
        ) : (
          <Chance name="published">
            <a href="/published">{t('start.chances.published')}</a>
          </Chance>
        )}
        {placesFor(roles).map(([to, name]) => {
          const shown = ofOrganisation.find((one) => one === name);
          return (
            shown && (
              <Chance key={to} name={shown}>
                <Link to={to}>{t(`start.chances.${shown === 'roles' ? ofRoles : shown}`)}</Link>
              </Chance>
            )
          );
        })}
        <Chance name="account">
          <Link to="/account">{t('start.chances.account')}</Link>
        </Chance>
      </ul>
    </Section>
  );
}

type Name = 'system' | 'documents' | 'published' | 'account' | (typeof ofOrganisation)[number];

function Chance({ name, children }: { readonly name: Name; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li>
      <span>
        {children}
        <span className="task-note">{t(`start.chances.${name}Note`)}</span>
      </span>
    </li>
  );
}
