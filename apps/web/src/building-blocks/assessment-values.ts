import { answerOf, api, type Schemas } from '../api/client.js';
import { isProblem, ProblemError } from '../api/problem.js';
import { withFile } from '../api/upload.js';
import { type Aspect, aspects } from './state.js';

type Judged = Schemas['AssessmentJudgement'];

/** What is asked of each aspect. */
type Answers = {
  readonly [Field in `${Aspect}Judgement`]: Judged | '';
} & {
  readonly [Field in `${Aspect}Reason` | `${Aspect}Evidence`]: string;
} & {
  readonly [Field in `${Aspect}File`]: File | null;
};

export type AssessmentValues = Answers & {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly assessedOn: string;
};

/** In the order of the page. */
export const assessmentValues = (today: string): AssessmentValues => ({
  periodFrom: '',
  periodTo: today,
  designJudgement: '',
  designReason: '',
  designEvidence: '',
  designFile: null,
  existenceJudgement: '',
  existenceReason: '',
  existenceEvidence: '',
  existenceFile: null,
  operationJudgement: '',
  operationReason: '',
  operationEvidence: '',
  operationFile: null,
  assessedOn: today,
});

export const judgedIn = (given: AssessmentValues): readonly Aspect[] =>
  aspects.filter((aspect) => given[`${aspect}Judgement`] !== '');

/** @throws ProblemError of which what is wrong with this aspect stands at its fields. */
export async function recordOne(
  buildingBlockId: string,
  aspect: Aspect,
  given: AssessmentValues,
): Promise<void> {
  const { periodFrom, periodTo, assessedOn } = given;
  const judgement = given[`${aspect}Judgement`];
  if (judgement === '') return;
  const body = {
    aspect,
    periodFrom,
    periodTo,
    judgement,
    reason: given[`${aspect}Reason`],
    evidence: given[`${aspect}Evidence`],
    assessedOn,
  };
  try {
    await answerOf(
      api.POST('/building-blocks/{buildingBlockId}/assessments', {
        params: { path: { buildingBlockId } },
        body,
        ...withFile(given[`${aspect}File`]),
      }),
    );
  } catch (error) {
    throw error instanceof ProblemError ? atAspect(error, aspect) : error;
  }
}

function atAspect(error: ProblemError, aspect: Aspect): ProblemError {
  const fields: Readonly<Record<string, string>> = {
    judgement: `${aspect}Judgement`,
    reason: `${aspect}Reason`,
    evidence: `${aspect}Evidence`,
    file: `${aspect}File`,
  };
  const { errors = [], detail } = error.problem;
  const faults = isProblem(error, 'too-large', 'unsupported-media-type')
    ? [{ path: 'file', code: error.slug, message: detail }]
    : errors;
  return new ProblemError({
    ...error.problem,
    errors: faults.map((fault) => ({ ...fault, path: fields[fault.path] ?? fault.path })),
  });
}
