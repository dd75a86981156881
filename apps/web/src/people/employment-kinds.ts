import type { Schemas } from '../api/client.js';

export const employmentKinds = [
  'employee',
  'hired-staff',
  'self-employed',
  'trainee',
  'work-placement',
  'volunteer',
] as const satisfies readonly Schemas['EmploymentKind'][];
