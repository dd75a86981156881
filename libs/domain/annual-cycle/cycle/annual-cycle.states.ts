import { Problem } from '@weerbaar/kernel/problems';
import { type PhaseCode, phaseCodes } from '../reference-content/reference-content.js';

/** A cycle goes one phase forward, or one back when somebody was too early. Never a jump. */
export function requirePhaseStep(from: PhaseCode, to: PhaseCode): void {
  const distance = Math.abs(phaseCodes.indexOf(to) - phaseCodes.indexOf(from));
  if (distance === 1) return;
  throw Problem.conflict('Ga één fase vooruit of terug.', 'Move one phase forward or back.');
}
