import { Choice, Identifier, Instant, Line, PageQuery, Text, WholeNumber } from '@weerbaar/kernel/http';
import { type InputSourceCode, inputSourceCodes } from '../reference-content/reference-content.js';

export class NewFinding {
  @Choice(inputSourceCodes, { name: 'FindingSource' })
  source: InputSourceCode;

  @Line({ max: 200 })
  title: string;

  @Text({ max: 4000, empty: true, optional: true })
  description?: string;

  @Identifier({ optional: true })
  buildingBlockId?: string | null;
}

export class FindingChanges {
  @Choice(inputSourceCodes, { name: 'FindingSource', omittable: true })
  source?: InputSourceCode;

  @Line({ max: 200, omittable: true })
  title?: string;

  @Text({ max: 4000, empty: true, omittable: true })
  description?: string;

  @Identifier({ optional: true })
  buildingBlockId?: string | null;

  @Text({ max: 1000, optional: true, description: 'Puts it to rest; null opens it again' })
  reasonForNoAction?: string | null;
}

export class FindingQuery extends PageQuery {
  @Choice(inputSourceCodes, { name: 'FindingSource', optional: true })
  source?: InputSourceCode;
}

export class FindingView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Choice(inputSourceCodes, { name: 'FindingSource' })
  source: InputSourceCode;

  @Line({ max: 200 })
  title: string;

  @Text({ max: 4000 })
  description: string;

  @Identifier({ optional: true })
  buildingBlockId: string | null;

  @Text({ max: 1000, optional: true, description: 'Why nothing is done about it this year' })
  reasonForNoAction: string | null;

  @Instant()
  recordedAt: string;

  @WholeNumber({ description: 'How many actions came of it' })
  actionCount: number;
}
