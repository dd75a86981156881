import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { isProblem, ProblemError, UnreachableError } from '../api/problem.js';
import { useDates } from '../shell/dates.js';
import { ErrorSummary, useFieldId } from '../shell/form.js';
import { LeaveGuard } from '../shell/leave-guard.js';
import { useSubmit } from '../shell/one-at-a-time.js';
import { Section } from '../shell/page.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';
import { chosenIn, type LineAnswers, outcomeOf } from './answers.js';
import { ReviewLine } from './review-line.js';
import { useReviewName } from './review-name.js';

type Line = Schemas['ReviewLineView'];

interface SignFormProps {
  /** Open, and for whoever is signed in to sign. */
  readonly lines: readonly Line[];
  readonly tell: (what: string) => void;
}

/**
 * An answer for each line, and one button that signs those that have one. Each line is a signature of its own: what
 * goes well stays signed, what does not is told at its line.
 */
export function SignForm({ lines, tell }: SignFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<LineAnswers>({
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { lines: {} },
  });
  const idOf = useFieldId<LineAnswers>();
  const chosen = chosenIn(lines, form.watch());
  const { isSubmitting } = form.formState;

  /** @returns whether the next one may be tried. */
  const refuse = ({ id }: Line, error: unknown): boolean => {
    if (error instanceof UnreachableError) {
      form.setError('root', { message: t('states.offline') });
      return false;
    }
    if (isProblem(error, 'not-signed-in')) return false;
    if (!(error instanceof ProblemError)) throw error;
    const { errors = [], detail } = error.problem;
    const ofReason = errors.find(({ path }) => path === 'reason');
    const message = isProblem(error, 'version-conflict') ? t('rightsReview.changed') : detail;
    if (ofReason) form.setError(`lines.${id}.reason`, { message: ofReason.message });
    else form.setError(`lines.${id}.outcome`, { message });
    return true;
  };

  const sign = async (line: Line, answers: LineAnswers): Promise<boolean> => {
    const outcome = outcomeOf(answers, line);
    if (!outcome) return false;
    const reason = answers.lines[line.id]?.reason?.trim();
    await answerOf(
      api.POST('/rights-review-lines/{lineId}/_sign', {
        params: { path: { lineId: line.id }, header: seen(line) },
        body: { outcome, reason: outcome === 'withdrawn' ? reason : null },
      }),
    );
    return true;
  };

  const send = form.handleSubmit(async (answers) => {
    tell('');
    const picked = chosenIn(lines, answers);
    if (picked.length === 0) form.setError('root', { message: t('rightsReview.chooseFirst') });
    let signed = 0;
    for (const line of picked)
      try {
        if (await sign(line, answers)) signed += 1;
      } catch (error) {
        if (!refuse(line, error)) break;
      }
    if (picked.length > 0) await client.invalidateQueries();
    if (signed > 0) tell(t('rightsReview.signedNow', { count: signed }));
  });
  const submit = useSubmit(async () => {
    form.clearErrors();
    await send();
  });

  const ofReview = (id: string) => lines.filter(({ reviewId }) => reviewId === id);
  const reviewIds = [...new Set(lines.map(({ reviewId }) => reviewId))];
  return (
    <form noValidate aria-busy={isSubmitting} onSubmit={submit}>
      <ErrorSummary
        form={form}
        order={lines.flatMap(({ id }) => [`lines.${id}.outcome`, `lines.${id}.reason`] as const)}
        idOf={idOf}
      />
      {reviewIds.map((reviewId) => (
        <LinesOf key={reviewId} review={lines.find((line) => line.reviewId === reviewId)}>
          {ofReview(reviewId).map((line) => (
            <li key={line.id} className="card-line">
              <ReviewLine line={line} form={form} idOf={idOf} />
            </li>
          ))}
        </LinesOf>
      ))}
      <div className="sign-bar">
        <p role="status">{t('rightsReview.chosen', { count: chosen.length, total: lines.length })}</p>
        <Button type="submit">{t('rightsReview.sign')}</Button>
        <p className="muted">{t('rightsReview.forGood')}</p>
      </div>
      <LeaveGuard isUnsaved={() => chosen.length > 0} />
    </form>
  );
}

/** The lines of one review, with the last day to sign them. */
function LinesOf({ review, children }: { readonly review: Line | undefined; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const nameOf = useReviewName();
  if (!review) return null;
  const { reviewId, dueDay, isLate } = review;
  return (
    <Section id={`review-${reviewId}`} title={nameOf(review)}>
      <Paragraph className="measure">
        {isLate
          ? t('rightsReview.dueWas', { day: day(dueDay) })
          : t('rightsReview.due', { day: day(dueDay) })}
      </Paragraph>
      <ol className="plain-list cards-list review-lines">{children}</ol>
    </Section>
  );
}
