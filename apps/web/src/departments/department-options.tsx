import type { Schemas } from '../api/client.js';

interface DepartmentOptionsProps {
  readonly departments: readonly Schemas['DepartmentView'][];
}

/** The tree as choices of a list: what stands below something is indented. */
export function DepartmentOptions({ departments }: DepartmentOptionsProps) {
  return departments.map(({ id, name, depth }) => (
    <option key={id} value={id}>
      {'\u2003'.repeat(depth)}
      {name}
    </option>
  ));
}
