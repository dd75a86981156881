import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { SelectField, TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';

type Route = Schemas['AdoptionRouteView'];
type Step = Schemas['AdoptionStepInput'];

const kinds: readonly Step['kind'][] = ['decision', 'discussion', 'information'];
const deciding: readonly Step['recordedByRole'][] = [
  'municipal-secretary',
  'works-council',
  'mayor',
  'management-team',
  'integrity-adviser',
];

/** By which steps plan and report are adopted: to read, and for the administrator to change. */
export function AdoptionRoutePage() {
  const { t } = useTranslation();
  const route = useQuery(queries.adoptionRoute);
  const session = useQuery(queries.session).data;
  const mayEdit = session?.roles.includes('administrator') ?? false;
  return (
    <Page title={t('annualDocuments.routeTitle')} trail={[{ label: t('pages.start'), to: '/' }]}>
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
  const { language } = useDates();
  return (
    <ol className="list">
      {steps.map(({ sequence, nameNl, nameEn, kind }) => (
        <li key={sequence}>
          {language === 'nl' ? nameNl : nameEn}{' '}
          <span className="muted">({t(`annualDocuments.stepKinds.${kind}`)})</span>
        </li>
      ))}
    </ol>
  );
}

function RouteForm({ route }: { readonly route: Route }) {
  const { t } = useTranslation();
  const [told, tell] = useState('');
  const steps: Step[] = route.steps.map(({ body, nameNl, nameEn, kind, recordedByRole }) => ({
    body,
    nameNl,
    nameEn,
    kind,
    recordedByRole,
  }));
  return (
    <>
      <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
        {told}
      </p>
      <RecordForm
        key={route.version}
        values={{ steps }}
        submit={t('annualDocuments.routeSave')}
        save={(given) =>
          answerOf(api.PUT('/adoption-routes/current', { params: { header: seen(route) }, body: given }))
        }
        done={() => tell(t('annualDocuments.routeSaved'))}
      >
        <StepFields />
      </RecordForm>
    </>
  );
}

function StepFields() {
  const { t } = useTranslation();
  const { control } = useFormContext<{ steps: Step[] }>();
  const { fields, append, remove, swap } = useFieldArray({ control, name: 'steps' });
  const roles = useQuery(queries.roles).data ?? [];
  const needed = t('annualDocuments.fieldNeeded');
  return (
    <>
      {fields.map(({ id, recordedByRole }, index) => {
        const number = index + 1;
        const choices = deciding.includes(recordedByRole) ? deciding : [...deciding, recordedByRole];
        return (
          <fieldset key={id} className="card-line stack">
            <legend>{t('annualDocuments.step', { number })}</legend>
            <TextField name={`steps.${index}.nameNl`} label={t('annualDocuments.stepName')} needed={needed} />
            <TextField
              name={`steps.${index}.nameEn`}
              label={t('annualDocuments.stepNameEn')}
              needed={needed}
            />
            <TextField
              name={`steps.${index}.body`}
              label={t('annualDocuments.stepBody')}
              hint={t('annualDocuments.stepBodyHint')}
              needed={needed}
            />
            <SelectField name={`steps.${index}.kind`} label={t('annualDocuments.stepKind')} needed={needed}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`annualDocuments.stepKinds.${kind}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              name={`steps.${index}.recordedByRole`}
              label={t('annualDocuments.stepRole')}
              needed={needed}
            >
              {choices.map((role) => (
                <option key={role} value={role}>
                  {roles.find((one) => one.role === role)?.name ?? role}
                </option>
              ))}
            </SelectField>
            <div className="tools">
              {index > 0 && (
                <Button variant="tertiary" onClick={() => swap(index, index - 1)}>
                  {t('annualDocuments.stepUp')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
              {number < fields.length && (
                <Button variant="tertiary" onClick={() => swap(index, number)}>
                  {t('annualDocuments.stepDown')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
              {fields.length > 1 && (
                <Button variant="tertiary" onClick={() => remove(index)}>
                  {t('annualDocuments.stepRemove')}
                  <span className="ams-visually-hidden"> {t('annualDocuments.step', { number })}</span>
                </Button>
              )}
            </div>
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
    </>
  );
}
