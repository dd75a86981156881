import { Type } from 'class-transformer';
import { OwnerInput, OwnerView } from '@weerbaar/people/contract';
import {
  Choice,
  Euros,
  Flag,
  Identifier,
  Identifiers,
  Instant,
  Line,
  List,
  Nested,
  PageQuery,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import {
  type ActionStatusCode,
  actionStatusCodes,
  type PriorityCode,
  priorityCodes,
} from '../reference-content/reference-content.js';

const mostHours = 100_000;
const mostActions = 10_000;

export class NewAction {
  @Identifier()
  buildingBlockId: string;

  @Line({ max: 300 })
  title: string;

  @Text({ max: 2000, empty: true, optional: true })
  intendedResult?: string | null;

  @Nested(() => OwnerInput, { optional: true })
  owner?: OwnerInput | null;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Euros({ optional: true })
  budget?: number | null;

  @WholeNumber({ max: mostHours, optional: true })
  hours?: number | null;

  @Choice(priorityCodes, { name: 'Priority', omittable: true })
  priority?: PriorityCode;

  @Identifier({ optional: true, description: 'The finding it answers' })
  findingId?: string | null;
}

export class ActionChanges {
  @Identifier({ omittable: true })
  buildingBlockId?: string;

  @Line({ max: 300, omittable: true })
  title?: string;

  @Text({ max: 2000, empty: true, omittable: true })
  intendedResult?: string;

  @Nested(() => OwnerInput, { optional: true, description: 'null: nobody yet' })
  owner?: OwnerInput | null;

  @WholeNumber({ min: 1, max: 4, omittable: true })
  quarter?: number;

  @Euros({ optional: true })
  budget?: number | null;

  @WholeNumber({ max: mostHours, optional: true })
  hours?: number | null;

  @Choice(priorityCodes, { name: 'Priority', omittable: true })
  priority?: PriorityCode;

  @Choice(actionStatusCodes, { name: 'ActionStatus', omittable: true })
  status?: ActionStatusCode;

  @Identifier({ optional: true })
  findingId?: string | null;
}

export class ActionQuery extends PageQuery {
  @Type(() => Number)
  @WholeNumber({ min: 1, max: 4, omittable: true })
  quarter?: number;

  @Choice(actionStatusCodes, { name: 'ActionStatus', omittable: true })
  status?: ActionStatusCode;

  @Identifier({ omittable: true })
  buildingBlockId?: string;

  @Identifier({ omittable: true })
  ownerPersonId?: string;
}

export class NewProgress {
  @WholeNumber({ min: 1, max: 4, description: 'Quarter of the year of the cycle' })
  quarter: number;

  @Choice(actionStatusCodes, { name: 'ActionStatus' })
  status: ActionStatusCode;

  @Text({ max: 2000 })
  note: string;
}

export class ActionAbilities {
  @Flag()
  edit: boolean;

  @Flag()
  report: boolean;
}

export class ActionView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @WholeNumber({ description: 'Number within the year' })
  number: number;

  @Identifier()
  cycleId: string;

  @Identifier()
  buildingBlockId: string;

  @Line({ max: 300 })
  title: string;

  @Text({ max: 2000 })
  intendedResult: string;

  @Nested(() => OwnerView, { optional: true })
  owner: OwnerView | null;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Euros({ optional: true })
  budget: number | null;

  @WholeNumber({ optional: true })
  hours: number | null;

  @Choice(priorityCodes, { name: 'Priority' })
  priority: PriorityCode;

  @Choice(actionStatusCodes, { name: 'ActionStatus' })
  status: ActionStatusCode;

  @Identifier({ optional: true })
  findingId: string | null;

  @Identifier({ optional: true, description: 'The action of last year this goes on with' })
  carriedOverFrom: string | null;

  @Nested(() => ActionAbilities, { description: 'What you may do with it' })
  abilities: ActionAbilities;
}

export class ProgressView {
  @Identifier()
  id: string;

  @WholeNumber()
  year: number;

  @WholeNumber({ min: 1, max: 4 })
  quarter: number;

  @Choice(actionStatusCodes, { name: 'ActionStatus' })
  status: ActionStatusCode;

  @Text({ max: 2000 })
  note: string;

  @Instant()
  recordedAt: string;
}

export class ActionsToCarryOver {
  @Identifiers({
    max: mostActions,
    description: 'Which; what can not be carried over any more is passed over',
  })
  actionIds: string[];
}

export class CarryOverView {
  @WholeNumber({ description: 'How many actions were carried over' })
  carriedOver: number;
}

export class OpenBeforeView {
  @List(() => ActionView, {
    max: mostActions,
    description:
      'Open actions of the year before that are not in this year yet, and of which the building block goes on',
  })
  actions: ActionView[];

  @WholeNumber({ description: 'How many more are open, of building blocks that have ended' })
  ofEndedBlocks: number;
}
