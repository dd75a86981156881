import { named } from '../department/department.presenter.js';
import { wholeOf } from '../period/timeline.js';
import type { EmploymentView } from './employment.dto.js';
import type { Employment } from './employment.entity.js';
import type { ShownEmployments } from './employment.service.js';

/** For the person, their manager, human resources and the integrity adviser. */
export function employmentForReader(
  { id, version, personId, personnelNumber, kind }: Employment,
  { timelines, names, mayChange }: ShownEmployments,
): EmploymentView {
  const timeline = timelines.get(id) ?? [];
  const whole = wholeOf(timeline);
  const thing = (thingId: string) => ({ id: thingId, name: names.get(thingId) ?? '' });
  return {
    id,
    version,
    person: { personId, name: names.get(personId) ?? '' },
    personnelNumber,
    kind,
    validFrom: whole?.validFrom ?? '',
    validTo: whole?.validTo ?? null,
    periods: timeline.map((period) => ({
      validFrom: period.validFrom,
      validTo: period.validTo,
      department: thing(period.departmentId),
      jobFunction: period.jobFunctionId === null ? null : thing(period.jobFunctionId),
      hoursPerWeek: period.hoursPerWeek,
      manager: named(period.managerId, names),
    })),
    may: { change: mayChange },
  };
}

export function onlyEmployment(shown: ShownEmployments): EmploymentView {
  const [employment] = shown.employments;
  if (!employment) throw new Error('an answer about one employment without it');
  return employmentForReader(employment, shown);
}
