import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRecordField } from '../shell/fields.js';
import { FormField } from '../shell/form.js';
import { Paragraph, Select } from '../ui.js';
import { headingsOf } from './file-headings.js';
import { type ImportColumn, importColumns } from './import-columns.js';

type Values = Record<ImportColumn, string> & { file: File | null };

/** For each column which one of the file it is: asked for what the server can't find, offered for the others. */
export function ColumnFields() {
  const { t } = useTranslation();
  const form = useFormContext<Values>();
  const headings = useHeadings(form.watch('file'));
  const { errors } = form.formState;
  const [asked, ask] = useState<readonly ImportColumn[]>([]);
  const missing = importColumns.filter((column) => errors[column] && !asked.includes(column));
  if (missing.length > 0) ask([...asked, ...missing]);

  // What was pointed out in another file is not in this one.
  useEffect(() => {
    for (const column of importColumns)
      if (headings && !headings.includes(form.getValues(column))) form.setValue(column, '');
  }, [form, headings]);

  if (!headings) return null;
  if (headings.length === 0) return <Paragraph>{t('imports.new.unreadable')}</Paragraph>;
  const fields = (columns: readonly ImportColumn[]) =>
    columns.map((column) => <ColumnField key={column} column={column} headings={headings} />);
  return (
    <>
      {asked.length > 0 && (
        <fieldset className="card-line stack">
          <legend>{t('imports.new.asked')}</legend>
          <Paragraph className="muted">{t('imports.new.askedLead')}</Paragraph>
          {fields(importColumns.filter((column) => asked.includes(column)))}
        </fieldset>
      )}
      <details>
        <summary>{asked.length > 0 ? t('imports.new.others') : t('imports.new.columns')}</summary>
        <div className="stack columns">
          <Paragraph className="muted">{t('imports.new.columnsLead')}</Paragraph>
          {fields(importColumns.filter((column) => !asked.includes(column)))}
        </div>
      </details>
    </>
  );
}

interface ColumnFieldProps {
  readonly column: ImportColumn;
  readonly headings: readonly string[];
}

function ColumnField({ column, headings }: ColumnFieldProps) {
  const { t } = useTranslation();
  const label = t(`imports.columns.${column}`);
  const { form, field } = useRecordField({ name: column, label });
  return (
    <FormField {...field} label={label}>
      {(control) => (
        <Select {...control} aria-required={undefined} {...form.register(column)}>
          <option value="">{t('imports.new.findItself')}</option>
          {headings.map((heading) => (
            <option key={heading} value={heading}>
              {heading}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  );
}

/** Of the chosen file; nothing as long as there is none. */
function useHeadings(file: File | null): readonly string[] | undefined {
  const [read, tell] = useState<{ readonly file: File; readonly headings: readonly string[] }>();
  useEffect(() => {
    if (!file) return undefined;
    let isOver = false;
    void headingsOf(file).then((headings) => {
      if (!isOver) tell({ file, headings });
    });
    return () => {
      isOver = true;
    };
  }, [file]);
  return read && read.file === file ? read.headings : undefined;
}
