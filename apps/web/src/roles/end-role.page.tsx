import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { organisationQueries } from '../organisation/queries.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded, Only } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';

const route = getRouteApi('/inside/organisation/roles/$assignmentId/end');

export function EndRolePage() {
  const { t } = useTranslation();
  const { assignmentId } = route.useParams();
  const assignment = useQuery(organisationQueries.assignment(assignmentId));
  const trail = useOrganisationTrail();
  return (
    <Page
      title={t('roles.endTitle')}
      trail={[...trail, { label: t('roles.pageTitle'), to: '/organisation/roles' }]}
      isForm
    >
      <Loaded query={assignment}>
        {(found) => (
          <Only may={found.may.end}>
            <EndForm assignment={found} />
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

function EndForm({ assignment }: { readonly assignment: Schemas['RoleAssignmentView'] }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { person, roleName } = assignment;
  const toPerson = { to: '/organisation/persons/$personId', params: { personId: person.personId } } as const;
  return (
    <>
      <Paragraph className="measure">{t('roles.endLead', { role: roleName, name: person.name })}</Paragraph>
      <RecordForm
        version={assignment.version}
        values={{ lastDay: '' }}
        submit={t('roles.saveEnd')}
        cancel={<Cancel {...toPerson} />}
        save={({ lastDay }, _, begun) =>
          answerOf(
            api.POST('/role-assignments/{assignmentId}/_end', {
              params: { path: { assignmentId: assignment.id }, header: seen(begun) },
              body: { lastDay: lastDay || null },
            }),
          )
        }
        done={() => void navigate(toPerson)}
      >
        <DayField name="lastDay" label={t('forms.lastDay')} hint={t('roles.endHint')} />
      </RecordForm>
    </>
  );
}
