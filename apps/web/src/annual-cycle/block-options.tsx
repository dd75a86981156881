import type { Schemas } from '../api/client.js';

/** The building blocks to choose from. */
export function BlockOptions({ blocks }: { readonly blocks: readonly Schemas['BuildingBlockSummary'][] }) {
  return blocks.map(({ id, code, name }) => (
    <option key={id} value={id}>
      {code} {name}
    </option>
  ));
}
