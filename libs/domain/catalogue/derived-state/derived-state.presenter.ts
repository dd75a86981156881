import { grounds } from './derived-state.js';
import type { DerivedStateView } from './derived-state.dto.js';
import type { DerivedState } from './derived-state.entity.js';

export function forColleague({
  aspect,
  judgement,
  grounds: code,
  recordedOn,
}: DerivedState): DerivedStateView {
  return { aspect, judgement, grounds: grounds[code], recordedOn };
}
