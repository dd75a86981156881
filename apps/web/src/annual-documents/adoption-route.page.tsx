import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { administrators, useMe } from '../organisation/places.js';
import { useSettingsTrail } from '../settings/settings-trail.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Cancel } from '../shell/cancel.js';
import { SelectField, TextField, useTheirs } from '../shell/fields.js';
import { Theirs } from '../shell/form.js';
import { Page } from '../shell/page.js';
import { RecordForm, useIdOf } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Button, ErrorMessage, Paragraph } from '../ui.js';
import { decidingRoles } from './deciding-roles.js';
import { stepCode } from './step-code.js';
import { useStepName } from './step-name.js';

const settings = { to: '/organisation/settings' } as const;

type Route = Schemas['AdoptionRouteView'];
type Step = Schemas['AdoptionStepInput'];

const kinds: readonly Step['kind'][] = ['decision', 'discussion', 'information'];
const deciding: readonly Step['recordedByRole'][] = decidingRoles;

/** By which steps plan and report are adopted: to read, and for the administrator to change. */
export function AdoptionRoutePage() {
  const { t } = useTranslation();
  const route = useQuery(queries.adoptionRoute);
  const settingsTrail = useSettingsTrail();
  const mayEdit = useMe().holds(...administrators);
  return (
    <Page
      title={t('annualDocuments.routeTitle')}
      trail={mayEdit ? settingsTrail : [{ label: t('pages.start'), to: '/' }]}
      isForm={mayEdit}
    >
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.routePageLead')}</Paragraph>
        <Loaded query={route}>
          {(found) => (mayEdit ? <RouteForm route={found} /> : <Steps steps={found.steps} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function Steps({ steps }: { readonly steps: Route['steps'] }) {
  const { t } = useTranslation();
  const nameOf = useStepName();
  return (
    <ol className="list">
      {steps.map((step) => (
        <li key={step.sequence}>
          {nameOf(step)} <span className="muted">({t(`annualDocuments.stepKinds.${step.kind}`)})</span>
        </li>
      ))}
    </ol>
  );
}

function RouteForm({ route }: { readonly route: Route }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const roles = useQuery(queries.roles);
  const steps: Step[] = route.steps.map(({ body, nameNl, nameEn, kind, recordedByRole }) => ({
    body,
    nameNl,
    nameEn: nameEn === nameNl ? '' : nameEn,
    kind,
    recordedByRole,
  }));
  return (
    <Loaded query={roles}>
      {(all) => (
        <RecordForm
          values={{ steps }}
          version={route.version}
          submit={t('annualDocuments.routeSave')}
          cancel={<Cancel {...settings} />}
          save={({ steps: given }, _, begun) =>
            answerOf(
              api.PUT('/adoption-routes/current', {
                params: { header: seen(begun) },
                body: { steps: completed(given) },
              }),
            )
          }
          done={() => {
            tellOnArrival(t('annualDocuments.routeSaved'));
            void navigate(settings);
          }}
        >
          <StepFields roles={all} />
        </RecordForm>
      )}
    </Loaded>
  );
}

/** With what nobody is asked for: a code for a step that is new, and its Dutch name where it has no English one. */
function completed(steps: readonly Step[]): Step[] {
  const taken = steps.map(({ body }) => body);
  return steps.map((step, index) => {
    const body = step.body || stepCode(step.nameNl, taken);
    taken[index] = body;
    return { ...step, body, nameEn: step.nameEn || step.nameNl };
  });
}

/** Folded away: few need it. It opens by itself when something is wrong in it. */
function EnglishName({ name }: { readonly name: `steps.${number}.nameEn` }) {
  const { t } = useTranslation();
  const { getFieldState, formState, control } = useFormContext<{ steps: Step[] }>();
  const english = useWatch({ control, name });
  const isWrong = getFieldState(name, formState).invalid;
  return (
    <details open={isWrong || undefined}>
      <summary>
        {english ? t('annualDocuments.stepNameIs', { name: english }) : t('annualDocuments.stepNameEn')}
      </summary>
      <div className="columns">
        <TextField
          name={name}
          label={t('annualDocuments.stepNameEn')}
          hint={t('annualDocuments.stepNameEnHint')}
        />
      </div>
    </details>
  );
}

function StepFields({ roles }: { readonly roles: readonly Schemas['RoleView'][] }) {
  const { t } = useTranslation();
  const { control, formState } = useFormContext<{ steps: Step[] }>();
  const { fields, append, remove, swap } = useFieldArray({ control, name: 'steps' });
  const id = useIdOf()('steps');
  const nameOf = useStepName();
  const theirs = useTheirs('steps', (steps) =>
    (steps as Step[]).map((step, index) => `${index + 1}. ${nameOf(step)}`).join(', '),
  );
  // Of the steps together, such as that none of them decides.
  const fault = formState.errors.steps?.message;
  const told = [theirs && `${id}-theirs`, fault && `${id}-error`].filter(Boolean).join(' ');

  /** Changes the order, and goes along: the button that was pressed is gone, or stands somewhere else. */
  const goAlong = (change: () => void, to: number): void => {
    flushSync(change);
    document.getElementById(`${id}-${to}`)?.focus();
  };

  return (
    <div
      role="group"
      id={id}
      tabIndex={-1}
      className="stack"
      aria-label={t('annualDocuments.routeTitle')}
      aria-describedby={told || undefined}
    >
      <Theirs id={id}>{theirs}</Theirs>
      {fault && (
        <ErrorMessage id={`${id}-error`} prefix={t('errors.prefix')}>
          {fault}
        </ErrorMessage>
      )}
      {fields.map(({ id: key, recordedByRole }, index) => {
        const number = index + 1;
        const choices = deciding.includes(recordedByRole) ? deciding : [...deciding, recordedByRole];
        return (
          <fieldset key={key} id={`${id}-${index}`} tabIndex={-1} className="card-line step">
            <legend>{t('annualDocuments.step', { number })}</legend>
            <div className="tools">
              {index > 0 && (
                <Button
                  variant="secondary"
                  className="small-button"
                  onClick={() => goAlong(() => swap(index, index - 1), index - 1)}
                >
                  {t('annualDocuments.stepUp')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
              {number < fields.length && (
                <Button
                  variant="secondary"
                  className="small-button"
                  onClick={() => goAlong(() => swap(index, number), number)}
                >
                  {t('annualDocuments.stepDown')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
              {fields.length > 1 && (
                <Button
                  variant="secondary"
                  className="small-button"
                  onClick={() => goAlong(() => remove(index), Math.min(index, fields.length - 2))}
                >
                  {t('annualDocuments.stepRemove')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
            </div>
            <TextField
              name={`steps.${index}.nameNl`}
              label={t('annualDocuments.stepName')}
              needed={t('annualDocuments.stepNameNeeded', { number })}
            />
            <div className="side-by-side">
              <SelectField
                name={`steps.${index}.kind`}
                label={t('annualDocuments.stepKind')}
                needed={t('forms.choose')}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`annualDocuments.stepKinds.${kind}`)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name={`steps.${index}.recordedByRole`}
                label={t('annualDocuments.stepRole')}
                needed={t('forms.choose')}
              >
                {choices.map((role) => (
                  <option key={role} value={role}>
                    {roles.find((one) => one.role === role)?.name ?? role}
                  </option>
                ))}
              </SelectField>
            </div>
            <EnglishName name={`steps.${index}.nameEn`} />
          </fieldset>
        );
      })}
      <div>
        <Button
          variant="secondary"
          onClick={() =>
            append({
              body: '',
              nameNl: '',
              nameEn: '',
              kind: 'decision',
              recordedByRole: 'municipal-secretary',
            })
          }
        >
          {t('annualDocuments.stepAdd')}
        </Button>
      </div>
    </div>
  );
}
