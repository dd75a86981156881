import type { AnnualCycleView } from './annual-cycle.dto.js';
import type { AnnualCycle } from './annual-cycle.entity.js';

export function forReader({ id, version, year, phase }: AnnualCycle): AnnualCycleView {
  return { id, version, year, phase };
}
