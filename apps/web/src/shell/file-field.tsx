import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui.js';
import { useDates } from './dates.js';
import { useRecordField } from './fields.js';
import { extensionsOf, type FileRule, fileKinds } from './file-rule.js';
import { FormField } from './form.js';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  /** Beside the kinds and the size, which the field tells by itself. */
  readonly hint?: string;
  /** Absent: it may be left open. */
  readonly needed?: string;
  readonly rule: FileRule;
}

/**
 * One file of the device, as a `File` in the form; null when there is none. The button of the browser speaks its
 * own language: it is there for keyboard and screen reader, and what is seen is its label.
 */
export function FileField({ hint, rule, ...given }: FileFieldProps) {
  const { t } = useTranslation();
  const { form, field, required } = useRecordField(given);
  const says = useFileWords();
  const { field: value } = useController({
    name: given.name,
    control: form.control,
    rules: { validate: (file: File | null) => (file ? says.fault(file, rule) : given.needed) },
  });
  const input = useRef<HTMLInputElement>(null);
  const file = value.value as File | null;

  const clear = (): void => {
    value.onChange(null);
    if (input.current) input.current.value = '';
    input.current?.focus();
  };

  return (
    <FormField {...field} hint={[hint, says.allowed(rule)].filter(Boolean).join('. ')}>
      {({ id, invalid, ...control }) => (
        <div className="file-field">
          <input
            {...control}
            {...required}
            ref={(element) => {
              input.current = element;
              value.ref(element);
            }}
            id={id}
            type="file"
            accept={extensionsOf(rule)
              .map((extension) => `.${extension}`)
              .join(',')}
            aria-invalid={invalid || undefined}
            // The same file may be chosen again after it was mended.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target }) => value.onChange(target.files?.[0] ?? null)}
          />
          <label htmlFor={id} className="ams-button ams-button--secondary">
            {file ? t('forms.otherFile') : t('forms.chooseFile')}
          </label>
          <p role="status" className="file-chosen">
            {file && (
              <>
                <IconPaperclip aria-hidden focusable="false" />
                {t('forms.chosenFile', { name: file.name, size: says.size(file.size) })}
              </>
            )}
          </p>
          {file && (
            <Button variant="tertiary" onClick={clear}>
              {t('forms.removeFile')}
              <span className="ams-visually-hidden"> {file.name}</span>
            </Button>
          )}
        </div>
      )}
    </FormField>
  );
}

const megabyte = 1024 * 1024;

function useFileWords() {
  const { t } = useTranslation();
  const { language } = useDates();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const size = (bytes: number): string =>
    bytes < megabyte
      ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} kB`
      : `${number.format(bytes / megabyte)} MB`;
  const named = (rule: FileRule): string =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(
      rule.kinds.map((kind) => fileKinds[kind].name),
    );
  const most = ({ megabytes }: FileRule): string => size(megabytes * megabyte);
  return {
    size,
    allowed: (rule: FileRule) => t('forms.fileAllowed', { kinds: named(rule), size: most(rule) }),
    /** What can be seen here already, before minutes of sending. */
    fault: (file: File, rule: FileRule): string | undefined => {
      const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
      if (!extensionsOf(rule).includes(extension)) return t('forms.fileKind', { kinds: named(rule) });
      if (file.size === 0) return t('forms.fileEmpty');
      if (file.size > rule.megabytes * megabyte) return t('forms.fileTooLarge', { size: most(rule) });
      return undefined;
    },
  };
}
