import type { PersonView } from './person.dto.js';
import type { Person } from './person.entity.js';
import type { WorkPlace } from './person.repository.js';

/** Who and what and where; no personnel numbers, dates or hours. */
export function forColleague(
  { id, version, name, jobTitle }: Person,
  workPlaces: readonly WorkPlace[],
): PersonView {
  const departments = workPlaces
    .filter(({ personId }) => personId === id)
    .map((place) => ({ departmentId: place.departmentId, name: place.name }));
  return { id, version, name, jobTitle, departments };
}
