import type { Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { FormField } from '../shell/form.js';
import { Radios } from '../shell/radios.js';
import { Heading, TextArea } from '../ui.js';
import { type LineAnswers, outcomeOf } from './answers.js';
import { RightFacts } from './right-facts.js';

interface ReviewLineProps {
  readonly line: Schemas['ReviewLineView'];
  readonly form: UseFormReturn<LineAnswers>;
  readonly idOf: (name: Path<LineAnswers>) => string;
}

/** Who has which right, and whether that stays so. */
export function ReviewLine({ line, form, idOf }: ReviewLineProps) {
  const { t } = useTranslation();
  const { id, person, rightName, may } = line;
  const outcome = `lines.${id}.outcome` as const;
  const reason = `lines.${id}.reason` as const;
  const faultOf = (name: typeof outcome | typeof reason): string | undefined =>
    form.getFieldState(name, form.formState).error?.message;
  const options = [
    ...(may.keep ? [{ value: 'kept', label: t('rightsReview.keep') }] : []),
    ...(may.withdraw ? [{ value: 'withdrawn', label: t('rightsReview.withdraw') }] : []),
    ...(may.acknowledgeEnd ? [{ value: 'ended', label: t('rightsReview.acknowledge') }] : []),
  ];
  return (
    <div className="review-line">
      <div>
        <Heading level={3}>{person.name}</Heading>
        <p>{rightName}</p>
        <RightFacts line={line} />
      </div>
      {options.length === 0 ? (
        <p className="muted">{t('rightsReview.notYours')}</p>
      ) : (
        <>
          <Radios
            id={idOf(outcome)}
            legend={t('rightsReview.question', { right: rightName, name: person.name })}
            isLegendHidden
            error={faultOf(outcome)}
            options={[...options, { value: 'later', label: t('rightsReview.later') }]}
            control={form.register(outcome)}
          />
          {outcomeOf(form.getValues(), line) === 'withdrawn' && (
            <FormField
              id={idOf(reason)}
              label={t('rightsReview.reason')}
              hint={t('rightsReview.reasonHint')}
              error={faultOf(reason)}
            >
              {(control) => (
                <TextArea
                  {...control}
                  rows={2}
                  resize="vertical"
                  {...form.register(reason, {
                    validate: (value) => Boolean(value?.trim()) || t('rightsReview.reasonNeeded'),
                  })}
                />
              )}
            </FormField>
          )}
        </>
      )}
    </div>
  );
}
