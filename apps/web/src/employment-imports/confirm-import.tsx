import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { organisationQueries } from '../organisation/queries.js';
import { CheckField } from '../shell/fields.js';
import { Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { seen } from '../shell/version.js';
import { Alert, Paragraph } from '../ui.js';
import { changes, type EmploymentImport } from './import-state.js';

interface ConfirmImportProps {
  readonly of: EmploymentImport;
  readonly totals: Schemas['ImportTotalsView'];
}

/** Doing what is shown. When very many would leave, somebody must say that it is meant. */
export function ConfirmImport({ of, totals: { missing, running } }: ConfirmImportProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id, endsMany } = of;
  return (
    <Section id="confirm" title={t('imports.confirm.title')}>
      <div className="stack">
        <Paragraph className="measure">
          {changes(of) ? t('imports.confirm.lead') : t('imports.confirm.leadSame')}
        </Paragraph>
        {endsMany && (
          <div className="measure">
            <Alert
              heading={t('imports.confirm.manyTitle')}
              headingLevel={3}
              severity="warning"
              headingId={null}
            >
              <Paragraph>{t('imports.confirm.many', { missing, running })}</Paragraph>
            </Alert>
          </div>
        )}
        <RecordForm
          version={of.version}
          values={endsMany ? { endsMany: false } : {}}
          submit={t('imports.confirm.submit')}
          save={(body, _, begun) =>
            answerOf(
              api.POST('/employment-imports/{importId}/_confirm', {
                params: { path: { importId: id }, header: seen(begun) },
                body,
              }),
            )
          }
          done={(applying) => {
            client.setQueryData(organisationQueries.employmentImport(id).queryKey, applying);
            // The form is gone: what came of it stands at the top.
            document.getElementById('state')?.focus();
          }}
        >
          {endsMany && (
            <CheckField
              name="endsMany"
              label={t('imports.confirm.manyMeant')}
              needed={t('imports.confirm.manyNeeded')}
            />
          )}
        </RecordForm>
      </div>
    </Section>
  );
}
