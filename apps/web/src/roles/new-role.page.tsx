import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { administrators, useMe } from '../organisation/places.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { nobody, PersonField, personValue } from '../shell/person-field.js';
import { SelectField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { Alert, Paragraph } from '../ui.js';

const route = getRouteApi('/inside/organisation/roles/new');

export function NewRolePage() {
  const { t } = useTranslation();
  const { person: personId } = route.useSearch();
  const roles = useQuery(queries.roles);
  const person = useQuery({ ...queries.person(personId ?? ''), enabled: personId !== undefined });
  const trail = useOrganisationTrail();
  return (
    <Page
      title={t('roles.give')}
      trail={[...trail, { label: t('roles.pageTitle'), to: '/organisation/roles' }]}
      roles={administrators}
      isForm
    >
      <Loaded query={roles}>
        {(all) =>
          personId === undefined ? (
            <RoleForm roles={all} />
          ) : (
            <Loaded query={person}>{(found) => <RoleForm roles={all} person={found} />}</Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

interface RoleFormProps {
  readonly roles: readonly Schemas['RoleView'][];
  /** To whom it is given to begin with. */
  readonly person?: Schemas['PersonView'];
}

function RoleForm({ roles, person }: RoleFormProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { today } = useMe();
  return (
    <RecordForm
      values={{
        personId: personValue(person && { personId: person.id, name: person.name }),
        role: '' as Schemas['Role'],
        validFrom: today,
        validTo: '',
        substituteFor: nobody,
      }}
      submit={t('roles.give')}
      cancel={<Cancel to="/organisation/roles" />}
      save={({ personId: to, validTo, substituteFor, ...given }) =>
        answerOf(
          api.POST('/role-assignments', {
            body: {
              ...given,
              personId: to.id,
              validTo: validTo || null,
              substituteFor: substituteFor.id || null,
            },
          }),
        )
      }
      done={({ person: { personId, name }, roleName, state }) => {
        const given = { name, role: roleName };
        tellOnArrival(t(state === 'waiting' ? 'roles.givenWaiting' : 'roles.given', given));
        void navigate({ to: '/organisation/persons/$personId', params: { personId } });
      }}
    >
      <PersonField name="personId" label={t('roles.person')} needed={t('roles.personNeeded')} />
      <SelectField name="role" label={t('roles.role')} needed={t('roles.roleNeeded')}>
        <option value="">{t('forms.choose')}</option>
        {roles.map(({ role, name }) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </SelectField>
      <Demands roles={roles} />
      <DayField name="validFrom" label={t('forms.firstDay')} needed={t('forms.firstDayNeeded')} />
      <DayField name="validTo" label={t('forms.lastDay')} hint={t('roles.lastDayHint')} />
      <PersonField name="substituteFor" label={t('roles.substituteFor')} hint={t('roles.substituteHint')} />
    </RecordForm>
  );
}

/** What it takes to give and to use the role that is chosen. */
function Demands({ roles }: { readonly roles: readonly Schemas['RoleView'][] }) {
  const { t } = useTranslation();
  const chosen = useFormContext<{ role: string }>().watch('role');
  const role = roles.find((one) => one.role === chosen);
  const isDemanding = role !== undefined && (role.needsSecondPerson || role.needsSecondFactor);
  return (
    <div role="status">
      {isDemanding && (
        <Alert heading={t('roles.demands')} headingLevel={2} headingId={null}>
          {role.needsSecondPerson && <Paragraph>{t('roles.needsSecondPerson')}</Paragraph>}
          {role.needsSecondFactor && <Paragraph>{t('roles.needsSecondFactor')}</Paragraph>}
        </Alert>
      )}
    </div>
  );
}
