import type { NamedPerson } from '../role-assignment/role-assignment.dto.js';
import type { DepartmentDetails, DepartmentView } from './department.dto.js';
import type { DepartmentOnDay } from './department.repository.js';
import type { ShownDepartment, ShownDepartments } from './department.service.js';

/** For everybody who works here. */
export function departmentForColleague(
  department: DepartmentOnDay,
  { chart, names, mayChange }: ShownDepartments,
): DepartmentView {
  const { id, version, code, name, kind, parentId, managerId } = department;
  return {
    id,
    version,
    code,
    name,
    kind,
    parentId,
    depth: chart.depthOf(id),
    manager: named(managerId, names),
    may: { change: mayChange },
  };
}

/** With its history, for those who may know it. */
export function departmentDetails(shown: ShownDepartment): DepartmentDetails {
  const { department, timeline, names } = shown;
  return {
    ...departmentForColleague(department, shown),
    periods:
      timeline?.map(({ validFrom, validTo, code, name, kind, parentId, managerId }) => ({
        validFrom,
        validTo,
        code,
        name,
        kind,
        parentId,
        manager: named(managerId, names),
      })) ?? null,
  };
}

export function named(personId: string | null, names: ReadonlyMap<string, string>): NamedPerson | null {
  return personId === null ? null : { personId, name: names.get(personId) ?? '' };
}
