import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { withFile } from '../api/upload.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers, useMe } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { FileField } from '../shell/file-field.js';
import type { FileRule } from '../shell/file-rule.js';
import { Page, Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Paragraph } from '../ui.js';
import { ColumnFields } from './column-fields.js';
import { type ImportColumn, importColumns } from './import-columns.js';

/** What an installation may let in at the most; how much ours lets in the server says. */
const hrFile: FileRule = { kinds: ['csv'], megabytes: 100 };
const list = { to: '/organisation/employment-imports' } as const;

interface Values extends Readonly<Record<ImportColumn, string>> {
  readonly file: File | null;
  readonly referenceDay: string;
}

const noColumns = Object.fromEntries(importColumns.map((column) => [column, ''])) as Record<
  ImportColumn,
  string
>;

/** A file and the day it describes. Columns are pointed out only where the server does not know them. */
export function NewImportPage() {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const trail = useOrganisationTrail();
  return (
    <Page title={t('imports.add')} trail={[...trail, { label: t('imports.title'), ...list }]} roles={keepers}>
      <div className="with-aside">
        <RecordForm<Values, { readonly id: string }>
          values={{ file: null, referenceDay: today, ...noColumns }}
          submit={t('imports.new.submit')}
          cancel={<Cancel {...list} />}
          save={start}
          done={({ id }) =>
            void navigate({ to: '/organisation/employment-imports/$importId', params: { importId: id } })
          }
        >
          <FileField
            name="file"
            label={t('imports.new.file')}
            hint={t('imports.new.fileHint')}
            needed={t('imports.new.fileNeeded')}
            rule={hrFile}
          />
          <DayField
            name="referenceDay"
            label={t('imports.referenceDay')}
            hint={t('imports.new.referenceDayHint')}
            needed={t('imports.new.referenceDayNeeded')}
          />
          <ColumnFields />
        </RecordForm>
        <aside className="aside" aria-labelledby="help">
          <Section id="help" title={t('imports.new.helpTitle')}>
            <div className="stack">
              <Paragraph size="small">{t('imports.new.helpNeeded')}</Paragraph>
              <Paragraph size="small">{t('imports.new.helpOptional')}</Paragraph>
              <Paragraph size="small">{t('imports.new.helpOther')}</Paragraph>
              <Paragraph size="small">{t('imports.new.helpForms')}</Paragraph>
            </div>
          </Section>
        </aside>
      </div>
    </Page>
  );
}

async function start({ file, referenceDay, ...columns }: Values): Promise<{ readonly id: string }> {
  const pointedOut = Object.entries(columns).filter(([, heading]) => heading !== '');
  try {
    return await answerOf(
      api.POST('/employment-imports', {
        body: {
          referenceDay,
          ...(pointedOut.length > 0 && { columns: JSON.stringify(Object.fromEntries(pointedOut)) }),
        },
        ...withFile(file),
      }),
    );
  } catch (error) {
    throw error instanceof ProblemError ? atColumns(error) : error;
  }
}

/** Each column is a field of its own here; the API takes them in one. */
function atColumns({ problem }: ProblemError): ProblemError {
  return new ProblemError({
    ...problem,
    errors: problem.errors?.map((fault) => ({ ...fault, path: fault.path.replace(/^columns\./u, '') })),
  });
}
