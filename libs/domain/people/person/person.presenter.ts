import type { PersonView } from './person.dto.js';
import type { Person } from './person.entity.js';

export function forColleague({ id, version, name, jobTitle }: Person): PersonView {
  return { id, version, name, jobTitle };
}
