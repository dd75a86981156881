import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../annual-cycle/rights.js';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Loading } from '../shell/states.js';
import { Together } from '../shell/together.js';
import { Alert, Paragraph } from '../ui.js';
import { Chances } from './chances.js';
import { Standing } from './standing.js';
import { Waiting } from './waiting.js';
import { Year } from './year.js';

type Session = Schemas['CurrentSessionView'];

/** What waits for whoever is signed in, then their year and what they can do. What a role may not see is left out. */
export function StartPage() {
  const { t } = useTranslation();
  const session = useQuery(queries.session).data;
  const person = useQuery({ ...queries.person(session?.personId ?? ''), enabled: session !== undefined });
  const { read, readPlan, edit } = useRights();
  const name = person.data?.name;
  if (!session) return <Loading />;
  return (
    <Page title={t('start.hello')}>
      <Together>
        {name && <Paragraph className="measure">{t('start.lead', { name })}</Paragraph>}
        <DormantRoles session={session} />
        <Waiting />
        {read && <Year />}
        {readPlan && session.roles.includes('employee') && <Standing />}
        {!edit && <Chances />}
      </Together>
    </Page>
  );
}

function DormantRoles({ session: { dormantRoles, mayEnrol } }: { readonly session: Session }) {
  const { t } = useTranslation();
  if (dormantRoles.length === 0) return null;
  return (
    <div className="measure">
      <Alert heading={t('start.dormantTitle')} headingLevel={2} severity="warning" headingId={null}>
        <Paragraph>{t('states.stepUp')}</Paragraph>
        <p>
          <Link to={mayEnrol ? '/account/second-factor' : '/account/proof'}>{t('start.dormantAction')}</Link>
        </p>
      </Alert>
    </div>
  );
}
