import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { AreaField, SelectField } from '../shell/fields.js';
import { FileField } from '../shell/file-field.js';
import { documentFile } from '../shell/file-rule.js';
import { Heading } from '../ui.js';
import { type AssessmentValues, judgedIn } from './assessment-values.js';
import type { Aspect } from './state.js';

const judgements: readonly Schemas['AssessmentJudgement'][] = ['sufficient', 'partial', 'insufficient'];

interface AspectFieldsProps {
  readonly aspect: Aspect;
  /** What was judged of it before. */
  readonly last: Schemas['AssessmentView'] | null | undefined;
  readonly isFirst: boolean;
}

/** A judgement of one aspect; only with one it is asked what it rests on. */
export function AspectFields({ aspect, last, isFirst }: AspectFieldsProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const form = useFormContext<AssessmentValues>();
  const isJudged = form.watch(`${aspect}Judgement`) !== '';
  const name = t(`aspects.${aspect}`);
  const small = { aspect: name.toLowerCase() };
  const question = t(`aspectHints.${aspect}`);
  return (
    <section className="stack form-part" aria-labelledby={`aspect-${aspect}`}>
      <Heading level={2} size="level-3" id={`aspect-${aspect}`}>
        {name}
      </Heading>
      <SelectField
        name={`${aspect}Judgement`}
        label={t('blockForms.judgementOf', small)}
        hint={
          last
            ? t('blockForms.lastTime', {
                question,
                judgement: t(`judgements.${last.judgement}`).toLowerCase(),
                day: day(last.assessedOn),
              })
            : question
        }
        hasOwnBlank
        validate={() =>
          isFirst && judgedIn(form.getValues()).length === 0 ? t('blockForms.oneAtLeast') : undefined
        }
      >
        <option value="">{t('blockForms.notNow')}</option>
        {judgements.map((judgement) => (
          <option key={judgement} value={judgement}>
            {t(`judgements.${judgement}`)}
          </option>
        ))}
      </SelectField>
      {isJudged && (
        <>
          <AreaField
            name={`${aspect}Reason`}
            label={t('blockForms.reasonOf', small)}
            needed={t('blockForms.reasonNeeded', small)}
          />
          <AreaField
            name={`${aspect}Evidence`}
            label={t('blockForms.evidenceOf', small)}
            hint={t('blockForms.evidenceHint')}
            needed={t('blockForms.evidenceNeeded', small)}
          />
          <FileField
            name={`${aspect}File`}
            label={t('blockForms.fileOf', small)}
            hint={t('blockForms.fileHint')}
            rule={documentFile}
          />
        </>
      )}
    </section>
  );
}
