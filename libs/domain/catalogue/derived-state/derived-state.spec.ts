import type { AssessmentAspect } from '../assessment/assessment-scale.js';
import { type BlockEvidence, deriveState, grounds } from './derived-state.js';

const day = '2026-06-01';

const inOrder: BlockEvidence = {
  hasOwner: true,
  documentInForce: true,
  nextReviewOn: '2027-01-01',
  reviewIntervalMonths: 12,
  latestExistence: { judgement: 'sufficient', assessedOn: '2026-01-15' },
  operation: [],
};

function derived(aspect: AssessmentAspect, changes: Partial<BlockEvidence>) {
  const state = deriveState({ ...inOrder, ...changes }, day).find(
    (derivedAspect) => derivedAspect.aspect === aspect,
  );
  return [state?.judgement, state?.grounds];
}

describe('state that follows from the records', () => {
  it.each<[string, Partial<BlockEvidence>, string, string]>([
    ['adopted document, owner, review on time', {}, 'sufficient', 'document-and-owner'],
    ['review due today', { nextReviewOn: day }, 'sufficient', 'document-and-owner'],
    ['review was due yesterday', { nextReviewOn: '2026-05-31' }, 'partial', 'review-overdue'],
    ['no owner', { hasOwner: false }, 'partial', 'no-owner'],
    ['no adopted document', { documentInForce: false }, 'insufficient', 'no-document'],
    [
      'neither document nor owner',
      { documentInForce: false, hasOwner: false },
      'insufficient',
      'no-document',
    ],
  ])('design: %s', (_situation, changes, judgement, ground) => {
    expect(derived('design', changes)).toEqual([judgement, ground]);
  });

  const shown = (judgement: 'sufficient' | 'insufficient', assessedOn: string): Partial<BlockEvidence> => ({
    latestExistence: { judgement, assessedOn },
  });

  it.each<[string, Partial<BlockEvidence>, string, string]>([
    ['shown this year', {}, 'sufficient', 'recent-evidence'],
    ['looked at, and found missing', shown('insufficient', '2026-01-15'), 'insufficient', 'recent-evidence'],
    ['shown exactly one interval ago', shown('sufficient', '2025-06-01'), 'sufficient', 'recent-evidence'],
    ['shown longer than one interval ago', shown('sufficient', '2025-05-31'), 'unknown', 'evidence-too-old'],
    ['never shown', { latestExistence: null }, 'unknown', 'no-evidence'],
  ])('existence: %s', (_situation, changes, judgement, ground) => {
    expect(derived('existence', changes)).toEqual([judgement, ground]);
  });

  const figures = (...met: boolean[]): Partial<BlockEvidence> => ({
    operation: met.map((meetsNorm, index) => ({ figureId: `register.figure-${index}`, meetsNorm })),
  });

  it.each<[string, Partial<BlockEvidence>, string, string]>([
    ['no figures with a norm', {}, 'unknown', 'no-figures'],
    ['all norms met', figures(true, true), 'sufficient', 'norms-met'],
    ['one of two norms met', figures(true, false), 'partial', 'norms-partly-met'],
    ['no norm met', figures(false), 'insufficient', 'norms-not-met'],
  ])('operation: %s', (_situation, changes, judgement, ground) => {
    expect(derived('operation', changes)).toEqual([judgement, ground]);
  });

  it('never takes a document and good intentions for a working instrument', () => {
    expect(derived('operation', { latestExistence: { judgement: 'sufficient', assessedOn: day } })).toEqual([
      'unknown',
      'no-figures',
    ]);
  });

  it('says all three aspects, each with its grounds in words', () => {
    const state = deriveState(inOrder, day);
    expect(state.map(({ aspect }) => aspect)).toEqual(['design', 'existence', 'operation']);
    for (const { grounds: code } of state) expect(grounds[code].nl).not.toBe('');
  });
});
