import { type Role, roles } from '@weerbaar/kernel/context';
import {
  Choice,
  Day,
  Flag,
  Identifier,
  Instant,
  Line,
  List,
  Nested,
  PageQuery,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { NamedPerson } from '../role-assignment/role-assignment.dto.js';
import { type ReviewKind, reviewKinds } from './review-period.js';
import { type ReviewOutcome, reviewOutcomes } from './rights-review-line.entity.js';

const lineStates = ['open', 'signed'] as const;
const reviewStates = ['open', 'complete'] as const;
const longestReason = 1000;

export class NewRightsReview {
  @Choice(reviewKinds, { name: 'ReviewKind' })
  kind: ReviewKind;

  @Day({ optional: true, description: 'The day whose rights are reviewed; absent: today' })
  referenceDay?: string | null;

  @Day({ optional: true, description: 'Last day to sign in time; absent: three weeks, or six for a year' })
  dueDay?: string | null;
}

export class RightsReviewView {
  @Identifier()
  id: string;

  @Choice(reviewKinds, { name: 'ReviewKind' })
  kind: ReviewKind;

  @Line({ max: 7, description: 'yyyy, or yyyy-Qn' })
  period: string;

  @Day()
  referenceDay: string;

  @Day({ description: 'Last day to sign in time' })
  dueDay: string;

  @Instant()
  startedAt: string;

  @Choice(reviewStates, { name: 'RightsReviewState' })
  state: (typeof reviewStates)[number];

  @Instant({ optional: true })
  completedAt: string | null;

  @WholeNumber()
  lines: number;

  @WholeNumber()
  signed: number;

  @WholeNumber()
  kept: number;

  @WholeNumber()
  withdrawn: number;

  @WholeNumber({ description: 'Lines signed of which the right had ended in the meantime' })
  ended: number;

  @WholeNumber({ description: 'Lines signed after the due day, or still open after it' })
  late: number;

  @WholeNumber({ description: 'Lines that nobody may review yet: an administrator hands them over' })
  withoutReviewer: number;
}

export class ReviewerProgressView {
  @Nested(() => NamedPerson, { optional: true, description: 'Absent: nobody may review these lines yet' })
  reviewer: NamedPerson | null;

  @Flag({ description: 'False: hand these lines over to somebody else' })
  canSignIn: boolean;

  @WholeNumber()
  lines: number;

  @WholeNumber()
  signed: number;

  @WholeNumber()
  late: number;
}

export class RightsReviewDetailView extends RightsReviewView {
  @List(() => ReviewerProgressView, { max: 100_000 })
  reviewers: ReviewerProgressView[];
}

export class ReviewLineQuery extends PageQuery {
  @Identifier({ optional: true })
  reviewId?: string;

  @Choice(lineStates, { optional: true, name: 'ReviewLineState' })
  state?: (typeof lineStates)[number];
}

export class ReviewSignature {
  @Choice(reviewOutcomes, { name: 'ReviewOutcome' })
  outcome: ReviewOutcome;

  @Text({ max: longestReason, optional: true, description: 'Needed to withdraw a right' })
  reason?: string | null;
}

export class ReviewHandover {
  @Identifier({ description: 'Who reviews the line from now on; never the person it is about' })
  reviewerId: string;
}

export class ReviewLineAbilities {
  @Flag()
  keep: boolean;

  @Flag()
  withdraw: boolean;

  @Flag()
  acknowledgeEnd: boolean;

  @Flag()
  handOver: boolean;
}

export class ReviewLineView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Identifier()
  reviewId: string;

  @Choice(reviewKinds, { name: 'ReviewKind' })
  kind: ReviewKind;

  @Line({ max: 7 })
  period: string;

  @Day()
  dueDay: string;

  @Flag({ description: 'Open after the due day, or signed after it' })
  isLate: boolean;

  @Nested(() => NamedPerson)
  person: NamedPerson;

  @Choice(roles, { name: 'Role', optional: true, description: 'Absent: it is about an account' })
  role: Role | null;

  @Line({
    max: 200,
    description: 'In the language asked for: the role, or that it is the account of who works here no more',
  })
  rightName: string;

  @Flag({ description: 'A special right: it opens what is confidential' })
  isSpecial: boolean;

  @Day({ optional: true })
  validFrom: string | null;

  @Day({ optional: true })
  validTo: string | null;

  @Nested(() => NamedPerson, { optional: true, description: 'Absent: by the operator or by Weerbaar itself' })
  givenBy: NamedPerson | null;

  @Instant({ optional: true, description: 'Absent of an account' })
  givenAt: string | null;

  @Nested(() => NamedPerson, { optional: true })
  substituteFor: NamedPerson | null;

  @Flag({ description: 'The right is over; before it was signed, if the line is open' })
  hasEnded: boolean;

  @Nested(() => NamedPerson, { optional: true, description: 'Absent: nobody may review it yet' })
  reviewer: NamedPerson | null;

  @Choice(reviewOutcomes, { name: 'ReviewOutcome', optional: true })
  outcome: ReviewOutcome | null;

  @Text({ max: longestReason, optional: true, description: 'For the reviewer and the auditor' })
  reason: string | null;

  @Instant({ optional: true })
  signedAt: string | null;

  @Nested(() => ReviewLineAbilities, { description: 'What you may do' })
  may: ReviewLineAbilities;
}
