interface Placed {
  readonly id: string;
  readonly parentId?: string | null;
}

/**
 * What stands directly below a department, in the order of the list.
 * @param parentId null: what stands at the top, also because what is above it is not there on that day.
 */
export function branches<Department extends Placed>(
  departments: readonly Department[],
  parentId: string | null,
): readonly Department[] {
  if (parentId !== null) return departments.filter((department) => department.parentId === parentId);
  const known = new Set(departments.map(({ id }) => id));
  return departments.filter((department) => !department.parentId || !known.has(department.parentId));
}
