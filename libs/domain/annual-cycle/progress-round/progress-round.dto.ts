import { Type } from 'class-transformer';
import { OwnerView } from '@weerbaar/people/contract';
import {
  Choice,
  Day,
  Flag,
  Identifier,
  Instant,
  Line,
  List,
  Nested,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { YearParameter } from '../cycle/annual-cycle.dto.js';
import { type ActionStatusCode, actionStatusCodes } from '../reference-content/reference-content.js';
import { type Reminding, remindings } from './progress-round.js';

/** `/annual-cycles/:year/progress-rounds/:quarter` */
export class RoundParameters extends YearParameter {
  @Type(() => Number)
  @WholeNumber({ min: 1, max: 4 })
  quarter: number;
}

export class LastNoteView {
  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Choice(actionStatusCodes, { name: 'ActionStatus' })
  status: ActionStatusCode;

  @Text({ max: 2000 })
  note: string;

  @Instant()
  recordedAt: string;
}

export class RoundActionView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @WholeNumber({ description: 'Number within the year' })
  number: number;

  @Line({ max: 300 })
  title: string;

  @WholeNumber({ min: 1, max: 4, description: 'In which it should be done' })
  quarter: number;

  @Choice(actionStatusCodes, { name: 'ActionStatus', description: 'Now' })
  status: ActionStatusCode;

  @Flag({ description: 'Whether the last note is about the quarter of the round' })
  isReported: boolean;

  @Nested(() => LastNoteView, { optional: true, description: 'The last one up to this quarter' })
  lastNote: LastNoteView | null;
}

export class RoundOwnerView {
  @Nested(() => OwnerView, { optional: true, description: 'null: nobody yet' })
  owner: OwnerView | null;

  @Flag({ description: 'Whether all actions were reported' })
  hasReported: boolean;

  @Choice(remindings, {
    name: 'Reminding',
    optional: true,
    description: 'Whether they can be reminded, or why not; null: that is not for you',
  })
  reminding: Reminding | null;

  @Instant({ optional: true, description: 'The last time they were reminded in this round' })
  remindedAt: string | null;

  @List(() => RoundActionView, { max: 1000 })
  actions: RoundActionView[];
}

export class ProgressRoundView {
  @WholeNumber()
  year: number;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Day({ description: 'Of the quarter' })
  lastDay: string;

  @Flag({ description: 'Before that nothing can be reported' })
  hasBegun: boolean;

  @Flag({ description: 'Whether you may remind owners now' })
  mayRemind: boolean;

  @Instant({ optional: true, description: 'The last time anybody was reminded' })
  lastRemindedAt: string | null;

  @List(() => RoundOwnerView, { max: 1000 })
  owners: RoundOwnerView[];
}

export class RemindedView {
  @WholeNumber({ description: 'How many people were reminded now' })
  reminded: number;

  @Nested(() => ProgressRoundView, { description: 'How the round stands now' })
  round: ProgressRoundView;
}

export class OwnRoundView {
  @WholeNumber()
  year: number;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Day({ description: 'Of the quarter' })
  lastDay: string;

  @Flag({ description: 'Before that nothing can be reported' })
  hasBegun: boolean;

  @List(() => RoundActionView, { max: 1000 })
  actions: RoundActionView[];
}
