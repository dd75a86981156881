import { dayInTheNetherlands } from '@weerbaar/kernel/clock';
import { type Actor, inReadersLanguage, roleNames } from '@weerbaar/kernel/context';
import type {
  ReviewerProgressView,
  ReviewLineView,
  RightsReviewDetailView,
  RightsReviewView,
} from './rights-review.dto.js';
import { abilities, mayReadReason } from './rights-review.policy.js';
import type { LineRecord, ReviewerProgress, ReviewWithProgress } from './rights-review.repository.js';
import type { ShownLines, ShownReview } from './rights-review.service.js';

const accountOfLeaver = {
  nl: 'Account van iemand die hier niet meer werkt',
  en: 'Account of somebody who works here no more',
};

/** For those who watch over rights: how far it is, never what was said about whom. */
export function reviewForOverseer(review: ReviewWithProgress): RightsReviewView {
  const { lines, signed, lastSignedAt, startedAt } = review;
  const complete = lines === signed;
  return {
    id: review.id,
    kind: review.kind,
    period: review.period,
    referenceDay: review.referenceDay,
    dueDay: review.dueDay,
    startedAt: startedAt.toISOString(),
    state: complete ? 'complete' : 'open',
    completedAt: complete ? (lastSignedAt ?? startedAt).toISOString() : null,
    lines,
    signed,
    kept: review.kept,
    withdrawn: review.withdrawn,
    ended: review.ended,
    late: review.late,
    withoutReviewer: review.withoutReviewer,
  };
}

export function reviewInDetailForOverseer({ review, reviewers, names }: ShownReview): RightsReviewDetailView {
  return {
    ...reviewForOverseer(review),
    reviewers: reviewers.map((progress) => progressOf(progress, names)),
  };
}

/** For who signs it, and for those who watch over rights; the policy says what each sees of the reason. */
export function lineForReader(
  actor: Actor,
  line: LineRecord,
  { names, today }: Omit<ShownLines, 'page'>,
): ReviewLineView {
  const { role, substituteFor, reviewerPersonId, signedAt, dueDay } = line;
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? '' });
  return {
    id: line.id,
    version: line.version,
    reviewId: line.reviewId,
    kind: line.kind,
    period: line.period,
    dueDay,
    isLate: (signedAt ? dayInTheNetherlands(signedAt) : today) > dueDay,
    person: named(line.personId),
    role,
    rightName: inReadersLanguage(role === null ? accountOfLeaver : roleNames[role]),
    isSpecial: line.isSpecial,
    validFrom: line.validFrom,
    validTo: line.validTo,
    givenBy: line.givenByPersonId === null ? null : named(line.givenByPersonId),
    givenAt: line.givenAt?.toISOString() ?? null,
    substituteFor: substituteFor === null ? null : named(substituteFor),
    hasEnded: line.isOver,
    reviewer: reviewerPersonId === null ? null : named(reviewerPersonId),
    outcome: line.outcome,
    reason: mayReadReason(actor, line) ? line.reason : null,
    signedAt: signedAt?.toISOString() ?? null,
    may: abilities(actor, line),
  };
}

function progressOf(
  { personId, canSignIn, lines, signed, late }: ReviewerProgress,
  names: ReadonlyMap<string, string>,
): ReviewerProgressView {
  const reviewer = personId === null ? null : { personId, name: names.get(personId) ?? '' };
  return { reviewer, canSignIn, lines, signed, late };
}
