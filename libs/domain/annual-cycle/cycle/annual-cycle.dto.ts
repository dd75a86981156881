import { Type } from 'class-transformer';
import { Choice, Identifier, WholeNumber } from '@weerbaar/kernel/http';
import { type PhaseCode, phaseCodes } from '../reference-content/reference-content.js';

const earliestYear = 2000;
const latestYear = 2100;

/** `/annual-cycles/:year/...` */
export class YearParameter {
  @Type(() => Number)
  @WholeNumber({ min: earliestYear, max: latestYear })
  year: number;
}

export class NewAnnualCycle {
  @WholeNumber({ min: earliestYear, max: latestYear })
  year: number;
}

export class PhaseChange {
  @Choice(phaseCodes, { name: 'Phase' })
  phase: PhaseCode;
}

export class AnnualCycleView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @WholeNumber({ min: earliestYear, max: latestYear })
  year: number;

  @Choice(phaseCodes, { name: 'Phase' })
  phase: PhaseCode;
}
