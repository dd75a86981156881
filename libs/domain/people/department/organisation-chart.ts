/** A department on one day. */
export interface ChartedDepartment {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
  /** Who manages it, as far as they work here on that day. */
  readonly managerId: string | null;
}

/** Where somebody works on one day, in one employment. */
export interface Placement {
  readonly personId: string;
  readonly departmentId: string;
  /** A manager of this employment alone, as far as they work here on that day. */
  readonly managerId: string | null;
}

/**
 * The departments of one day, and who manages whom in them.
 *
 * The head of a department is managed from above the highest department they head, wherever they work
 * themselves. So the line from a department always leads upwards and never comes back: only managers who are
 * named for a single employment could lead in a circle.
 */
export class OrganisationChart<Department extends ChartedDepartment> {
  private readonly byId: ReadonlyMap<string, Department>;
  private readonly children = new Map<string | null, Department[]>();
  /** By manager the departments they head, the highest first. */
  private readonly headed = new Map<string, Department[]>();

  constructor(departments: readonly Department[]) {
    this.byId = new Map(departments.map((department) => [department.id, department]));
    const inOrder = departments.toSorted((one, other) => (one.code < other.code ? -1 : 1));
    for (const department of inOrder) push(this.children, this.parentOf(department)?.id ?? null, department);
    const byHeight = inOrder.toSorted((one, other) => this.depthOf(one.id) - this.depthOf(other.id));
    for (const department of byHeight)
      if (department.managerId) push(this.headed, department.managerId, department);
  }

  get heads(): readonly string[] {
    return [...this.headed.keys()];
  }

  find(id: string): Department | undefined {
    return this.byId.get(id);
  }

  /** A department and all those above it, from below. */
  upwards(id: string): readonly Department[] {
    const path: Department[] = [];
    let next = this.byId.get(id);
    while (next && !path.includes(next)) {
      path.push(next);
      next = this.parentOf(next);
    }
    return path;
  }

  /** How many departments stand above it. */
  depthOf(id: string): number {
    return this.upwards(id).length - 1;
  }

  /** All departments as a tree is read: each followed by those below it, by code. */
  inOrder(): readonly Department[] {
    return (this.children.get(null) ?? []).flatMap((top) => this.withAllBelow(top.id));
  }

  /** A department and all those below it. */
  withAllBelow(id: string): readonly Department[] {
    const department = this.byId.get(id);
    if (!department) return [];
    const below = (this.children.get(id) ?? []).flatMap((child) => this.withAllBelow(child.id));
    return [department, ...below];
  }

  /** Where somebody is the nearest manager: the departments they head, and those below that have none of their own. */
  departmentsUnder(managerId: string): readonly string[] {
    const under = (department: Department): string[] => [
      department.id,
      ...(this.children.get(department.id) ?? []).filter((child) => child.managerId === null).flatMap(under),
    ];
    return (this.headed.get(managerId) ?? []).flatMap(under);
  }

  /** The manager of somebody in one employment; null: nobody, as for who heads the whole. */
  managerOf({ personId, departmentId, managerId }: Placement): string | null {
    if (managerId !== null) return managerId;
    const [highest] = this.headed.get(personId) ?? [];
    const line = highest ? this.upwards(highest.id).slice(1) : this.upwards(departmentId);
    return line.find((department) => department.managerId !== null)?.managerId ?? null;
  }

  private parentOf({ parentId }: Department): Department | undefined {
    return parentId === null ? undefined : this.byId.get(parentId);
  }
}

/** Somebody or something from which following the line leads back to itself; undefined when every line ends. */
export function inCircle(
  starts: Iterable<string>,
  next: (from: string) => string | null,
): string | undefined {
  const ended = new Set<string>();
  for (const start of starts) {
    const line = new Set<string>();
    let at: string | null = start;
    while (at !== null && !ended.has(at)) {
      if (line.has(at)) return at;
      line.add(at);
      at = next(at);
    }
    for (const passed of line) ended.add(passed);
  }
  return undefined;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
